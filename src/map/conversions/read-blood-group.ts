import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { CellFact } from '../source.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** What a cell with blood group and rhesus fills. */
export const bloodGroupTargets = ['golongan-darah', 'rhesus'] as const;

const unreadable: Remark = {
  code: 'D29',
  severity: 'warning',
  detail: { id: 'seharusnya A, B, AB atau O, tidak terbaca', en: 'expected A, B, AB or O, cannot be read' },
};
const otherForm: Remark = { code: 'D29', severity: 'information' };
const unknown: Remark = { code: 'D29', severity: 'information', detail: { id: 'tidak diketahui', en: 'unknown' } };
const doubtfulStroke: Remark = {
  code: 'D29',
  severity: 'warning',
  detail: {
    id: 'tanda "-" tidak dibaca sebagai rhesus negatif; rhesus tidak dipakai',
    en: '"-" is not read as rhesus negative; the rhesus is not used',
  },
};

const unknownWords = /^(?:(?:tidak|tdk|tak|blm|belum)\b.*|kosong|unknown|n\/?a|\?+|lupa|[-–—\s.]+)$/;

/**
 * Reads blood group and rhesus out of one cell: `O+`, `AB`, `A Rh positif` (D29). A stroke alone means unknown, and a stroke behind the
 * group is never taken for rhesus negative, which has to be written in words or as `Rh-`.
 */
export function readBloodGroup(text: string): Reading<readonly CellFact[]> {
  const plain = text
    .toLowerCase()
    .replace(/^(?:gol(?:ongan)?\.?\s*(?:darah|dar)?|goldar)[\s.:]*/, '')
    .trim();
  if (plain === '') return toNothing();
  if (unknownWords.test(plain)) return { remarks: [unknown] };
  const [letters, behind] = toParts(plain);
  const rhesus = toRhesus(behind);
  if (letters === '' || rhesus === 'unreadable') return toRefused(unreadable);
  const usual = /^(?:AB|A|B|O)\+?$/.test(text) ? [] : [otherForm];
  return toRead(toFacts(letters, rhesus), ...(rhesus === 'stroke' ? [doubtfulStroke] : usual));
}

/** The letters of the group and what stands behind them. */
function toParts(plain: string): readonly [string, string] {
  const match = /^(ab|a|b|o|0)\s*[/,(]?\s*(.*?)\s*\)?$/.exec(plain);
  return [match?.[1] ?? '', match?.[2] ?? ''];
}

function toFacts(letters: string, rhesus: Rhesus): readonly CellFact[] {
  const [first, second] = bloodGroupTargets;
  const group = { is: first, value: { kind: 'coded', code: letters.replace('0', 'o').toUpperCase() } } as const;
  return rhesus === 'positif' || rhesus === 'negatif' ? [group, { is: second, value: { kind: 'coded', code: rhesus } }] : [group];
}

type Rhesus = 'positif' | 'negatif' | 'absent' | 'stroke' | 'unreadable';

const rhesusForms: readonly (readonly [RegExp, Rhesus])[] = [
  [/^$/, 'absent'],
  [/^[-–—]$/, 'stroke'],
  [/^(?:rh|rhesus)?(?:\+|positif|positip|pos|positive)$/, 'positif'],
  [/^(?:rh|rhesus)(?:-|–)$/, 'negatif'],
  [/^(?:rh|rhesus)?(?:negatif|negatip|neg|negative)$/, 'negatif'],
];

function toRhesus(written: string): Rhesus {
  const plain = written.replace(/[().\s]/g, '');
  return rhesusForms.find(([form]) => form.test(plain))?.[1] ?? 'unreadable';
}
