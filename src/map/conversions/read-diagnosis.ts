import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { CellFact } from '../source.ts';
import type { Reading } from './reading.ts';
import { toNothing, toRead } from './reading.ts';

/** What a diagnosis cell fills. */
export const diagnosisTargets = ['diagnosis'] as const;

/** Finds the code of a diagnosis written in words that mean one code, in the lists of the programme. */
export type FindDiagnosis = (words: string) => string | undefined;

const cleaned: Remark = { code: 'D20', severity: 'information' };
const wordsOnly: Remark = {
  code: 'D20',
  severity: 'information',
  detail: { id: 'tanpa kode ICD-10, disimpan sebagai teks', en: 'no ICD-10 code, kept as text' },
};

const icd = /^[A-Z]\d{2}(?:\.\d{1,2})?$/;

/**
 * Reads the diagnoses of a cell (D20): `i10`, `I10.`, `Hipertensi (I10)`, `K30 - Dyspepsia`, `I10; E11`. Only what is an ICD-10 code
 * after cleaning, or words of the programme that mean one, becomes a code; anything else, such as `HT`, is kept as text and no code is
 * invented for it.
 */
export function readDiagnosis(text: string, find: FindDiagnosis): Reading<readonly CellFact[]> {
  const parts = text.split(/[;\n|]|,(?=\s*[A-Za-z]\d{2})/).map((part) => part.trim());
  const read = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => ({ part, code: toIcd(part) ?? find(part) ?? null }));
  if (read.length === 0) return toNothing();
  const [is] = diagnosisTargets;
  const facts = read.map(({ part, code }): CellFact => ({
    is,
    value: code === null ? { kind: 'text', text: part } : { kind: 'coded', code },
  }));
  const remarks = [
    ...(read.some(({ part, code }) => code !== null && code !== part) ? [cleaned] : []),
    ...(read.some(({ code }) => code === null) ? [wordsOnly] : []),
  ];
  return toRead(facts, ...remarks);
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
