import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { WrittenNumber } from './read-number.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

const unreadable: Remark = {
  code: 'D12',
  severity: 'warning',
  detail: { id: 'seharusnya satu jumlah, tidak terbaca', en: 'expected one count, cannot be read' },
};
const otherForm: Remark = { code: 'D12', severity: 'information' };

/** Reads a count that stands in words: `90 tablet`, `2 kapsul`, `3x`. A rate (`1 porsi/hari`) is no count and is refused. */
export function readCount(text: string): Reading<WrittenNumber> {
  if (text.trim() === '') return toNothing();
  const match = /^'?(\d{1,4})\s*(?:x|kali|tab(?:let)?|kaps(?:ul)?|butir|biji|buah|bungkus|porsi|strip|orang|anak)?\.?$/i.exec(text);
  if (match === null) return toRefused(unreadable);
  return toRead({ int: Number(match[1]), written: text, others: [] }, ...(/^\d+$/.test(text) ? [] : [otherForm]));
}
