import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { CellFact } from '../source.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** What a cell of blood pressures fills. */
export const pressureTargets = ['tekanan-darah-sistolik', 'tekanan-darah-diastolik'] as const;

interface Pressure {
  readonly systolic: number;
  readonly diastolic?: number;
  readonly written: string;
}

// 12/8 is how some say 120/80: nobody alive has a systolic pressure of two digits that begins so low.
const lowestSystolic = 40;
const shortened: Remark = {
  code: 'D16',
  severity: 'warning',
  detail: {
    id: 'angkanya tampak disingkat (12/8 untuk 120/80), tidak dipakai',
    en: 'it looks shortened (12/8 for 120/80), it is not used',
  },
};
const unreadable: Remark = {
  code: 'D16',
  severity: 'warning',
  detail: { id: 'seharusnya sistolik/diastolik, tidak terbaca', en: 'expected systolic/diastolic, cannot be read' },
};
/** The remark of a pressure whose two numbers stand the wrong way round: refused, never turned round in silence (D14). */
export const swappedPressure: Remark = {
  code: 'D14',
  severity: 'warning',
  detail: {
    id: 'sistolik tidak lebih tinggi daripada diastolik, mungkin tertukar; keduanya tidak dipakai',
    en: 'systolic is not above diastolic, perhaps swapped; neither is used',
  },
};
const otherForm: Remark = { code: 'D16', severity: 'information' };
const systolicOnly: Remark = {
  code: 'D16',
  severity: 'information',
  detail: { id: 'hanya satu angka, dibaca sebagai sistolik', en: 'a single number, read as systolic' },
};

/**
 * Reads `120/80`, `120 / 80 mmHg`, `120-80`, `120` (systolic only) and several measurements in one cell (`168/96 dan 164/94`) in
 * mmHg (D16). A shortened or swapped pressure is refused, never corrected; of several, one that cannot be read refuses all.
 */
export function readBloodPressure(text: string): Reading<readonly CellFact[]> {
  const plain = text
    .toLowerCase()
    .replace(/^'/, '')
    .replace(/^(?:td|tensi|tekanan darah|bp)\b[\s.:=]*/, '')
    .replace(/mm\s*hg\.?/g, '')
    .trim();
  if (plain === '') return toNothing();
  const parts = plain
    .split(/\s*(?:;|\n|&|\+|,(?!\d)|\bdan\b|\blalu\b|\bulang\b:?|\bkemudian\b)\s*|(?<=\d[/-]\d{2,3})\s+(?=\d{2,3}[/-])/)
    .filter((part) => part !== '');
  const pressures = parts.map(toPressure);
  const known = pressures.filter((pressure) => pressure !== null);
  if (known.length === 0 || known.length < pressures.length) return toRefused(unreadable);
  const fault = known.map(toFault).find((each) => each !== null);
  return fault === undefined ? toRead(known.flatMap(toFacts), ...toRemarks(text, known)) : toRefused(fault);
}

function toPressure(part: string): Pressure | null {
  const match = /^(\d{1,3})(?:\s*[/\\|:–-]\s*(\d{1,3}))?\s*[.,]?$/.exec(part);
  if (match === null) return null;
  const [, systolic, diastolic] = match;
  return { systolic: Number(systolic), written: part, ...(diastolic === undefined ? {} : { diastolic: Number(diastolic) }) };
}

function toFault({ systolic, diastolic }: Pressure): Remark | null {
  if (diastolic === undefined || systolic + diastolic === 0) return null;
  if (systolic < lowestSystolic && diastolic < lowestSystolic) return shortened;
  return systolic <= diastolic ? swappedPressure : null;
}

function toRemarks(text: string, pressures: readonly Pressure[]): readonly Remark[] {
  if (pressures.some(({ diastolic }) => diastolic === undefined)) return [systolicOnly];
  return /^\d{2,3}\/\d{2,3}$/.test(text) ? [] : [otherForm];
}

/** Two measurements in one cell keep apart by the number of the measurement, so that each diastolic stays with its systolic. */
function toFacts({ systolic, diastolic, written }: Pressure, at: number): readonly CellFact[] {
  const toFact = (is: string, int: number): CellFact => ({
    is,
    value: { kind: 'measure', measure: { int, written, others: [] } },
    nth: at + 1,
  });
  const [upper, lower] = pressureTargets;
  return [toFact(upper, systolic), ...(diastolic === undefined ? [] : [toFact(lower, diastolic)])];
}
