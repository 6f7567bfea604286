import { isNik } from '../../map/conversions/read-nik.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Conversion } from '../../map/convert/convert-rows.ts';
import type { CheckFinding } from './check-finding.ts';
import { toFinding } from './check-finding.ts';
import { compareOutcome } from './compare-outcome.ts';
import type { WrittenOutcome } from './compare-outcome.ts';

/** A sample with what became of it. */
export interface ReadSample {
  readonly name: string;
  readonly text: string;
  readonly isRefused: boolean;
  readonly issues: readonly Issue[];
  readonly conversion: Conversion;
  /** What the folder says should become of it. */
  readonly outcome?: WrittenOutcome;
}

/** What a sample shows: whether it is read at all, what is held back, which columns nobody declared, whether real people stand in it. */
export function judgeSample(sample: ReadSample): readonly CheckFinding[] {
  const { name, conversion, outcome } = sample;
  const found = [...toRefusals(sample), ...toUnknownColumns(sample), ...toRealPeople(sample)];
  if (sample.isRefused) return found;
  return [...found, ...toHeld(sample), ...(outcome === undefined ? [] : compareOutcome(name, conversion, outcome))];
}

function toRefusals({ name, isRefused, issues, conversion }: ReadSample): readonly CheckFinding[] {
  if (isRefused) {
    const fatal = issues.filter(({ severity }) => severity === 'fatal');
    return fatal.map((issue) => toFinding('kerjakan', 'contoh-ditolak', name, toWords(issue)));
  }
  return conversion.visits.length + conversion.enrolments.length > 0
    ? []
    : [toFinding('kerjakan', 'contoh-tanpa-hasil', name, nothingWords)];
}

const nothingWords = { id: 'tidak satu baris pun menjadi kunjungan atau pendaftaran', en: 'not one row becomes a visit or an enrolment' };

function toUnknownColumns({ name, issues }: ReadSample): readonly CheckFinding[] {
  const unknown = issues.filter(({ code }) => code === 'kolom-tidak-dikenal' || code === 'kolom-ganda');
  return unknown.map((issue) => toFinding('kerjakan', 'kolom-tidak-dikenal', name, toWords(issue)));
}

function toWords({ text, diagnostics }: Issue) {
  return { id: text, en: diagnostics };
}

function toHeld({ name, conversion }: ReadSample): readonly CheckFinding[] {
  const held = conversion.rows.filter(({ row }) => !row.heading && row.status === 'quarantined');
  if (held.length === 0) return [];
  const errors = held.flatMap(({ row }) => row.issues.filter(({ severity }) => severity === 'error'));
  const codes = [...new Set(errors.map(({ code }) => code))].sort().join(', ');
  return [
    toFinding('ketahui', 'contoh-ditahan', name, {
      id: `${String(held.length)} baris ditahan (${codes}); bila bukan salah barisnya, benahi tabelnya`,
      en: `${String(held.length)} rows are quarantined (${codes}); where the row is not at fault, mend the tables`,
    }),
  ];
}

/** NIKs of invented people have kecamatan 99, which does not exist. */
function toRealPeople({ name, text }: ReadSample): readonly CheckFinding[] {
  const found = [...text.matchAll(/(?<!\d)\d{16}(?!\d)/g)].filter(([nik]) => isNik(nik) && nik.slice(4, 6) !== '99');
  if (found.length === 0) return [];
  return [
    toFinding('kerjakan', 'nik-sungguhan', name, {
      id: `${String(found.length)} nomor tampak NIK sungguhan; contoh hanya boleh memuat orang rekaan (kecamatan 99)`,
      en: `${String(found.length)} numbers look like real NIKs; a sample may hold invented people only (kecamatan 99)`,
    }),
  ];
}
