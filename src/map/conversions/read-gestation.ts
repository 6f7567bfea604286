import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Unit } from '../element-definition.ts';
import type { WrittenNumber } from './read-number.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

// A calendar month on average, in weeks: months told are never exact, so the result is marked (D13).
const weeksPerMonth = 365.25 / 12 / 7;
// Beyond 42 weeks a pregnancy is over term, beyond 45 it was never closed (D28).
const termWeeks = 42;
const longestWeeks = 45;

/** Units in which a column may tell the age of a pregnancy, in weeks. */
export const gestationUnits: Readonly<Record<string, number>> = { minggu: 1, mgg: 1, bulan: weeksPerMonth, bln: weeksPerMonth };

const unreadable: Remark = {
  code: 'D12',
  severity: 'warning',
  detail: { id: 'seharusnya umur kehamilan dalam minggu, tidak terbaca', en: 'expected gestational age in weeks, cannot be read' },
};
const otherForm: Remark = { code: 'D12', severity: 'information' };
const fromMonths: Remark = {
  code: 'D13',
  severity: 'warning',
  detail: { id: 'ditulis dalam bulan; minggunya perkiraan', en: 'written in months; the weeks are an estimate' },
};
const overTerm: Remark = {
  code: 'D28',
  severity: 'warning',
  detail: { id: 'lebih dari 42 minggu; umur kehamilan dicatat', en: 'beyond 42 weeks; the gestational age is recorded' },
};
const neverClosed: Remark = {
  code: 'D28',
  severity: 'warning',
  detail: { id: 'lebih dari 45 minggu, tidak mungkin', en: 'beyond 45 weeks, which cannot be' },
};

interface Told {
  readonly weeks: number;
  readonly days: number;
  readonly inMonths: boolean;
}

/**
 * Reads the age of a pregnancy in completed weeks: `22 minggu`, `22`, `22+3`, `22 minggu 3 hari`. Months (`5 bulan`) become weeks as a
 * marked estimate (D13); beyond 42 weeks it is questioned and beyond 45 refused (D28).
 */
export function readGestation(text: string, unit: Unit, columnUnit: string | undefined): Reading<WrittenNumber> {
  const plain = text
    .toLowerCase()
    .replace(/^'/, '')
    .replace(/^(?:uk|usia kehamilan|umur kehamilan|hamil)[\s.:=]*(?=\d)/, '')
    .replace(/^(?:±|\+\/-|kira-kira|sekitar|kurang lebih|k\/l|kl\.?)\s*/, '')
    .trim();
  if (plain === '') return toNothing();
  const told = toMonthsTold(plain, columnUnit) ?? toWeeksTold(plain);
  if (told === null) return toRefused(unreadable);
  if (told.weeks * 7 + told.days > longestWeeks * 7) return toRefused(neverClosed);
  // The element counts completed weeks unless its smallest unit is the day.
  const int = unit.smallest === 'd' ? told.weeks * 7 + told.days : told.weeks;
  return toRead({ int, written: text, others: [] }, ...toRemarks(text, told));
}

function toRemarks(text: string, { weeks, inMonths }: Told): readonly Remark[] {
  const usual = /^\d{1,2}$/.test(text) ? [] : [otherForm];
  return [...(inMonths ? [fromMonths] : usual), ...(weeks > termWeeks ? [overTerm] : [])];
}

function toWeeksTold(plain: string): Told | null {
  const match = /^(\d{1,2})(?:[.,]\d)?\s*(?:minggu|mingu|mgg|mg|w|wk|weeks?)?\s*(?:(?:\+|dan)?\s*(\d)\s*(?:hari|hr|d)?)?\.?$/.exec(plain);
  const days = Number(match?.[2] ?? 0);
  return match === null || days > 6 ? null : { weeks: Number(match[1]), days, inMonths: false };
}

/** Months by their word, or by the unit of a column that names no other in the cell. */
function toMonthsTold(plain: string, columnUnit: string | undefined): Told | null {
  const isBareMonths = columnUnit !== undefined && gestationUnits[columnUnit] === weeksPerMonth;
  const match = (isBareMonths ? /^(\d{1,2}(?:[.,]\d)?)\s*(?:bulan|bln|bl)?\.?$/ : /^(\d{1,2}(?:[.,]\d)?)\s*(?:bulan|bln|bl)\.?$/).exec(
    plain,
  );
  if (match === null) return null;
  return { weeks: Math.floor(Number((match[1] ?? '').replace(',', '.')) * weeksPerMonth), days: 0, inMonths: true };
}
