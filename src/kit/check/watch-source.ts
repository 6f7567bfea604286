import { cleanText } from '../../map/conversions/clean-text.ts';
import { toGiven } from '../../map/given.ts';
import type { Column, Source } from '../../map/source.ts';

/** What was seen of a column while samples were read. */
export interface ColumnUse {
  readonly name: string;
  readonly targets: readonly string[];
  /** The code list by which its words are read. */
  readonly list?: string;
  /** True where a cell of it held something. */
  readonly filled: boolean;
  /** Words that no code list knows, each once. */
  readonly unknownWords: readonly string[];
}

/** A source whose columns tell what they were given to read. */
export interface WatchedSource {
  readonly source: Source;
  readonly uses: () => readonly ColumnUse[];
}

const wordCodes: readonly string[] = ['kode-tidak-dikenal', 'D17', 'D18', 'D19'];
const mostWords = 200;

interface Seen {
  readonly name: string;
  readonly targets: readonly string[];
  readonly list?: string;
  filled: boolean;
  readonly words: Set<string>;
}

/** Makes a source that reads as before and remembers which columns were filled and which words it did not know. */
export function watchSource(source: Source): WatchedSource {
  const seen = new Map<string, Seen>();
  const watched = new Map<Column, Column>();
  const watch = (column: Column): Column => {
    const made = watched.get(column) ?? toWatched(column, toSeen(column, source, seen));
    watched.set(column, made);
    return made;
  };
  const copy: Source = {
    ...source,
    ...{ columns: source.columns.map(watch), fill: source.fill.map(watch) },
    byHeader: new Map([...source.byHeader].map(([heading, column]) => [heading, watch(column)] as const)),
    ...watchVerbs(source, watch),
  };
  const uses = (): readonly ColumnUse[] => [...seen.values()].map(({ words, ...use }) => ({ ...use, unknownWords: [...words] }));
  return { source: copy, uses };
}

function watchVerbs({ repeat, group }: Source, watch: (column: Column) => Column): Pick<Source, 'repeat' | 'group'> {
  const as = repeat?.as === undefined ? {} : { as: watch(repeat.as) };
  const grouped = group && { by: group.by.map(watch), questions: group.questions.map(watch), answer: watch(group.answer) };
  return { ...(repeat && { repeat: { ...repeat, ...as } }), ...(grouped && { group: grouped }) };
}

/** Columns of a block that stand there once a month are one column here. */
function toSeen(column: Column, { repeat }: Source, seen: Map<string, Seen>): Seen {
  const word = column.block === undefined ? undefined : repeat?.of[column.block]?.word;
  const name = word === undefined ? column.name : column.name.slice(word.length).trim();
  const key = `${column.block === undefined ? '' : 'repeat '}${name}`;
  const known = seen.get(key) ?? {
    name,
    targets: column.targets,
    ...toGiven({ list: column.list }),
    filled: false,
    words: new Set<string>(),
  };
  if (column.read !== undefined) seen.set(key, known);
  return known;
}

function toWatched(column: Column, seen: Seen): Column {
  const { read } = column;
  if (read === undefined) return column;
  return {
    ...column,
    read: (text, day) => {
      const found = read(text, day);
      if (cleanText(text) !== '') seen.filled = true;
      const isUnknown = found.remarks.some(({ code, severity }) => wordCodes.includes(code) && severity !== 'information');
      if (isUnknown && (found.value ?? []).length === 0 && seen.words.size < mostWords) seen.words.add(cleanText(text));
      return found;
    },
  };
}
