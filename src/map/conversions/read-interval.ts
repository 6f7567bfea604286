import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { WrittenNumber } from './read-number.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** Units in which a column may write an interval, in months. */
export const intervalUnits: Readonly<Record<string, number>> = { bulan: 1, bln: 1, bl: 1, tahun: 12, thn: 12, th: 12 };

const unreadable: Remark = {
  code: 'D12',
  severity: 'warning',
  detail: { id: 'seharusnya jarak dalam tahun atau bulan, tidak terbaca', en: 'expected an interval in years or months, cannot be read' },
};
const otherForm: Remark = { code: 'D12', severity: 'information' };
const noUnit: Remark = {
  code: 'D13',
  severity: 'warning',
  detail: {
    id: 'tahun atau bulan? Satuannya tidak disebut, tidak dipakai',
    en: 'years or months? The unit is not stated, it is not used',
  },
};

/**
 * Reads an interval in months: `3 tahun`, `18 bulan`, `2 th 3 bl`, `1,5 tahun`. A bare number takes the unit its column declares;
 * where the column declares none the sender has to be asked (D13).
 */
export function readInterval(text: string, columnUnit: string | undefined): Reading<WrittenNumber> {
  const plain = text.toLowerCase().replace(/^'/, '').trim();
  if (plain === '') return toNothing();
  const perUnit = columnUnit === undefined ? undefined : intervalUnits[columnUnit];
  if (/^\d{1,3}(?:[.,]\d+)?$/.test(plain)) return perUnit === undefined ? toRefused(noUnit) : toInterval(text, toAmount(plain) * perUnit);
  const match = /^(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:tahun|thn|th)\.?)?[\s,-]*(?:(\d{1,3})\s*(?:bulan|bln|bl)\.?)?$/.exec(plain);
  if (match === null) return toRefused(unreadable);
  return toInterval(text, toAmount(match[1]) * 12 + toAmount(match[2]), otherForm);
}

function toInterval(written: string, months: number, ...remarks: readonly Remark[]): Reading<WrittenNumber> {
  // A year in tenths makes whole months only now and then: 1,5 does, 1,3 does not.
  const int = Math.round(months * 1000) / 1000;
  return Number.isInteger(int) ? toRead({ int, written, others: [] }, ...remarks) : toRefused(unreadable);
}

function toAmount(digits: string | undefined): number {
  return Number((digits ?? '0').replace(',', '.'));
}
