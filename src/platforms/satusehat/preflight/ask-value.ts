import { field, list, text } from '../../answer.ts';
import type { Fault, Finding, Place, Surroundings } from './finding.ts';
import type { RuleRow } from './rule-row.ts';

/** The code lists an asking may use: whole ones, and ones of which not all codes were published. */
export interface CodeLists {
  readonly whole: ReadonlyMap<string, ReadonlySet<string>>;
  readonly partial: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks at every value of one element of one parent, none included, and says what the row has against them. */
export type Asking = (found: readonly Place[], expression: string, around: Surroundings) => readonly Finding[];

/** What the kinds of a row ask, one asking each. */
export function toAskings(row: RuleRow, lists: CodeLists): readonly Asking[] {
  const { asks } = row;
  const form = toForm(row);
  return [
    ...(asks.has('wajib') ? [askPresence(row)] : []),
    ...(asks.has('acuan') ? [askTarget(row)] : []),
    ...(row.ownSlugs.size > 0 ? [askOwner(row)] : asks.has('sistem') ? [askCode(row, lists)] : []),
    ...(form === undefined ? [] : [form]),
  ];
}

/** Gives findings of one rule about the places that fail. */
export function each(
  rule: number,
  fault: Fault,
  fails: (value: unknown, around: Surroundings) => boolean,
): (found: readonly Place[], expression: string, around: Surroundings) => readonly Finding[] {
  return (found, _expression, around) =>
    found.filter(({ value }) => fails(value, around)).map(({ expression }) => ({ rule, fault, expression }));
}

export function askPresence({ rule, asks }: Pick<RuleRow, 'rule' | 'asks'>): Asking {
  const fault = asks.has('acuan') ? 'acuan-tidak-ada' : 'tidak-ada';
  return (found, expression) => {
    if (found.length === 0) return [{ rule, fault, expression }];
    return found.filter(({ value }) => value === '').map((place) => ({ rule, fault, expression: place.expression }));
  };
}

function askTarget({ rule, targets, companions }: RuleRow): Asking {
  return (found, _expression, around) => {
    const kinds = found.map(({ value }) => around.typeOf(text(field(value, 'reference'))) ?? '');
    const isLed = kinds.some((kind) => targets.has(kind));
    return found
      .filter((_place, at) => !targets.has(kinds[at] ?? '') && !(isLed && companions.has(kinds[at] ?? '')))
      .map(({ expression }) => ({ rule, fault: 'acuan-tidak-ada', expression }));
  };
}

const ownSystem = /^http:\/\/sys-ids\.kemkes\.go\.id\/([^/]+)\/([^/]+)/;
const creator = 'http://sys-ids.kemkes.go.id/creator';

function askOwner({ rule, ownSlugs, systems }: RuleRow): Asking {
  return (found, _expression, { organization }) =>
    found.flatMap(({ value, expression }): readonly Finding[] => {
      const [system, number] = [text(field(value, 'system')), text(field(value, 'value'))];
      const [, slug = '', owner] = ownSystem.exec(system) ?? [];
      const isTaken = system === creator || systems.has(system) || (ownSlugs.has(slug) && owner === organization);
      return [
        ...(isTaken ? [] : [{ rule, fault: 'bukan-milik', expression: `${expression}.system` } as const]),
        ...(number === '' ? [{ rule, fault: 'tidak-ada', expression: `${expression}.value` } as const] : []),
      ];
    });
}

function askCode(row: RuleRow, lists: CodeLists): Asking {
  const plain = new Set([...row.codes, ...[...row.systems].flatMap((system) => [...(lists.whole.get(system) ?? [])])]);
  return (found) =>
    found.flatMap(({ value, expression }): readonly Finding[] => {
      if (typeof value !== 'object' || value === null)
        return plain.size === 0 || plain.has(text(value)) ? [] : [{ rule: row.rule, fault: 'kode-asing', expression }];
      return codingsOf(value, expression).flatMap((coding) => judgeCoding(row, lists, coding));
    });
}

function codingsOf(value: object, expression: string): readonly Place[] {
  if (!Array.isArray(field(value, 'coding'))) return [{ value, expression }];
  return list(field(value, 'coding')).map((coding, at) => ({ value: coding, expression: `${expression}.coding[${String(at)}]` }));
}

function judgeCoding(row: RuleRow, lists: CodeLists, { value, expression }: Place): readonly Finding[] {
  const [system, code] = [text(field(value, 'system')), text(field(value, 'code'))];
  const { rule } = row;
  if (system === '') return [];
  if (!row.systems.has(system)) return [{ rule, fault: 'sistem-asing', expression: `${expression}.system` }];
  return code === '' ? [] : judgeMembership(row, lists, { system, code, expression: `${expression}.code` });
}

interface Coded {
  readonly system: string;
  readonly code: string;
  readonly expression: string;
}

/** Of the ministry's own systems a draft guide alone was published, so that an unknown code there is no certain fault. */
function judgeMembership(row: RuleRow, lists: CodeLists, { system, code, expression }: Coded): readonly Finding[] {
  const finding: Finding = { rule: row.rule, fault: 'kode-asing', expression };
  if (row.refusedCodes.has(code) || lists.whole.get(system)?.has(code) === false) return [finding];
  return lists.partial.get(system)?.has(code) === false ? [{ ...finding, doubt: 'lemah' }] : [];
}

/** The asking about the form of a value; where a row names dates and instants, either will do. */
function toForm(row: RuleRow): Asking | undefined {
  const { asks } = row;
  if (asks.has('saat')) return askInstant(row);
  const kind = [...asks].find((ask) => ask in forms);
  return kind === undefined
    ? undefined
    : each(row.rule, datePart.has(kind) ? 'bentuk-saat' : 'bentuk-nilai', (value) => !forms[kind]?.(value));
}

const datePart: ReadonlySet<string> = new Set(['tanggal', 'jam']);

const forms: Readonly<Record<string, (value: unknown) => boolean>> = {
  tanggal: isDay,
  jam: (value) => /^(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?$/.test(text(value)),
  desimal: (value) => typeof value === 'number',
  bulat: (value) => typeof value === 'number',
  teks: (value) => typeof value === 'string' && value.length > 0,
  boolean: (value) => value === true || value === false,
  umur: (value) => typeof field(value, 'value') === 'number' && field(value, 'system') === 'http://unitsofmeasure.org',
};

/** Offsets other than `+00:00` are no fault: staging was seen to take them in 2026. */
function askInstant({ rule, asks, ahead, longAgo }: RuleRow): Asking {
  return (found, _expression, { now, earliest }) =>
    found.flatMap(({ value, expression }): readonly Finding[] => {
      if (asks.has('tanggal') && isDay(value)) return [];
      const moment = toMoment(value);
      if (moment === undefined) return [{ rule, fault: 'bentuk-saat', expression }];
      const isOutside = (!ahead && moment > now.getTime()) || (!longAgo && moment < earliest);
      return isOutside ? [{ rule, fault: 'di-luar-masa', expression }] : [];
    });
}

/** The milliseconds of an instant with seconds and offset on a day that exists. */
export function toMoment(value: unknown): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text(value));
  return parts !== null && isDay(parts[1]) ? Date.parse(text(value)) : undefined;
}

function isDay(value: unknown): boolean {
  const parts = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.exec(text(value));
  if (parts === null) return false;
  const day = Date.parse(text(value));
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text(value));
}
