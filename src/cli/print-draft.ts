import type { Issue } from '../fhir/issue.ts';
import type { Draft } from '../kit/draft/make-draft.ts';
import type { Form } from '../kit/form.ts';
import type { ColumnGuess } from '../kit/guess/column-guess.ts';
import type { Bilingual } from '../map/catalogue/catalogue-entry.ts';
import type { Trial } from './try-file.ts';
import type { Language } from './validate-options.ts';

/** A draft as it is reported. */
export interface DraftReport {
  readonly file: string;
  /** Where it was written; absent where it was not. */
  readonly folder: string | undefined;
  readonly draft: Draft;
  readonly trial: Trial;
}

/** How a report is printed. */
export interface ReportPrinting {
  readonly out: NodeJS.WritableStream;
  readonly json: boolean;
  readonly lang: Language;
}

/** Prints what was found of a file, what each column was taken for, what is open, and what the draft made of the file. */
export function printDraft(report: DraftReport, printing: ReportPrinting): void {
  if (printing.json) {
    printing.out.write(`${JSON.stringify(toJson(report))}\n`);
    return;
  }
  const say = createSay(printing);
  sayForm(report, say);
  sayColumns(report.draft.guesses, say);
  sayTrial(report.trial, say);
  sayQuestions(report, say);
}

/** Prints why a file cannot be used, and what to do. */
export function printUnusable(file: string, issues: readonly Issue[], { out, json, lang }: ReportPrinting): void {
  const lines = issues.filter(({ severity }) => severity !== 'information');
  if (json)
    out.write(
      `${JSON.stringify({ file, usable: false, issues: lines.map(({ code, text, diagnostics }) => ({ code, text, diagnostics })) })}\n`,
    );
  else
    for (const { text = '', diagnostics = '' } of lines)
      out.write(lang === 'en' ? `${file}: ${diagnostics}\n` : `${file}: ${text}\n  ${diagnostics}\n`);
}

type Say = (text: Bilingual, indent?: string) => void;

/** Indonesian with English below it, or English alone. */
export function createSay({ out, lang }: ReportPrinting): Say {
  return ({ id, en }, indent = '') => {
    out.write(lang === 'en' ? `${indent}${en}\n` : `${indent}${id}\n${id === en ? '' : `${indent}  ${en}\n`}`);
  };
}

function sayForm({ file, draft: { form, marks, stage } }: DraftReport, say: Say): void {
  say({ id: file, en: file });
  say(toFormWords(form), '  ');
  say(
    {
      id: `Baris data ${String(form.rows)}; tanggal ${marks.dates}; desimal "${marks.decimal}"; kelompok ${stage.group}.`,
      en: `Rows ${String(form.rows)}; days ${marks.dates}; decimal "${marks.decimal}"; group ${stage.group}.`,
    },
    '  ',
  );
}

const delimiterWords: Readonly<Record<string, Bilingual>> = {
  ',': { id: 'koma', en: 'comma' },
  ';': { id: 'titik koma', en: 'semicolon' },
  '\t': { id: 'tab', en: 'tab' },
  '|': { id: 'garis tegak', en: 'vertical bar' },
};

function toFormWords(form: Form): Bilingual {
  if (form.is === 'records') return toRecordWords(form);
  const delimiter = delimiterWords[form.delimiter] ?? { id: form.delimiter, en: form.delimiter };
  const at = toHeaderPlace(form);
  const blocks = form.repeat?.of.join(', ');
  const more = blocks === undefined ? { id: '', en: '' } : { id: `; kolom berulang ${blocks}`, en: `; repeated columns ${blocks}` };
  return {
    id: `CSV, pemisah ${delimiter.id}, ${form.encoding}, kepala kolom di baris ${at}${more.id}.`,
    en: `CSV, separated by ${delimiter.en}, ${form.encoding}, header in line ${at}${more.en}.`,
  };
}

function toRecordWords({ records, joins }: Form & { readonly is: 'records' }): Bilingual {
  const names = joins.map(({ name }) => name).join(', ');
  const more = names === '' ? { id: '', en: '' } : { id: `, tersambung ke ${names}`, en: `, joined with ${names}` };
  return { id: `JSON, rekaman pada ${records}${more.id}.`, en: `JSON, records at ${records}${more.en}.` };
}

function toHeaderPlace({ header }: Form & { readonly is: 'table' }): string {
  if (header.is !== 'named') return '-';
  const first = String(header.at - header.lines + 1);
  return header.lines > 1 ? `${first}-${String(header.at)}` : first;
}

const certaintyMarks = { pasti: '  ', mungkin: '? ', tidak: '! ' } as const;

function sayColumns(guesses: readonly ColumnGuess[], say: Say): void {
  const count = (certainty: ColumnGuess['certainty']): number => guesses.filter((guess) => guess.certainty === certainty).length;
  for (const { column, meaning, certainty } of guesses) {
    const target = toTargetWords(meaning);
    const name = column.name.padEnd(28);
    say({ id: `${certaintyMarks[certainty]}${name} ${target.id}`, en: `${certaintyMarks[certainty]}${name} ${target.en}` }, '  ');
  }
  const [sure, likely, none] = [count('pasti'), count('mungkin'), count('tidak')];
  say({
    id: `Kolom ${String(guesses.length)}: pasti ${String(sure)}, perlu diperiksa (?) ${String(likely)}, belum dipetakan (!) ${String(none)}.`,
    en: `Columns ${String(guesses.length)}: certain ${String(sure)}, to be checked (?) ${String(likely)}, not mapped yet (!) ${String(none)}.`,
  });
}

function toTargetWords(meaning: ColumnGuess['meaning']): Bilingual {
  if (meaning === undefined) return { id: 'belum dipetakan', en: 'not mapped yet' };
  const { target, written } = meaning;
  const { ignore } = written;
  if (ignore !== undefined) return { id: `diabaikan: ${ignore}`, en: `ignored: ${ignore}` };
  return { id: target, en: target };
}

/** What became of the file when it was read with the draft. */
export function sayTrial({ isRefused, issues, counts, reasons }: Trial, say: Say): void {
  if (isRefused) {
    say({ id: 'Dicoba: berkas ini belum dapat dibaca dengan draf.', en: 'Tried: this file cannot be read with the draft yet.' });
    for (const { severity, text = '', diagnostics = '' } of issues) if (severity === 'fatal') say({ id: text, en: diagnostics }, '  ');
    return;
  }
  const { accepted, warning, quarantined, skipped } = counts;
  const codes = reasons
    .slice(0, 8)
    .map(([code, times]) => `${code} ${String(times)}`)
    .join(', ');
  say({
    id: `Dicoba: diterima ${String(accepted)}, dengan catatan ${String(warning)}, ditahan ${String(quarantined)}, dilewati ${String(skipped)}${codes === '' ? '' : ` (${codes})`}. Tidak ada yang disimpan.`,
    en: `Tried: accepted ${String(accepted)}, with remarks ${String(warning)}, quarantined ${String(quarantined)}, skipped ${String(skipped)}${codes === '' ? '' : ` (${codes})`}. Nothing was stored.`,
  });
}

function sayQuestions({ folder, draft: { questions } }: DraftReport, say: Say): void {
  if (questions.length > 0) say({ id: 'Pertanyaan:', en: 'Questions:' });
  questions.forEach(({ at, text }, index) => {
    const mark = `${String(index + 1)}. [${at}] `;
    say({ id: `${mark}${text.id}`, en: `${mark}${text.en}` }, '  ');
  });
  if (folder === undefined) return;
  say({
    id: `Draf ditulis di ${folder}. Buka source.yaml, columns.yaml dan codes.yaml, selesaikan tanda "# PERIKSA", lalu jalankan: titian source check ${folder}`,
    en: `The draft was written to ${folder}. Open source.yaml, columns.yaml and codes.yaml, settle what is marked "# PERIKSA", then run: titian source check ${folder}`,
  });
}

function toJson({ file, folder, draft, trial }: DraftReport): unknown {
  const { form, guesses, questions, marks, stage } = draft;
  const { columns: _columns, ...shape } = form;
  const columns = guesses.map(({ column, meaning, certainty, others, share, asked }) => ({
    ...{ column: column.name, certainty, target: meaning?.target ?? null, written: meaning?.written ?? null },
    ...{ readable: asked === 0 ? null : Math.round(share * 100) / 100, asked, others },
  }));
  const repeat = form.is === 'table' ? form.repeat : undefined;
  const blocks = repeat === undefined ? {} : { repeat: { ...repeat, columns: repeat.columns.map(({ name }) => name) } };
  const tried = { refused: trial.isRefused, counts: trial.counts, reasons: Object.fromEntries(trial.reasons) };
  return {
    file,
    folder: folder ?? null,
    usable: true,
    form: { ...shape, ...blocks, titles: undefined },
    marks,
    stage,
    columns,
    questions,
    tried,
  };
}
