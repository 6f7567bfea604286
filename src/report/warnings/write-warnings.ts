import type { WarningInput, WarningLine } from './warning-line.ts';

/** The columns of the list as a table, in the words of the programme. */
export const warningColumns: readonly string[] = [
  ...['id', 'kode', 'tingkat', 'keadaan', 'pesan', 'tempat', 'kode_tempat', 'penerima', 'orang', 'nama', 'jenis_kelamin', 'umur_bulan'],
  ...['tanggal_lahir', 'ibu', 'dibuka', 'terakhir', 'ditutup', 'hari', 'terlambat_diketahui', 'diketahui', 'aturan', 'masukan', 'sel'],
  ...['diakui_oleh', 'diakui_pada', 'ditarik_pada', 'alasan_ditarik', 'perlu_diberi_tahu'],
];

/** The cells of one warning under `warningColumns`; what does not apply is empty. */
export function toWarningCells(line: WarningLine): readonly string[] {
  const { person, place, acknowledged, withdrawn } = line;
  return [
    ...[line.id, line.code, line.level, line.state, line.text.id, place.name, place.code, line.penerima, person.id, person.name],
    ...[person.sex, person.ageMonths, person.birthDate, person.mother, line.opened, line.latest, line.closed, line.days],
    ...[toYes(line.foundLate), line.firstSeen, line.rules.join(' | '), line.inputs.map(toInputText).join(' | ')],
    ...[[...new Set(line.inputs.flatMap(toCells))].join(' | '), acknowledged?.by, acknowledged?.at, withdrawn?.at, withdrawn?.why],
    toYes(line.toTell),
  ].map((cell) => String(cell ?? ''));
}

/** One warning as a person reads it at a terminal. */
export function tellWarning(line: WarningLine): string {
  const head = `${line.level.toUpperCase().padEnd(7)}${line.code}  ${line.opened}${line.closed === undefined ? '' : ` - ${line.closed}`}  ${line.state}`;
  const late = line.foundLate ? ', diketahui terlambat / found late' : '';
  const whom = `${line.person.name} (${line.person.id})`;
  const facts = line.inputs.map((input) => `        ${[toInputText(input), input.rule, ...toCells(input)].join(' · ')}\n`);
  return [
    `${head}${late}\n        ${line.text.id}\n        ${line.text.en}\n`,
    `        ${whom} · ${line.place.name} · penerima / for ${line.penerima ?? '-'}\n`,
    ...facts,
    line.toTell ? `        ditarik, beri tahu / withdrawn, tell ${line.acknowledged?.by ?? ''}\n` : '',
  ].join('');
}

/** `2025-07-09 berat-badan 7.3 kg`. */
function toInputText({ date, key, value }: WarningInput): string {
  return [date, key, value].filter((part) => part !== undefined).join(' ');
}

/** `kiriman 0198… baris 4 [BB]`, a row each; the column alone where no row is known. */
function toCells({ rows, cell }: WarningInput): readonly string[] {
  const column = cell === undefined ? '' : `[${cell}]`;
  const texts = rows.map(({ submission, row }) => `kiriman ${submission} baris ${String(row)} ${column}`.trim());
  if (texts.length > 0) return texts;
  return column === '' ? [] : [column];
}

function toYes(holds: boolean): string {
  return holds ? 'ya' : 'tidak';
}
