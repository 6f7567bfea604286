import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** An age in completed years, months and days, as a form tells it. */
export interface ToldAge {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const unreadable: Remark = {
  code: 'D11',
  severity: 'warning',
  detail: { id: 'umur tidak terbaca', en: 'the age cannot be read' },
};

const age =
  /^(?:umur|usia)?[\s:]*(?:(\d{1,3})\s*(?:tahun|thn|th|t)\b)?[\s.,/-]*(?:(\d{1,3})\s*(?:bulan|bln|bl|b)\b)?[\s.,/-]*(?:(\d{1,2})\s*(?:minggu|mgg|mg)\b)?[\s.,/-]*(?:(\d{1,3})\s*(?:hari|hr|h)\b)?[\s.]*$/i;

/** Reads an age told in words (D11): `2 th 3 bl`, `2 Tahun - 3 Bulan - 5 Hari`, `35 Th`, `10 hari`; a bare number takes the column's unit. */
export function readAge(text: string, columnUnit?: string): Reading<ToldAge> {
  const plain = text.replace(/^'/, '').trim();
  if (plain === '') return toNothing();
  const told = /^\d{1,3}$/.test(plain) ? toBareAge(Number(plain), columnUnit) : toWordedAge(plain);
  return told === null ? toRefused(unreadable) : toRead(told);
}

function toWordedAge(plain: string): ToldAge | null {
  const parts: readonly (string | undefined)[] = age.exec(plain)?.slice(1) ?? [];
  if (parts.every((part) => part === undefined)) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part) => Number(part ?? 0));
  return { years, months, days: days + 7 * weeks };
}

function toBareAge(amount: number, unit: string | undefined): ToldAge | null {
  const none = { years: 0, months: 0, days: 0 };
  if (unit === 'tahun') return { ...none, years: amount };
  if (unit === 'bulan') return { ...none, months: amount };
  return unit === 'hari' ? { ...none, days: amount } : null;
}
