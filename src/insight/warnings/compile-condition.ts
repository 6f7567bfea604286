import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { ElementDefinition, ElementTable } from '../../map/element-definition.ts';
import { toUnknownWord } from '../../map/tables/read-table.ts';
import { toGiven } from '../../map/given.ts';
import type { Condition } from './warning-rules.ts';
import type { WrittenCondition } from './warning-schema.ts';

/** What a condition may name, and where its faults go. */
export interface ConditionContext {
  readonly elements: ElementTable;
  /** Keys of everything that is computed. */
  readonly statuses: ReadonlySet<string>;
  /** The classes that a status can have, where they are a closed list. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly report: (path: readonly (string | number)[], message: Bilingual) => void;
}

type Path = readonly (string | number)[];
type Context = ConditionContext;

const heads = ['status', 'element', 'age', 'all', 'any'] as const;
const never: Condition = { kind: 'any', of: [] };

/** Compiles a condition of the closed language; each fault names its place and the nearest word that is known. */
export function compileCondition(written: WrittenCondition, path: Path, context: Context): Condition {
  const used = heads.filter((head) => written[head] !== undefined);
  if (used.length !== 1) {
    const list = heads.join(', ');
    context.report(path, { id: `perlu tepat satu dari ${list}`, en: `exactly one of ${list} is needed` });
    return never;
  }
  const { status, element, age } = written;
  if (status !== undefined) return compileStatus(status, written, path, context);
  if (element !== undefined) return compileElement(element, written, path, context);
  return age === undefined ? compileList(written, path, context) : { kind: 'age', from: 0, below: Infinity, ...age };
}

function compileList({ all, any = [] }: WrittenCondition, path: Path, context: Context): Condition {
  const kind = all === undefined ? 'any' : 'all';
  return { kind, of: (all ?? any).map((each, at) => compileCondition(each, [...path, kind, at], context)) };
}

function compileStatus(key: string, { is = [], clear }: WrittenCondition, path: Path, context: Context): Condition {
  const { statuses, classes, report } = context;
  if (!statuses.has(key)) report([...path, 'status'], toUnknownWord({ id: 'status', en: 'status' }, key, statuses));
  if (is.length === 0) report(path, { id: '"is" harus diisi', en: '"is" is missing' });
  checkClasses([...is, ...(clear ?? [])], classes.get(key), [...path, 'is'], report);
  return { kind: 'status', key, is, ...toGiven({ clear }) };
}

function checkClasses(words: readonly string[], known: readonly string[] | undefined, path: Path, report: Context['report']): void {
  for (const word of words) {
    if (known?.includes(word) === false) report(path, toUnknownWord({ id: 'kelas', en: 'class' }, word, known));
  }
}

function compileElement(key: string, written: WrittenCondition, path: Path, context: Context): Condition {
  const definition = context.elements.elements.get(key);
  if (definition === undefined) {
    context.report([...path, 'element'], toUnknownWord({ id: 'elemen', en: 'element' }, key, context.elements.elements.keys()));
    return never;
  }
  if (written.yes !== undefined) return { kind: 'answer', key, yes: written.yes };
  if (written.is !== undefined) return compileCodes(definition, written.is, path, context);
  if (written.from === undefined && written.below === undefined)
    context.report(path, { id: 'perlu "is", "yes", "from" atau "below"', en: '"is", "yes", "from" or "below" is needed' });
  const { from, below } = written;
  return { kind: 'number', key, from: toSmallest(from ?? -Infinity, definition), below: toSmallest(below ?? Infinity, definition) };
}

function compileCodes({ key, codes }: ElementDefinition, is: readonly string[], path: Path, { report }: Context): Condition {
  for (const word of is) {
    if (codes?.includes(word) === false) report([...path, 'is'], toUnknownWord({ id: 'kode', en: 'code' }, word, codes));
  }
  return { kind: 'code', key, is };
}

function toSmallest(limit: number, { unit }: ElementDefinition): number {
  return Number.isFinite(limit) ? Math.round(limit * (unit?.perUnit ?? 1)) : limit;
}
