import { cleanText, toComparable } from './clean-text.ts';

const babyWords = /^(by|bayi|anak|bbl)\b[\s.]*(ny|nyonya|ibu|dari)?\b/i;
const honorifics = /^(an|tn|ny|nn|sdr|sdri|bpk|bapak|ibu|dr|drg|hj|h)\.?\s+/i;
const titled = /^(an|tn|ny|nn|sdr|sdri|bpk)\.\s*/i;
const testWord = '(?:tes|test|testing|coba|cobacoba|uji coba|ujicoba|dummy|contoh|sample|asdf|qwerty|xxx+|aaa+|abc|abcd)';
const testWords = new RegExp(`^${testWord}(?: (?:${testWord}|\\d+|anak|balita|data|bayi|nama|pasien|ibu))*$`);

/** True for "By. Ny. Siti", "Bayi Ny X", "Anak ibu Dewi", "An. Budi": a way of speaking, not an official name (D21). */
export function isUnofficialName(name: string): boolean {
  return isBabyName(name) || titled.test(name.trim());
}

/** True for a baby that is still called after its mother. */
export function isBabyName(name: string): boolean {
  const cleaned = cleanText(name);
  return /^(by|bayi)\b/i.test(cleaned) || (babyWords.test(cleaned) && /^(anak|bbl)[\s.]+(ny|nyonya|ibu|dari)\b/i.test(cleaned));
}

/** True for names that people type to try a form out (D30). */
export function isTestName(name: string): boolean {
  return testWords.test(toComparable(name));
}

/** Brings a name to the shape in which names are compared: no honorifics, no degrees, no punctuation, upper case. */
export function toComparableName(name: string): string {
  let plain = cleanText(name).replace(/,.*$/, '');
  for (let at = 0; at < 3 && honorifics.test(plain); at += 1) plain = plain.replace(honorifics, '');
  return plain
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/**
 * The order of birth that the name of a baby tells: "By. Ny. Siti I" and "II", "Bayi 2 Ny. Siti", "By Ny Siti (kembar 1)". Letters are none:
 * "By. Ny. Siti A" is as often an initial.
 */
export function toBirthOrder(name: string): number | undefined {
  if (!isBabyName(name)) return undefined;
  const cleaned = cleanText(name);
  const written = (/[\s(,/-](?:kembar\s*)?(i{1,3}|[1-3])\)?\s*$/i.exec(cleaned) ??
    /^(?:by|bayi)[\s.]*(i{1,3}|[1-3])\b/i.exec(cleaned))?.[1];
  if (written === undefined) return undefined;
  return /^\d$/.test(written) ? Number(written) : written.length;
}

/** Takes both parents out of one cell: `DENI / WULAN`, `Siti & Ahmad`. One name gives a list of one. */
export function splitParents(text: string): readonly string[] {
  return text
    .split(/[/&+]|\bdan\b/i)
    .map((each) => cleanText(each))
    .filter((each) => each !== '' && each !== '-');
}
