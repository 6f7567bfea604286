// The cells of the page of coverage: codes, owners, destinations, reasons.

/** Where a code stands in a resource, and what that is called. */
export const roles = { kode: 'kode', kategori: 'kategori', 'butir-kuesioner': 'butir', nilai: 'nilai', tafsir: 'tafsir' };
const reasonWords = {
  'tidak-dicatat': 'tidak dicatat setempat',
  setempat: 'tinggal setempat',
  keliru: 'keliru pada contoh',
  diabaikan: 'diabaikan',
  dilaporkan: 'disimpan sebagaimana dilaporkan',
  'tahap-lain': 'tahap hidup lain',
  rekap: 'rekap',
};

/** Which reason an item gives; none where it is ours. */
export function findReason(item) {
  return Object.keys(reasonWords).find((word) => word in item) ?? '';
}

/** The reason, in words, with what it says. */
export function toWhy(item) {
  const reason = findReason(item);
  return [reasonWords[reason], item[reason]];
}

/** The element, with the setting that its code hangs on; or the part of the program that makes it. */
export function toOwner({ element, dibuat, menurut, pengaturan = {} }) {
  const settings = Object.entries(pengaturan).map(([slug, is]) => ` (pengaturan \`${slug}\`: ${is})`);
  return dibuat === undefined
    ? `${toKeys(element)}${settings.join('')}`
    : [dibuat, menurut].flatMap((part) => (part === undefined ? [] : [`\`${part}\``])).join(', ');
}

function toKeys(keys) {
  return [keys]
    .flat()
    .map((key) => `\`${key}\``)
    .join(', ');
}

/** `LOINC 8665-2`, one role after the other. */
export function toClaims(item) {
  const parts = Object.entries(roles).flatMap(([role, word]) =>
    item[role] === undefined ? [] : [`${word} ${item[role].map(toShort).join(', ')}`],
  );
  return parts.join('; ');
}

const systemWords = {
  'http://loinc.org': 'LOINC',
  'http://snomed.info/sct': 'SNOMED CT',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://hl7.org/fhir/sid/icd-9-cm': 'ICD-9-CM',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
  'http://sys-ids.kemkes.go.id/kfa': 'KFA',
  'http://fhir.org/guides/who/anc-cds/CodeSystem/anc-custom-codes': 'WHO ANC',
};

function toShort(claim) {
  const [system, code, display] = claim.split('|');
  const name = systemWords[system] ?? system.replace(/^.*\/(?:CodeSystem|Codesystem|Questionnaire)\//, '').replace(/^https?:\/\//, '');
  return `${name} \`${code}\`${display === undefined ? '' : ` ${display}`}`;
}

/** Where what an item is mapped to goes. */
export function toDestination({ element, dibuat }, known) {
  if (dibuat !== undefined) return dibuat.startsWith('src/platforms/satusehat/') ? 'SATUSEHAT' : 'Bundle ILP';
  return [...new Set([element].flat().map((key) => toPlace(known.elements.get(key), known)))].join('; ');
}

function toPlace({ kirim, fhir }, { sentFacts }) {
  if (kirim.satusehat !== true) return 'setempat';
  return sentFacts.includes(fhir.resource) ? 'SATUSEHAT' : `Bundle ILP (${fhir.resource})`;
}

/** What an item of a form becomes, and where it goes or why not. */
export function toMapping(item, known) {
  if (item.element !== undefined) return [toKeys(item.element), toDestination(item, known)];
  if (item.identitas !== undefined)
    return [`\`${item.identitas}\``, item.identitas.startsWith('person.') ? 'identitas orang' : 'kunjungan'];
  if (item.hitung !== undefined) return [toKeys(item.hitung), 'dihitung'];
  const [word, why] = toWhy(item);
  return ['-', `${word}: ${why}`];
}

/** A table of Markdown. */
export function toTable(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
