import type { HistoryVisit } from '../history.ts';
import type { Judged, StatusInput } from '../status/judged.ts';
import { answerOf, countedOf, toInput } from '../status/judged.ts';
import type { AntenatalTables } from './antenatal-tables.ts';
import type { PregnancySoFar } from './to-pregnancy-so-far.ts';

/**
 * Judges the screening for preeclampsia at a visit that answers part of it, by the last answer to each item in this pregnancy: `ada` with the
 * items that made it, `tidak-ada` once every item was answered. A risk is no diagnosis.
 */
export function toPreeclampsiaStatus(
  visit: HistoryVisit,
  { visits }: Pick<PregnancySoFar, 'visits'>,
  { preeclampsia: { high, moderate } }: AntenatalTables,
): readonly (readonly [string, Judged])[] {
  const items = [...high.of, ...moderate.of];
  if (!items.some((key) => answerOf(visit, key) !== undefined)) return [];
  const last = new Map(items.flatMap((key) => findLast(key, visits) ?? []));
  const isYes = (key: string): boolean => last.get(key)?.yes === true;
  const [graver, lesser] = [high.of.filter(isYes), moderate.of.filter(isYes)];
  const inputsOf = (keys: readonly string[]): readonly StatusInput[] => keys.flatMap((key) => last.get(key)?.inputs ?? []);
  if (graver.length >= high.least || lesser.length >= moderate.least) {
    const made = [...graver, ...lesser];
    return [
      ['risiko-preeklamsia', { value: 'ada', inputs: inputsOf(made) }],
      ['risiko-preeklamsia-faktor', { value: made, inputs: inputsOf(made) }],
    ];
  }
  return last.size < items.length ? [] : [['risiko-preeklamsia', { value: 'tidak-ada', inputs: inputsOf(items) }]];
}

interface LastAnswer {
  readonly yes: boolean;
  readonly inputs: readonly StatusInput[];
}

function findLast(key: string, visits: readonly HistoryVisit[]): readonly (readonly [string, LastAnswer])[] | undefined {
  const visit = visits.findLast((each) => answerOf(each, key) !== undefined);
  if (visit === undefined) return undefined;
  const inputs = countedOf(visit, key).map((element) => toInput(visit, element));
  return [[key, { yes: answerOf(visit, key) === true, inputs }]];
}
