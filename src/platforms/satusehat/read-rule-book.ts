import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toRuleBook, type RuleBook, type RuleChoices } from './preflight/rule-book.ts';

/** Reads the dictionary of SATUSEHAT's rules from the package's `programme/`. Throws where a file is missing or not what it should be. */
export async function readRuleBook(root: string, choices: RuleChoices = {}): Promise<RuleBook> {
  const read = (name: string): Promise<string> => readFile(join(root, 'programme', name), 'utf8');
  const [rules, codes, ministry] = await Promise.all(
    ['satusehat/aturan.json', 'satusehat/kode.json', 'terminology/kemkes/codes.csv'].map(read),
  );
  return toRuleBook({ rules: parse(rules), codes: parse(codes), ministry: toCodes(ministry ?? '') }, choices);
}

function parse(text = ''): unknown {
  return JSON.parse(text);
}

/** System and code carry no comma, and the last cell says where the code was seen. */
function toCodes(text: string): readonly { readonly system: string; readonly code: string; readonly seen: string }[] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','))
    .map((cells) => ({ system: cells[0] ?? '', code: cells[1] ?? '', seen: cells.at(-1) ?? '' }));
}
