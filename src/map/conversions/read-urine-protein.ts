import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

const unreadable: Remark = {
  code: 'kode-tidak-dikenal',
  severity: 'warning',
  detail: { id: 'seharusnya negatif, positif atau +1 sampai +4', en: 'expected negative, positive or +1 to +4' },
};

/**
 * Reads the degree of protein in urine on a strip: `negatif`, `-` (negative in this column, field rule 7), `+1`, `1+`, `+++`.
 * `positif` or a single `+` says no degree. Gives `negatif`, `positif`, `+1` .. `+4`; a trace has no code and is refused.
 */
export function readUrineProtein(text: string): Reading<string> {
  const plain = text
    .toLowerCase()
    .replace(/^'/, '')
    .replace(/[()\s]/g, '')
    .replace(/^(?:protein(?:urine?)?|pu|positi[fp]|pos)(?=[+\d])/, '');
  if (text.trim() === '') return toNothing();
  if (/^(?:[-–—]|neg(?:ati[fpv]e?)?|nihil)$/.test(plain)) return toRead('negatif');
  if (/^(?:\+|positi[fpv]e?|pos)$/.test(plain)) return toRead('positif');
  const degree = toDegree(plain);
  return degree === null ? toRefused(unreadable) : toRead(`+${String(degree)}`);
}

function toDegree(plain: string): number | null {
  if (/^\+{2,4}$/.test(plain)) return plain.length;
  const digit = /^\+([1-4])$/.exec(plain) ?? /^([1-4])\+$/.exec(plain);
  return digit === null ? null : Number(digit[1]);
}
