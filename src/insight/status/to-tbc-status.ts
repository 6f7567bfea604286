import type { HistoryVisit } from '../history.ts';
import type { Judged, StatusInput } from './judged.ts';
import { answerOf, countedOf, toInput } from './judged.ts';
import type { StatusTables } from './status-tables.ts';

type Entries = readonly (readonly [string, Judged])[];

/**
 * Judges the screening for TB: enough signs make a suspect, contact alone a contact (it is no sign), and nobody is free of suspicion
 * before every question was answered. A suspect is no patient.
 */
export function toTbcStatuses(visit: HistoryVisit, rules: StatusTables['tbc']): Entries {
  const present = rules.signs.filter((key) => answerOf(visit, key) === true);
  const isComplete = rules.asked.every((key) => answerOf(visit, key) !== undefined);
  const found = toClass(visit, rules, { present, isComplete });
  const judged: Entries = found === undefined ? [] : [['tbc', { value: found.is, inputs: toInputs(visit, found.of) }]];
  if (!isComplete && present.length === 0) return judged;
  return [...judged, ['tbc-jumlah-gejala', { value: present.length, inputs: toInputs(visit, isComplete ? rules.asked : present) }]];
}

interface Answers {
  readonly present: readonly string[];
  readonly isComplete: boolean;
}

function toClass(visit: HistoryVisit, { least, contact, asked }: StatusTables['tbc'], { present, isComplete }: Answers) {
  if (present.length >= least) return { is: 'terduga', of: present };
  if (answerOf(visit, contact) === true) return { is: 'kontak', of: [contact] };
  return isComplete ? { is: 'bukan-terduga', of: asked } : undefined;
}

function toInputs(visit: HistoryVisit, keys: readonly string[]): readonly StatusInput[] {
  return keys.flatMap((key) => countedOf(visit, key).map((element) => toInput(visit, element)));
}
