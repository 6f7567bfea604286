import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import { largestJson, readUnknown } from '../ingest/read-unknown.ts';
import type { UnknownFile } from '../ingest/read-unknown.ts';
import type { Answers } from '../kit/draft/answer.ts';
import type { Draft } from '../kit/draft/make-draft.ts';
import { makeDraft } from '../kit/draft/make-draft.ts';
import type { Form } from '../kit/form.ts';
import { inspectRecords } from '../kit/inspect/inspect-records.ts';
import { inspectTable } from '../kit/inspect/inspect-table.ts';
import { toSample } from '../kit/sample/to-sample.ts';
import { toIssue } from '../map/catalogue/issue-catalogue.ts';
import type { LocalDate } from '../map/visit.ts';
import { openKit } from './open-kit.ts';
import type { Kit } from './open-kit.ts';
import { printDraft, printUnusable } from './print-draft.ts';
import type { Language } from './validate-options.ts';
import { tryFile } from './try-file.ts';
import type { Trial } from './try-file.ts';

/** What `titian source new` is told beside the file. */
export interface NewSourceOptions extends Answers {
  readonly name?: string;
  readonly out: string;
  readonly sources?: string;
  readonly programme?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly lang: Language;
}

/** Where the command prints, and what day it is. */
export interface SourcePrinting {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly today: LocalDate;
}

/** The command was called with something that cannot be read or written. */
export class SourceCallError extends Error {
  override readonly name = 'SourceCallError';
}

/** Inspects a file and writes the draft of its source folder; 0 = complete, 1 = with questions, 2 = the file cannot be used. */
export async function newSource(file: string, options: NewSourceOptions, printing: SourcePrinting): Promise<0 | 1 | 2> {
  const read = await readFileHead(file);
  const name = toName(options.name ?? basename(file));
  const kit = await openKit(toList(options.sources), toList(options.programme));
  const made = read.ok ? await makeTried(read.value, { name, file, options, kit, today: printing.today }) : read;
  if (!made.ok) {
    printUnusable(file, made.issues, { ...options, ...printing });
    return 2;
  }
  const { draft, trial } = made.value;
  const folder = join(options.out, name);
  if (!options.dryRun) await writeDraft(folder, draft, toSample(made.value.raw, draft, toMaskSetting(draft, kit, printing.today)));
  printDraft({ file, folder: options.dryRun ? undefined : folder, draft, trial }, { ...options, ...printing });
  return draft.questions.length === 0 ? 0 : 1;
}

function toList(folder: string | undefined): readonly string[] {
  return folder === undefined ? [] : [folder];
}

function toMaskSetting(draft: Draft, { tables }: Kit, asOf: LocalDate) {
  const knownWords = new Set([...tables.programme.codeLists.values()].flatMap(({ byWord }) => [...byWord.keys()]));
  const listed = new Set([...tables.programme.elements.elements.values()].flatMap(({ key, codes }) => (codes === undefined ? [] : [key])));
  return { dates: draft.marks.dates, asOf, knownWords, listed };
}

interface Making {
  readonly name: string;
  readonly file: string;
  readonly options: NewSourceOptions;
  readonly kit: Kit;
  readonly today: LocalDate;
}

interface Made {
  readonly raw: UnknownFile;
  readonly draft: Draft;
  readonly trial: Trial;
}

/** A draft is tried on the very file; where its header is not found by names the columns go by their numbers. */
async function makeTried(raw: UnknownFile, { name, file, options, kit, today }: Making): Promise<Checked<Made>> {
  const form: Form | null = raw.is === 'table' ? inspectTable(raw) : inspectRecords(raw);
  if (form === null) return toFailed(toIssue({ code: 'berkas-tanpa-baris', severity: 'fatal' }));
  const setting = { name, programme: kit.tables.programme, words: kit.words, headings: kit.headings, asOf: today, answers: options };
  const draft = makeDraft(form, setting);
  if (draft === null) return toFailed(toIssue({ code: 'berkas-tanpa-baris', severity: 'fatal' }));
  const trial = await tryFile(file, draft.source, { tables: kit.tables, today, request: options });
  if (!trial.isRefused || draft.source.positional || form.is !== 'table') return toPassed({ raw, draft, trial });
  const second = makeDraft(form, { ...setting, positional: true });
  if (second === null) return toPassed({ raw, draft, trial });
  return toPassed({ raw, draft: second, trial: await tryFile(file, second.source, { tables: kit.tables, today, request: options }) });
}

/** The file as far as it is looked at: its first 32 MB. */
async function readFileHead(file: string): Promise<Checked<UnknownFile>> {
  try {
    const { size } = await stat(file);
    const handle = await open(file, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(size, largestJson));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return await readUnknown(bytes.subarray(0, bytesRead), size <= largestJson);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    throw new SourceCallError(`${file}: tidak dapat dibuka, periksa jalur dan haknya / cannot be opened, check its path and rights`, {
      cause,
    });
  }
}

/** The name of a folder: small letters, digits and strokes; no long numbers, which could be somebody's. */
export function toName(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,6}$/, '')
    .replace(/\d{6,}/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'formulir' : plain;
}

async function writeDraft(folder: string, draft: Draft, sample: { readonly name: string; readonly text: string }): Promise<void> {
  await mkdir(join(folder, 'samples'), { recursive: true }).catch((cause: unknown) => {
    throw new SourceCallError(`${folder}: tidak dapat ditulis / cannot be written`, { cause });
  });
  const files = [
    ...draft.files.map(({ path, text }) => [basename(path), text] as const),
    [join('samples', sample.name), sample.text] as const,
  ];
  for (const [name, text] of files) {
    await writeFile(join(folder, name), text, { flag: 'wx' }).catch((cause: unknown) => {
      throw new SourceCallError(
        `${join(folder, name)}: sudah ada atau tidak dapat ditulis; pilih nama lain dengan --name / exists already or cannot be written; choose another name with --name`,
        { cause },
      );
    });
  }
}
