import { field, list, text } from '../../answer.ts';
import type { CodeLists } from './ask-value.ts';
import { toRuleRows, type RuleRow } from './rule-row.ts';
import { toRuleTrees, type RuleNode } from './rule-tree.ts';

/** SATUSEHAT's rules ready to be asked, made once. */
export interface RuleBook {
  readonly trees: ReadonlyMap<string, RuleNode>;
  readonly encounterClasses: ReadonlySet<string>;
  /** Rules by which a refusal was recorded; the others stand in the dictionary alone. */
  readonly recorded: ReadonlySet<number>;
  /** Whether what was once answered 200 and is refused by a newer source is held too. */
  readonly holdsDisputed: boolean;
  /** The earliest instant SATUSEHAT takes; its pages say 3 June 2014 or 31 August 2022. */
  readonly earliest: string;
}

/** The files a book is made of, parsed: aturan.json, kode.json and the ministry's codes as (system, code, seen). */
export interface RuleFiles {
  readonly rules: unknown;
  readonly codes: unknown;
  readonly ministry: readonly { readonly system: string; readonly code: string; readonly seen: string }[];
}

export interface RuleChoices {
  readonly disputed?: 'ingatkan' | 'tahan';
  readonly earliest?: string;
}

/** Makes the book of rules. Throws where the files are not what they should be. */
export function toRuleBook(files: RuleFiles, { disputed = 'ingatkan', earliest = '2014-06-03' }: RuleChoices = {}): RuleBook {
  const rows = toRuleRows(files.rules);
  return {
    trees: toRuleTrees(rows, toLists(files)),
    encounterClasses: new Set(list(field(files.codes, 'kelasKunjungan')).map(text)),
    recorded: toRecorded(rows),
    holdsDisputed: disputed === 'tahan',
    earliest,
  };
}

function toLists({ codes, ministry }: RuleFiles): CodeLists {
  const systems = field(codes, 'sistem');
  const whole = Object.entries(typeof systems === 'object' && systems !== null ? systems : {}).map(
    ([system, known]) => [system, new Set(list(known).map(text))] as const,
  );
  const guided = new Set(ministry.filter(({ seen }) => seen === 'guide').map(({ system }) => system));
  const partial = new Map<string, Set<string>>();
  for (const { system, code } of ministry) if (guided.has(system)) partial.set(system, (partial.get(system) ?? new Set()).add(code));
  return { whole: new Map(whole), partial };
}

/** Rules 10621 to 10624 were refused together and share one row. */
function toRecorded(rows: readonly RuleRow[]): ReadonlySet<number> {
  const recorded = new Set(rows.filter(({ isRecorded }) => isRecorded).map(({ rule }) => rule));
  if (recorded.has(10621)) for (const rule of [10622, 10623, 10624]) recorded.add(rule);
  return recorded;
}
