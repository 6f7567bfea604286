import { toMonth } from '../../map/conversions/read-month.ts';
import type { FormColumn, FormRepeat } from '../form.ts';
import { mostValues } from '../form.ts';
import type { Heading } from './to-headings.ts';

/** A column of a block: the word of its block, and what it is called within. */
interface Member {
  readonly at: number;
  readonly word: string;
  readonly kind: string;
  readonly leaf: string;
}

/** Blocks that repeat side by side, and the columns that belong to them. */
export interface FoundRepeat {
  readonly repeat: FormRepeat;
  readonly members: ReadonlySet<number>;
  /** Columns of one block that cannot be read with it, and the word of that block. */
  readonly apart: ReadonlyMap<number, string>;
}

/** Finds columns that stand there once a month (`JAN BB`, a month above BB and TB), or once a contact with its own day (`K1`, `K2`). */
export function findRepeat(headings: readonly Heading[], columns: readonly FormColumn[]): FoundRepeat | undefined {
  const months = headings.flatMap((heading, at) => toMember(heading, at, toMonthParts));
  const byMonth = toRepeat(months, columns, 'visit.month');
  if (byMonth !== undefined) return byMonth;
  const contacts = headings.flatMap((heading, at) => toMember(heading, at, toContactParts));
  const kinds = [...new Set(contacts.map(({ kind }) => kind))];
  return kinds
    .map((kind) =>
      toRepeat(
        contacts.filter((each) => each.kind === kind),
        columns,
        undefined,
      ),
    )
    .find((found) => found?.repeat.columns.some(({ heading }) => /\b(?:tgl|tanggal|date)\b/i.test(heading)) === true);
}

type TakeWord = (text: string) => Omit<Member, 'at'> | undefined;

function toMember(heading: Heading, at: number, take: TakeWord): readonly Member[] {
  const above = heading.above.map((cell) => take(cell)).find((found) => found?.leaf === '');
  if (above !== undefined) return heading.own === '' ? [] : [{ ...above, leaf: heading.own, at }];
  const found = take(heading.own);
  // `BB` above its months.
  return found === undefined ? [] : [{ ...found, leaf: found.leaf === '' ? (heading.above[0] ?? '') : found.leaf, at }];
}

/** `Jan BB`, `BB Januari 2025`, `Mei`. */
function toMonthParts(text: string): Omit<Member, 'at'> | undefined {
  const match = /^(\p{L}+)\.?(\s*[-/]?\s*(?:19|20)\d{2})?(?:[\s_./-]+(.*))?$/u.exec(text);
  if (match !== null && toMonth(match[1] ?? '') !== null) return toMonthMember(match[1], match[2], match[3]);
  const last = /^(.*?)[\s_./-]+(\p{L}+)\.?(\s*[-/]?\s*(?:19|20)\d{2})?$/u.exec(text);
  return last !== null && toMonth(last[2] ?? '') !== null ? toMonthMember(last[2], last[3], last[1]) : undefined;
}

function toMonthMember(month = '', year = '', leaf = ''): Omit<Member, 'at'> {
  return { word: `${month}${year === '' ? '' : ` ${year.replace(/\D/g, '')}`}`, kind: 'bulan', leaf: leaf.trim() };
}

/** `K1 Tgl`, `Kunjungan 2`, `ANC-3 BB`. */
function toContactParts(text: string): Omit<Member, 'at'> | undefined {
  const match = /^(k|kf|kn|anc|pnc|kunjungan|kontak|pemeriksaan|kunj)[\s.-]*(?:ke[\s-]*)?(\d{1,2})(?:[\s_./:-]+(.*))?$/iu.exec(text);
  if (match === null) return undefined;
  const leaf = (match[3] ?? '').trim();
  return {
    word: leaf === '' ? text : text.slice(0, text.length - leaf.length).replace(/[\s_./:-]+$/, ''),
    kind: (match[1] ?? '').toLowerCase(),
    leaf,
  };
}

function toRepeat(members: readonly Member[], columns: readonly FormColumn[], as: 'visit.month' | undefined): FoundRepeat | undefined {
  const of = [...new Set(members.map(({ word }) => word))];
  if (of.length < 2) return undefined;
  const leaves = [...new Set(members.map(({ leaf }) => leaf))];
  // A month in one heading alone (`Vit A Februari`) is no block; what is repeated stands there at least twice.
  const kept = leaves.filter((leaf) => members.filter((each) => each.leaf === leaf).length >= 2);
  if (kept.length === 0) return undefined;
  const inBlocks = members.filter(({ leaf }) => kept.includes(leaf));
  const words = of.filter((word) => inBlocks.some((each) => each.word === word));
  const all = [...inBlocks, ...toLone(members, inBlocks)];
  const merged = [...new Set(all.map(({ leaf }) => leaf))].map((leaf) =>
    toMerged(
      leaf,
      all.filter((each) => each.leaf === leaf).flatMap(({ at }) => columns[at] ?? []),
    ),
  );
  const apart = members.filter((each) => !all.includes(each)).map(({ at, word }) => [at, word] as const);
  const places = { members: new Set(all.map(({ at }) => at)), apart: new Map(apart) };
  return { repeat: { of: words, columns: merged, ...(as === undefined ? {} : { as }) }, ...places };
}

/**
 * What stands in one block alone (`VIT A` under August) belongs to the visit of that block: read as a column of the whole row it would be
 * given to every one of them. Where a block is one column, called by its word alone, nothing can stand beside it.
 */
function toLone(members: readonly Member[], inBlocks: readonly Member[]): readonly Member[] {
  if (inBlocks.some(({ leaf }) => leaf === '')) return [];
  const keys = new Set(inBlocks.map(({ word }) => toWordKey(word)));
  return members.filter((each) => !inBlocks.includes(each) && each.leaf !== '' && keys.has(toWordKey(each.word)));
}

/** A month by its number, however it is written; a contact by its word. */
function toWordKey(word: string): string {
  const [name = '', ...rest] = word.split(' ');
  return [toMonth(name) ?? name.toLowerCase(), ...rest].join(' ');
}

/** What one column of every block holds. A block of one column is called by its word alone and needs a name of its own. */
function toMerged(leaf: string, all: readonly FormColumn[]): FormColumn {
  const values = all.flatMap((column) => column.values).slice(0, mostValues);
  const rows = all.reduce((total, column) => total + column.rows, 0);
  return { name: leaf === '' ? 'isi' : leaf, heading: leaf, within: [], values, at: -1, rows };
}
