import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { CellFact } from '../source.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** What a cell such as `G2P1A0` fills. */
export const parityTargets = ['gravida', 'partus', 'abortus'] as const;

const unreadable: Remark = {
  code: 'D12',
  severity: 'warning',
  detail: { id: 'seharusnya seperti G2P1A0, tidak terbaca', en: 'expected the form G2P1A0, cannot be read' },
};
const otherForm: Remark = { code: 'D12', severity: 'information' };
const contradictory: Remark = {
  code: 'D14',
  severity: 'warning',
  detail: {
    id: 'jumlah persalinan dan keguguran melebihi jumlah kehamilan; tidak dipakai',
    en: 'births and miscarriages exceed pregnancies; not used',
  },
};

const letters = ['G', 'P', 'A'] as const;
const romanNumbers: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10 };

/**
 * Reads gravida, partus and abortus out of `G2P1A0`, `G2 P1 A0`, `GIII P II A0`. A parity of four digits or with living children is
 * another notation: it is not guessed. More births and miscarriages than pregnancies are refused (D14).
 */
export function readParity(text: string): Reading<readonly CellFact[]> {
  const plain = text.toLowerCase().replace(/[\s.,:;/-]+/g, '');
  if (plain === '') return toNothing();
  const counts = toCounts(plain);
  if (counts.length === 0) return toRefused(unreadable);
  const [gravida = 0, partus = 0, abortus = 0] = counts;
  if (partus + abortus > gravida) return toRefused(contradictory);
  return toRead(counts.flatMap(toFact), ...(/^G\d+P\d+A\d+$/.test(text) ? [] : [otherForm]));
}

/** The counts that stand there, in their order; none where one of them is no number. */
function toCounts(plain: string): readonly number[] {
  const match = /^g(\d{1,2}|[ivx]+)p(\d{1,2}|[ivx]+)(?:ab?(\d{1,2}|[ivx]+))?$/.exec(plain);
  const written: readonly (string | undefined)[] = match?.slice(1) ?? [];
  const counts = written.flatMap((digits) => (digits === undefined ? [] : [toCount(digits)]));
  return counts.some((count) => Number.isNaN(count)) ? [] : counts;
}

function toFact(int: number, at: number): readonly CellFact[] {
  const is = parityTargets[at];
  if (is === undefined) return [];
  return [{ is, value: { kind: 'measure', measure: { int, written: `${letters[at] ?? ''}${String(int)}`, others: [] } } }];
}

function toCount(digits: string): number {
  return /^\d+$/.test(digits) ? Number(digits) : (romanNumbers[digits] ?? Number.NaN);
}
