import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../root.ts';

const folder = join(packageRoot, 'src', 'store', 'sql');
const texts = new Map<string, string>();

/** The text of the statement `sql/<name>.sql`, read once. The files lie in src also when the program runs from dist. */
export function statementText(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(folder, `${name}.sql`), 'utf8');
  texts.set(name, text);
  return text;
}
