import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toWrittenSource } from '../../src/cli/open-kit.ts';
import { readProgrammeFiles, readProgrammeTable, readSourceFolders } from '../../src/ingest/programme-files.ts';
import { readUnknown } from '../../src/ingest/read-unknown.ts';
import type { Draft } from '../../src/kit/draft/make-draft.ts';
import { makeDraft } from '../../src/kit/draft/make-draft.ts';
import { inspectRecords } from '../../src/kit/inspect/inspect-records.ts';
import { inspectTable } from '../../src/kit/inspect/inspect-table.ts';
import type { WrittenSource } from '../../src/kit/words/collect-headings.ts';
import { collectHeadings } from '../../src/kit/words/collect-headings.ts';
import type { ColumnWords } from '../../src/kit/words/compile-words.ts';
import { compileWords } from '../../src/kit/words/compile-words.ts';
import { toTarget } from '../../src/kit/words/meaning.ts';
import { toPlainWords } from '../../src/kit/words/to-heading-words.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import { toComparable, toExactPath } from '../../src/map/conversions/clean-text.ts';
import type { Programme } from '../../src/map/programme.ts';
import { packageRoot } from '../../src/root.ts';

const names = ['posyandu-ilp', 'posyandu-kenanga', 'eppgbm', 'sistem-posyandu-sasaran', 'sistem-posyandu-imunisasi'];

let sources: readonly WrittenSource[] = [];
let words: ColumnWords;
let programme: Programme;

beforeAll(async () => {
  sources = (await readSourceFolders(join(packageRoot, 'sources'))).map(toWrittenSource);
  const compiledWords = compileWords(await readProgrammeTable(packageRoot, 'programme/kata-kolom.yaml'));
  const compiled = compileProgramme(await readProgrammeFiles(packageRoot));
  if (!compiledWords.ok || !compiled.ok) throw new Error('the tables do not compile');
  [words, programme] = [compiledWords.value, compiled.value];
});

/** The headings of a source as their words, the last step of a path alone. */
function headingsOf(source: WrittenSource): readonly string[] {
  const all = Object.entries(source.columns).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
  return all.map((each) => toPlainWords(each.includes('.') && !/\s/.test(each) ? (each.split('.').at(-1) ?? each) : each).join(' '));
}

/**
 * The dictionary without what it could have from one folder alone: a heading, or a word that some heading of that folder has and no heading of
 * another. Words of the programme itself (titles and keys of elements, targets) are nobody's.
 */
function withoutWordsOf(left: WrittenSource, all: ColumnWords): ColumnWords {
  const others = sources.filter((source) => source !== left).flatMap(headingsOf);
  const own = [...programme.elements.elements.values()].flatMap(({ key, title }) => [
    key.replaceAll('-', ' '),
    toPlainWords(title).join(' '),
  ]);
  const elsewhere = new Set([...others, ...own].flatMap((heading) => [heading, ...heading.split(' ')]));
  const here = new Set(headingsOf(left).flatMap((heading) => [heading, ...heading.split(' ')]));
  const isBorrowed = (phrase: string): boolean => here.has(phrase) && !elsewhere.has(phrase);
  const isKept = (phrase: string): boolean => !isBorrowed(phrase) && !phrase.split(' ').some(isBorrowed);
  const keep = (table: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> =>
    new Map([...table].map(([key, phrases]) => [key, phrases.filter(isKept)] as const));
  return {
    ...all,
    expansions: new Map([...all.expansions].filter(([short]) => isKept(short))),
    meanings: keep(all.meanings),
    ignored: keep(all.ignored),
  };
}

async function draftWithout(name: string, strict: boolean): Promise<{ readonly draft: Draft; readonly left: WrittenSource }> {
  const left = sources.find((source) => source.name === name);
  if (left === undefined) throw new Error(`no source ${name}`);
  const known = strict ? withoutWordsOf(left, words) : words;
  const others = sources.filter((source) => source !== left);
  const folder = join(packageRoot, 'sources', name, 'samples');
  const file = (await readdir(folder)).find((each) => !each.endsWith('.expected.json')) ?? '';
  const raw = await readUnknown(await readFile(join(folder, file)), true);
  if (!raw.ok) throw new Error('the sample cannot be read');
  const form = raw.value.is === 'table' ? inspectTable(raw.value) : inspectRecords(raw.value);
  const headings = collectHeadings(others, programme, known);
  const draft = form === null ? null : makeDraft(form, { name: 'berkas', programme, words: known, headings, asOf: '2026-11-22' });
  if (draft === null) throw new Error('no draft');
  return { draft, left };
}

/** What a column of the real folder is, by its heading in the sample: its target, or that it is not taken. */
function targetOf(source: WrittenSource, heading: string): string | undefined {
  const isPath = Object.keys(source.columns).some((name) => name.includes('.'));
  const toKey = isPath ? toExactPath : toComparable;
  const found = Object.entries(source.columns).find(([name, { aliases = [] }]) =>
    [name, ...aliases].some((each) => toKey(each) === toKey(heading)),
  );
  return found === undefined ? undefined : toTarget(found[1]);
}

function compare({ draft, left }: { readonly draft: Draft; readonly left: WrittenSource }) {
  const judged = draft.guesses.flatMap(({ column, meaning }) => {
    const real = targetOf(left, column.name);
    return real === undefined ? [] : [{ column: column.name, real, guessed: meaning?.target ?? '' }];
  });
  const wrong = judged.filter(({ real, guessed }) => real !== guessed);
  return { columns: judged.length, right: judged.length - wrong.length, wrong };
}

describe('a draft of a form whose folder is not there', () => {
  test.each(names)('maps at least 70 %% of its columns rightly: %s', async (name) => {
    const { columns, right } = compare(await draftWithout(name, false));
    expect(columns).toBeGreaterThan(10);
    expect(right / columns).toBeGreaterThanOrEqual(0.7);
  });

  test.each(names)('does so without any word the dictionary could have from it alone: %s', async (name) => {
    const { columns, right } = compare(await draftWithout(name, true));
    expect(right / columns).toBeGreaterThanOrEqual(0.7);
  });

  test('a list of words copied from one folder would not count', () => {
    const left = sources.find(({ name }) => name === 'sistem-posyandu-sasaran');
    if (left === undefined) throw new Error('no such source');
    const copied = { ...words, meanings: new Map([...words.meanings, ['berat-badan', ['kepersertaan bpjs']]]) };
    expect(withoutWordsOf(left, copied).meanings.get('berat-badan')).toEqual([]);
    expect(withoutWordsOf(left, words).meanings.get('person.nik')).toContain('nik');
  });
});
