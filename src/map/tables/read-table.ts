import type { Static, TSchema } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import type { Document } from 'yaml';
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toNearestWord } from '../nearest-word.ts';
import { checkAliases } from './check-aliases.ts';

/** A YAML table as it lies on the disk: its path as a person would name it, and its text. */
export interface TableFile {
  readonly path: string;
  readonly text: string;
}

/** A table that was read: its contents, and how to name a fault in it by file and line. */
export interface Table<T> {
  readonly value: T;
  readonly fault: (path: readonly (string | number)[], message: Bilingual) => Issue;
}

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });

/** Parses a YAML table and checks its structure; every fault names file, line and, for an unknown word, the nearest known one. */
export function readTable<S extends TSchema>(file: TableFile, schema: S): Checked<Table<Static<S>>> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, logLevel: 'error' });
  const fault = (path: readonly (string | number)[], message: Bilingual): Issue =>
    toTableIssue(file.path, toLine(document, lines, path), message);
  const broken = findBroken(document, lines, file.path);
  if (broken.length > 0) return toFailed(...broken);
  const value: unknown = document.toJS({ maxAliasCount: mostExpanded });
  const validate = ajv.compile<Static<S>>(schema);
  if (validate(value)) return toPassed({ value, fault });
  // A union that fails reports each of its branches; the first fault of a place says enough.
  const seen = new Set<string>();
  const issues = (validate.errors ?? []).flatMap((error) => {
    // A condition only says that one of its branches failed, which was said before.
    if (error.keyword === 'if') return [];
    if (seen.has(error.instancePath)) return [];
    seen.add(error.instancePath);
    return [fault(toPath(error), toMessage(error))];
  });
  return toFailed(...issues);
}

// What aliases may unfold to; how many there may be is checked before.
const mostExpanded = 100_000;

/** What makes a text no YAML, or YAML that cannot be unfolded. */
function findBroken(document: Document.Parsed, lines: LineCounter, path: string): readonly Issue[] {
  const broken = document.errors.map((error) => {
    const [reason = ''] = error.message.split('\n');
    return toTableIssue(path, error.linePos?.[0].line ?? 1, {
      id: `bukan YAML yang sah (${reason})`,
      en: `not valid YAML (${reason})`,
    });
  });
  if (broken.length > 0) return broken;
  const toUnknown = (name: string, anchors: ReadonlySet<string>) => toUnknownWord({ id: 'jangkar', en: 'anchor' }, name, anchors);
  return checkAliases(document, toUnknown).map(({ offset, message }) => toTableIssue(path, lines.linePos(offset).line, message));
}

/** Names a fault of a table by file and line, in both languages. */
export function toTableIssue(path: string, line: number, message: Bilingual): Issue {
  const place = `${path}:${String(line)}`;
  return toIssue({ code: 'tabel-rusak', severity: 'fatal', detail: { id: `${place}: ${message.id}`, en: `${place}: ${message.en}` } });
}

/** Says that a word is unknown and offers the nearest known one. */
export function toUnknownWord(what: Bilingual, word: string, known: Iterable<string>): Bilingual {
  const nearest = toNearestWord(word, known);
  const id = nearest === undefined ? '' : `, mungkin maksudnya "${nearest}"`;
  const en = nearest === undefined ? '' : `, perhaps "${nearest}" was meant`;
  return { id: `${what.id} "${word}" tidak dikenal${id}`, en: `unknown ${what.en} "${word}"${en}` };
}

function toPath(error: ErrorObject): readonly string[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { additionalProperty: extra } = toParams(error);
  return extra === undefined ? path : [...path, extra];
}

function toMessage(error: ErrorObject): Bilingual {
  const { additionalProperty: extra, missingProperty: missing, allowedValues: allowed } = toParams(error);
  if (extra !== undefined) return toUnknownWord({ id: 'kata kunci', en: 'keyword' }, extra, toKeywords(error));
  if (missing !== undefined) return { id: `"${missing}" harus diisi`, en: `"${missing}" is missing` };
  if (allowed !== undefined && typeof error.data === 'string') return toUnknownWord({ id: 'kata', en: 'word' }, error.data, allowed);
  if (error.keyword === 'type') return toExpected(error);
  const words = keywordWords[error.keyword];
  if (words !== undefined) return words;
  const reason = error.message ?? error.keyword;
  return { id: `isinya tidak sah (${reason})`, en: `invalid value (${reason})` };
}

const keywordWords: Readonly<Record<string, Bilingual>> = {
  maxProperties: { id: 'di sini hanya boleh ada satu kata kunci', en: 'only one keyword may stand here' },
  minProperties: { id: 'di sini harus ada paling sedikit satu kata kunci', en: 'at least one keyword has to stand here' },
  minItems: { id: 'daftar ini tidak boleh kosong', en: 'this list must not be empty' },
  minLength: { id: 'teks ini tidak boleh kosong', en: 'this text must not be empty' },
};

const typeWords: Readonly<Record<string, Bilingual>> = {
  object: { id: 'kelompok "kunci: isi"', en: 'a group of "key: value"' },
  array: { id: 'daftar, misalnya [a, b]', en: 'a list, such as [a, b]' },
  string: {
    id: 'teks; beri tanda kutip bila tampak seperti angka atau ya/tidak',
    en: 'a text; quote it where it looks like a number or a yes',
  },
  number: { id: 'angka', en: 'a number' },
  integer: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
};

/** What stood where something else was expected; a schema may say it in its own words, Indonesian as its title and English as its description. */
function toExpected({ parentSchema, schema }: ErrorObject): Bilingual {
  const own: { readonly id: unknown; readonly en: unknown } = { id: parentSchema?.['title'], en: parentSchema?.['description'] };
  if (typeof own.id === 'string' && typeof own.en === 'string') return { id: own.id, en: own.en };
  const { id, en } = typeWords[String(schema)] ?? { id: String(schema), en: String(schema) };
  return { id: `seharusnya ${id}`, en: `expected ${en}` };
}

function toKeywords({ parentSchema }: ErrorObject): readonly string[] {
  const known: unknown = parentSchema?.['properties'];
  return typeof known === 'object' && known !== null ? Object.keys(known) : [];
}

const paramsSchema = Type.Object({
  additionalProperty: Type.Optional(Type.String()),
  missingProperty: Type.Optional(Type.String()),
  allowedValues: Type.Optional(Type.Array(Type.String())),
});
const isParams = ajv.compile<Static<typeof paramsSchema>>(paramsSchema);

function toParams({ params }: ErrorObject): Static<typeof paramsSchema> {
  const known: unknown = params;
  return isParams(known) ? known : {};
}

function toLine(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const offset = toKeyOffset(parent, path[length - 1]);
    if (offset !== null) return lines.linePos(offset).line;
  }
  return 1;
}

function toKeyOffset(parent: unknown, key: string | number | undefined): number | null {
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return toOffset(pair?.key);
  }
  return isSeq(parent) ? toOffset(parent.items[Number(key)]) : null;
}

function toOffset(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
