import type { IssueCode, Remark } from '../catalogue/issue-catalogue.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** A number on a card that is known by its length alone. */
export interface CardNumber {
  readonly digits: number;
  readonly fault: IssueCode;
}

/** The family card: 16 digits, with no further check (the six digits of a date there are those of its issue). */
export const familyCard: CardNumber = { digits: 16, fault: 'kk-tidak-sah' };

/** The JKN card: 13 digits, leading zeros kept. */
export const jknCard: CardNumber = { digits: 13, fault: 'bpjs-tidak-sah' };

const cleaned: Remark = {
  code: 'D02',
  severity: 'information',
  detail: { id: 'tanda dibuang dari nomor kartu', en: 'marks removed from a card number' },
};
const none: Remark = { code: 'D15', severity: 'information' };

/** Reads a card number: marks go, the digits must be as many as the card has; one digit repeated is nobody's. Never quoted. */
export function readCardNumber(text: string, { digits, fault }: CardNumber): Reading<string> {
  if (text.trim() === '') return toNothing();
  if (!/\d/.test(text)) return { remarks: [none] };
  const plain = text.replace(/^'/, '').replace(/[\s.\-–/]/g, '');
  if (!/^\d+$/.test(plain) || plain.length !== digits || /^(\d)\1+$/.test(plain)) return toRefused({ code: fault, severity: 'warning' });
  return toRead(plain, ...(plain === text ? [] : [cleaned]));
}
