import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isObject, toText } from './json.ts';
import type { JsonObject } from './json.ts';
import type { CodeList } from './terminology/code-list.ts';

/** A list of codes that cannot be read: the file, and what is wrong with it. */
export class CodeListFault extends Error {
  override readonly name = 'CodeListFault';
}

/**
 * Reads lists of codes from a CSV file with the columns `system` and `code`, from a JSON file with a list of such objects, or from a folder of both.
 * Throws CodeListFault for a file that is neither, because a list that is silently not used is worse than none.
 */
export function loadCodeLists(path: string): readonly CodeList[] {
  return toFiles(path).flatMap((file) => toLists(file, readRows(file)));
}

function toFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.(?:csv|json)$/.test(name));
  return names.sort().map((name) => join(path, name));
}

function readRows(file: string): readonly unknown[] {
  try {
    const text = readFileSync(file, 'utf8');
    const rows: unknown = file.endsWith('.json')
      ? JSON.parse(text)
      : parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
    if (Array.isArray(rows)) return rows;
  } catch (cause) {
    throw new CodeListFault(`${file} cannot be read as a list of codes`, { cause });
  }
  throw new CodeListFault(`${file} holds no list`);
}

/** A column `seen` tells where a code was found: where nothing of a system comes from a `guide`, the list of that system is a part. */
function toLists(file: string, rows: readonly unknown[]): readonly CodeList[] {
  const systems = new Map<string, { readonly codes: string[]; inPart: boolean }>();
  for (const row of rows) {
    const { system, code, seen } = toRow(file, row);
    const list = systems.get(system) ?? { codes: [], inPart: true };
    list.codes.push(code);
    if (seen !== 'payload') list.inPart = false;
    systems.set(system, list);
  }
  return [...systems].map(([system, { codes, inPart }]) => ({ system, codes, ...(inPart && { inPart }) }));
}

function toRow(file: string, row: unknown): { readonly system: string; readonly code: string; readonly seen: string } {
  const fields: JsonObject = isObject(row) ? row : {};
  const [system, code] = [toText(fields['system']), toText(fields['code'])];
  if (system === '' || code === '') throw new CodeListFault(`${file}: every row needs a system and a code`);
  return { system, code, seen: toText(fields['seen']) };
}
