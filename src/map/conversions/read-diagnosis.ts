import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { FactValue } from '../source.ts';
import type { ElementValue } from '../visit.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead } from './reading.ts';

/** One diagnosis of a cell: its ICD-10 code, or the words where there is none; beside a code the words stay what was written. */
export interface WrittenDiagnosis {
  readonly value: FactValue;
  readonly fields?: Readonly<Record<string, ElementValue>>;
}

const cleaned: Remark = { code: 'D20', severity: 'information' };
const wordsOnly: Remark = {
  code: 'D20',
  severity: 'information',
  detail: { id: 'tanpa kode ICD-10, disimpan sebagai teks', en: 'no ICD-10 code, kept as text' },
};

const icd = /^[A-Z]\d{2}(?:\.\d{1,2})?$/;

/**
 * Reads the diagnoses of a cell (D20): `i10`, `I10.`, `Hipertensi (I10)`, `K30 - Dyspepsia`, `I10; E11`. Only what is an ICD-10 code
 * after cleaning becomes one; anything else, such as `HT` or `ISPA`, is kept as text and no code is invented for it.
 */
export function readDiagnosis(text: string): Reading<readonly WrittenDiagnosis[]> {
  const parts = text.split(/[;\n|]|,(?=\s*[A-Za-z]\d{2})/).map((part) => part.trim());
  const read = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => ({ part, code: toIcd(part) }));
  if (read.length === 0) return toNothing();
  const diagnoses = read.map(({ part, code }): WrittenDiagnosis => {
    if (code === null) return { value: { kind: 'text', text: part } };
    return { value: { kind: 'coded', code }, ...(isBare(part) ? {} : { fields: { text: { kind: 'text', text: part } } }) };
  });
  const remarks = [
    ...(read.some(({ part, code }) => code !== null && code !== part) ? [cleaned] : []),
    ...(read.some(({ code }) => code === null) ? [wordsOnly] : []),
  ];
  return toRead(diagnoses, ...remarks);
}

/** The code of a cell that is one, begins with one (`K30 - Dyspepsia`, `K30 Dyspepsia`) or names one in brackets. */
function toIcd(part: string): string | null {
  const candidates = [
    part,
    /[([]\s*([^()[\]]+?)\s*[)\]]\s*$/.exec(part)?.[1],
    /^([A-Za-z]\d{2}(?:\.\d{1,2})?)\s*(?:[-–:=/]|\s)\s*\p{L}/u.exec(part)?.[1],
  ];
  const codes = candidates.map((each) => toCode(each ?? '')).filter((code) => code !== null);
  return codes[0] ?? null;
}

/** `i10`, `I10.`, `I 10` and `J069` are forms of a code; what remains must be one. */
function toCode(written: string): string | null {
  const plain = written
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[.,*†+]+$/, '')
    .replace(',', '.');
  const dotted = /^[A-Z]\d{3,4}$/.test(plain) ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
  return icd.test(dotted) ? dotted : null;
}

function isBare(part: string): boolean {
  return toCode(part) !== null;
}
