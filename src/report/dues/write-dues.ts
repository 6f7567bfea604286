import type { DueState } from '../../insight/due/due-item.ts';
import type { DueLine } from './due-desk.ts';

/** The columns of the list as a table, in the words of the programme. */
export const dueColumns: readonly string[] = [
  ...['jenis', 'kode', 'keadaan', 'mulai', 'terlambat_sejak', 'sampai', 'tempat', 'kode_tempat', 'penerima'],
  ...['orang', 'nama', 'jenis_kelamin', 'umur_bulan', 'tanggal_lahir', 'ibu', 'aturan'],
];

/** The cells of one line under `dueColumns`; what does not apply is empty. */
export function toDueCells({ person, place, ...line }: DueLine): readonly string[] {
  return [
    ...[line.kind, line.code, line.state, line.due, line.lateFrom, line.until, place?.name, place?.code, line.penerima],
    ...[person.id, person.name, person.sex, person.ageMonths, person.birthDate, person.mother, line.rule],
  ].map((cell) => String(cell ?? ''));
}

const stateWords: Readonly<Record<DueState, string>> = {
  'akan-datang': 'AKAN DATANG / to come',
  'jatuh-tempo': 'JATUH TEMPO / due',
  terlambat: 'TERLAMBAT / late',
  terlewat: 'TERLEWAT / missed',
};

/** One line as a person reads it at a terminal. */
export function tellDue({ person, place, ...line }: DueLine): string {
  const until = line.until === undefined ? '' : `, paling lambat / until ${line.until}`;
  return [
    `${line.code}  ${line.kind}  ${stateWords[line.state]}\n`,
    `        mulai / from ${line.due}, terlambat sejak / late from ${line.lateFrom}${until}\n`,
    `        ${person.name} (${person.id}) · ${place?.name ?? '-'} · penerima / for ${line.penerima ?? '-'}\n`,
  ].join('');
}
