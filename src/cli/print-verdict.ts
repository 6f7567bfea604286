import { undecidedReasons } from '../validate/catalogue/undecided-reasons.ts';
import type { Verdict } from '../validate/text/validate-text.ts';
import type { Language } from './validate-options.ts';

/** How verdicts are printed: for a program, or for a person in one language or both. */
interface VerdictPrinting {
  readonly json: boolean;
  readonly lang?: Language;
  readonly tally: Tally;
  readonly out: NodeJS.WritableStream;
}

/** What was found in all files together. */
export interface Tally {
  resources: number;
  invalid: number;
  errors: number;
  warnings: number;
  undecided: number;
}

/** A tally of nothing yet. */
export function createTally(): Tally {
  return { resources: 0, invalid: 0, errors: 0, warnings: 0, undecided: 0 };
}

/** Prints one verdict and adds it to the tally. */
export function printVerdict(verdict: Verdict, { json, lang = 'id', tally, out }: VerdictPrinting): void {
  tally.resources += 1;
  if (!verdict.valid) tally.invalid += 1;
  for (const { severity } of verdict.issues) {
    if (severity === 'warning') tally.warnings += 1;
    else if (severity !== 'information') tally.errors += 1;
  }
  tally.undecided += verdict.undecided.length;
  out.write(json ? `${JSON.stringify(verdict)}\n` : toReadable(verdict, lang));
}

/** Prints what was found in all, in one line a language. */
export function printSummary(tally: Tally, { lang = 'id', out }: Pick<VerdictPrinting, 'lang' | 'out'>): void {
  const { resources, invalid, errors, warnings, undecided } = tally;
  const sound = resources - invalid;
  const id = `${String(resources)} resource: ${String(sound)} sah, ${String(invalid)} tidak sah; ${String(errors)} galat, ${String(warnings)} peringatan, ${String(undecided)} tidak diputuskan.`;
  const en = `${String(resources)} ${resources === 1 ? 'resource' : 'resources'}: ${String(sound)} valid, ${String(invalid)} not valid; ${String(errors)} ${errors === 1 ? 'error' : 'errors'}, ${String(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}, ${String(undecided)} undecided.`;
  out.write(lang === 'en' ? `${en}\n` : `${id}\n${en}\n`);
}

const MARKS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  fatal: { id: 'GALAT', en: 'ERROR' },
  error: { id: 'GALAT', en: 'ERROR' },
  warning: { id: 'PERINGATAN', en: 'WARNING' },
  information: { id: 'CATATAN', en: 'NOTE' },
};

function toReadable({ file, line, resourceType, valid, issues, undecided }: Verdict, lang: Language): string {
  const verdict = valid ? { id: 'sah / valid', en: 'valid' } : { id: 'tidak sah / not valid', en: 'not valid' };
  const head = `${file}${line === undefined ? '' : `:${String(line)}`}${resourceType === '' ? '' : ` (${resourceType})`}: ${verdict[lang]}`;
  const told = issues.map(({ severity, code, expression, text, diagnostics, line: at, column }) => {
    const place = at === undefined ? '' : ` ${String(at)}:${String(column ?? 1)}`;
    const top = `  ${MARKS[severity]?.[lang] ?? severity} [${code}]${place}${expression === '' ? '' : ` ${expression}`}`;
    return [top, ...(lang === 'id' ? [text, diagnostics] : [diagnostics]).map((words) => `      ${words}`)].join('\n');
  });
  const open = undecided.map(
    ({ expression, valueSet, reason }) => `  ${toUndecidedMark(lang)} ${expression} (${valueSet}): ${toReason(reason, lang)}`,
  );
  return `${[head, ...told, ...open].join('\n')}\n`;
}

function toUndecidedMark(lang: Language): string {
  return lang === 'id' ? 'tidak diputuskan / undecided:' : 'undecided:';
}

function toReason(reason: string, lang: Language): string {
  const title = undecidedReasons[reason]?.title;
  if (title === undefined) return reason;
  return lang === 'id' ? `${title.id} / ${title.en}` : title.en;
}
