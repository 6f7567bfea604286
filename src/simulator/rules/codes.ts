import { presentAt, type Found } from '../element-path.ts';
import { isJsonObject, printed, textAt, type Json } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import type { DictionaryRule } from './dictionary.ts';
import { numbered, type Rule } from './rule.ts';

type CodesOf = ReadonlyMap<string, ReadonlySet<string>>;

/** Takes only the listed coding systems in a CodeableConcept, Coding or Quantity, and only codes their lists know; a plain code is looked up itself. */
export function codingSystem(row: DictionaryRule, codesOf: CodesOf): Rule {
  const plain = plainCodes(row, codesOf);
  return (resource) => presentAt(resource, row.path).flatMap((found) => check(found, row, { plain, codesOf }));
}

interface Lists {
  /** The codes a plain code element may have; undefined where no list is known. */
  readonly plain: ReadonlySet<string> | undefined;
  readonly codesOf: CodesOf;
}

function plainCodes({ codes, systems }: DictionaryRule, codesOf: CodesOf): ReadonlySet<string> | undefined {
  const known = [...codes, ...systems.flatMap((system) => [...(codesOf.get(system) ?? [])])];
  return known.length === 0 ? undefined : new Set(known);
}

function check(found: Found, row: DictionaryRule, { plain, codesOf }: Lists): readonly Refusal[] {
  const { value, expression } = found;
  if (!isJsonObject(value)) {
    const known = plain === undefined || (typeof value === 'string' && plain.has(value));
    return known ? [] : [unknownCode(row.rule, { code: printed(value), system: row.systems[0] ?? '' }, expression)];
  }
  return codingsWithin(found).flatMap((coding) => checkCoding(coding, row, codesOf));
}

function checkCoding({ value, expression }: Found, row: DictionaryRule, codesOf: CodesOf): readonly Refusal[] {
  const [system, code] = [textAt(value, 'system'), textAt(value, 'code')];
  if (system === undefined) return [];
  if (!row.systems.includes(system))
    return [refusal('value', numbered(`Invalid coding system: ${system}`, row.rule), `${expression}.system`)];
  if (code === undefined) return [];
  const unknown = row.refusedCodes.includes(code) || codesOf.get(system)?.has(code) === false;
  return unknown ? [unknownCode(row.rule, { code, system }, `${expression}.code`)] : [];
}

function unknownCode(rule: number, { code, system }: { readonly code: string; readonly system: string }, expression: string): Refusal {
  return refusal('value', numbered(`Code not found: '${code}' in system: ${system}`, rule), expression);
}

function codingsWithin(found: Found): readonly Found[] {
  const coding: Json | undefined = isJsonObject(found.value) ? found.value['coding'] : undefined;
  if (!Array.isArray(coding)) return [found];
  return coding.map((value, index) => ({ expression: `${found.expression}.coding[${String(index)}]`, value }));
}
