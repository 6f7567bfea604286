import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

const unreadable: Remark = { code: 'D25', severity: 'warning', detail: { id: 'bukan nomor telepon', en: 'not a phone number' } };
const otherForm: Remark = { code: 'D25', severity: 'information' };
const none: Remark = { code: 'D25', severity: 'information', detail: { id: 'tidak ada nomor', en: 'no number' } };
const firstOfSeveral: Remark = {
  code: 'D25',
  severity: 'information',
  detail: { id: 'lebih dari satu nomor; yang pertama dipakai', en: 'more than one number; the first is used' },
};

/**
 * Reads an Indonesian phone number into E.164 (`+6281234567890`), or gives null (D25): a lost leading 0, `+62 812-...`, the first of
 * two numbers. A number of another country is kept where it is written with its `+`. Numbers are never quoted in a remark.
 */
export function readPhone(text: string): Reading<string> {
  const plain = text.replace(/^'/, '').trim();
  if (plain === '') return toNothing();
  if (!/\d/.test(plain)) return { remarks: [none] };
  const parts = plain.split(/\s*(?:[/;,|]|\bdan\b|\batau\b)\s*/i).filter((part) => /\d/.test(part));
  const numbers = parts.map(toNumber);
  const [first] = numbers;
  if (first === undefined || first === null) return toRefused(unreadable);
  if (numbers.length > 1) return toRead(first, firstOfSeveral);
  return toRead(first, ...(/^0\d+$/.test(text) || text === first ? [] : [otherForm]));
}

function toNumber(part: string): string | null {
  const plain = part.replace(/^(?:no|hp|wa|telp?|tlp|telepon)[\s.:]*(?:hp|wa)?[\s.:]*/i, '').replace(/[\s().\-–]/g, '');
  if (!/^\+?\d+$/.test(plain)) return null;
  if (plain.startsWith('+') && !plain.startsWith('+62')) return /^\+[1-9]\d{7,14}$/.test(plain) ? plain : null;
  const national = plain.replace(/^(?:\+62|0062|62)/, '').replace(/^0/, '');
  return isNational(national) ? `+62${national}` : null;
}

/** A mobile number has 9 to 12 digits behind its 0 and begins with 8, a fixed one 7 to 11 with its area code. */
function isNational(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  return /^8\d{8,11}$/.test(digits) || /^[2-79]\d{6,10}$/.test(digits);
}
