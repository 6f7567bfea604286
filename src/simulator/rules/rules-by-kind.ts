import { codingSystem } from './codes.ts';
import { dateTime } from './date-time.ts';
import type { Dictionary, DictionaryRule } from './dictionary.ts';
import { identifierSystem } from './identifier-system.ts';
import { mandatoryReference, optionalReference } from './references.ts';
import { mandatory, type Rule } from './rule.ts';
import { calendarText, valueType } from './values.ts';

const valueKinds = ['bulat', 'desimal', 'teks', 'boolean', 'umur'];

/** The rules that a row of the dictionary stands for, by its kinds alone. */
export function toRules(row: DictionaryRule, { codesOf }: Dictionary): readonly Rule[] {
  const { rule, path, kinds } = row;
  return [
    ...presence(row),
    ...(row.slugs.length > 0 ? [identifierSystem(row.type, { rule, slugs: row.slugs, others: row.systems })] : []),
    ...(kinds.has('sistem') && row.slugs.length === 0 ? [codingSystem(row, codesOf)] : []),
    ...times(row),
    ...valueKinds.filter((kind) => kinds.has(kind)).map((kind) => valueType(kind, rule, path)),
  ];
}

function presence({ rule, path, kinds, targets, beside }: DictionaryRule): readonly Rule[] {
  const demand = { rule, targets, beside };
  if (kinds.has('wajib')) return [kinds.has('acuan') ? mandatoryReference(demand, path) : mandatory(rule, path)];
  return kinds.has('acuan') ? [optionalReference(demand, path)] : [];
}

function times({ rule, path, kinds, mayLieAhead, mayBeLongAgo }: DictionaryRule): readonly Rule[] {
  if (kinds.has('saat')) return [dateTime(rule, path, { ahead: mayLieAhead, longAgo: mayBeLongAgo, dateAlone: kinds.has('tanggal') })];
  if (kinds.has('tanggal')) return [calendarText('tanggal', rule, path)];
  return kinds.has('jam') ? [calendarText('jam', rule, path)] : [];
}
