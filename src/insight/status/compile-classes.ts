import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { WrittenStatusTables } from './status-schema.ts';
import type { StatusClass } from './status-tables.ts';

type WrittenClass = WrittenStatusTables['statuses'][string]['bands'][number]['classes'][number];
type Report = (path: readonly (string | number)[], message: Bilingual) => void;

const operators = ['below', 'upTo', 'anyFrom', 'anyBelow'] as const;

/**
 * Compiles the classes of a band: one limit each, the last without; limits that rise; whole numbers of the smallest unit.
 * `perUnit` says how many smallest units make the unit of the form, for each element; null where the value is not a whole number (IMT).
 */
export function compileClasses(
  classes: readonly WrittenClass[],
  perUnit: readonly number[] | null,
  report: Report,
): readonly StatusClass[] {
  return classes.map((each, at) => {
    const used = operators.filter((operator) => each[operator] !== undefined);
    const isLast = at === classes.length - 1;
    if (used.length !== (isLast ? 0 : 1))
      report([at], { id: 'satu batas per kelas, kelas terakhir tanpa batas', en: 'one limit a class, the last class without' });
    if (!isLast && !isRising(classes[at - 1], each))
      report([at], { id: 'batas kelas harus naik', en: 'the limits of the classes must rise' });
    return {
      is: each.is,
      ...Object.fromEntries(used.map((operator) => [operator, toLimits(each[operator] ?? [], perUnit, [at, operator], report)])),
    };
  });
}

/** Lists that say "all of them below" go from the lowest upwards; the others are read in the order written. */
function isRising(before: WrittenClass | undefined, each: WrittenClass): boolean {
  const floor = before?.below ?? before?.upTo;
  const limits = each.below ?? each.upTo;
  if (floor === undefined || limits === undefined) return true;
  return limits.every((limit, at) => limit > (floor[at] ?? Infinity));
}

function toLimits(
  limits: readonly number[],
  perUnit: readonly number[] | null,
  path: readonly (string | number)[],
  report: Report,
): readonly number[] {
  if (perUnit === null) return limits;
  if (limits.length !== perUnit.length)
    report(path, { id: `perlu ${perUnit.length} batas, satu per elemen`, en: `${perUnit.length} limits are needed, one for each element` });
  return limits.map((limit, at) => {
    // 23.5 cm are 235 mm: what is not whole in the smallest unit could never be compared exactly.
    const scaled = limit * (perUnit[at] ?? 1);
    const whole = Math.round(scaled);
    if (Math.abs(scaled - whole) > 1e-6)
      report(path, { id: `${limit} tidak bulat dalam satuan terkecil`, en: `${limit} is not whole in the smallest unit` });
    return whole;
  });
}
