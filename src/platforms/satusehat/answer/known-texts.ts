/** What some wordings of SATUSEHAT mean where it gives neither a rule number nor a code of its own. */
export type KnownMeaning =
  | 'duplikat'
  | 'nik-tidak-dikenal'
  | 'nik-ibu-tidak-dikenal'
  | 'nik-ibu-bukan-perempuan'
  | 'beda-dengan-dukcapil'
  | 'bentuk-tidak-terbaca'
  | 'id-tidak-cocok'
  | 'pencarian-tidak-sah'
  | 'tambal-tanpa-pasien'
  | 'tidak-diizinkan';

interface KnownText {
  readonly pattern: RegExp;
  readonly meaning: KnownMeaning;
}

/** The only place where wording is read, and only of issues without a rule number. Sources beside each; `exception` is all that the Patient service gives as code. */
const knownTexts: readonly KnownText[] = [
  // Resource collection, POST Patient, recorded refusal.
  { pattern: /^Patient Resource Exists\b/i, meaning: 'duplikat' },
  // List of responses (api-catalogue/validasi/list-response) and resource collection, newborn twice.
  { pattern: /^Found duplicate(?: resource)?: /i, meaning: 'duplikat' },
  // Resource collection, POST Patient: NIK that Dukcapil does not know.
  { pattern: /^Failed to get citizen\b/i, meaning: 'nik-tidak-dikenal' },
  // Resource collection, POST Patient by the mother's NIK (404).
  { pattern: /\bnik-ibu not found\b/i, meaning: 'nik-ibu-tidak-dikenal' },
  // Field report on staging, 2026-09-13.
  { pattern: /\bnik-ibu is not female\b/i, meaning: 'nik-ibu-bukan-perempuan' },
  // Resource collection, POST Patient: each datum that differs from Dukcapil.
  { pattern: /\bTIDAK SESUAI\s*$/, meaning: 'beda-dengan-dukcapil' },
  // The FHIR store behind the processor; tests of a public client library.
  { pattern: /^unparseable_resource$/, meaning: 'bentuk-tidak-terbaca' },
  { pattern: /^resource_mismatch$/, meaning: 'id-tidak-cocok' },
  { pattern: /^(?:invalid_query$|Missing query parameters?\b)/, meaning: 'pencarian-tidak-sah' },
  // Field report on closing an episode, 2026-09-21.
  { pattern: /:: patient reference can't be empty/i, meaning: 'tambal-tanpa-pasien' },
];

/** The meaning of a wording of SATUSEHAT that stands in the table; undefined for all others. */
export function meaningOfText(said: string): KnownMeaning | undefined {
  const trimmed = said.slice(0, 500).trim();
  return knownTexts.find(({ pattern }) => pattern.test(trimmed))?.meaning;
}
