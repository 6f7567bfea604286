import type { Conversion } from '../../map/convert/convert-rows.ts';
import { toCounts } from '../../map/convert/to-lines.ts';
import type { CheckFinding } from './check-finding.ts';
import { toFinding } from './check-finding.ts';

/** What a folder says of a sample (`NAME.expected.json`): how many rows of each verdict, and the verdict of each row. */
export interface WrittenOutcome {
  readonly counts?: Readonly<Record<string, number>>;
  readonly rows?: readonly WrittenRow[];
  readonly assumptions?: { readonly place?: string; readonly asOf?: string };
}

interface WrittenRow {
  readonly row: number | string;
  readonly status: string;
  /** Other verdicts that are right as well. */
  readonly either?: readonly { readonly status: string }[];
}

/** Compares what became of a sample with what the folder says should. */
export function compareOutcome(name: string, conversion: Conversion, { counts = {}, rows = [] }: WrittenOutcome): readonly CheckFinding[] {
  const found = new Map<string, number>(Object.entries(toCounts(conversion)));
  const statusOf = new Map(conversion.rows.map(({ row }) => [String(row.row), row.status] as const));
  // Where a row may be judged in two ways, so may the counts.
  const firm = rows.some(({ either }) => either !== undefined) ? {} : counts;
  const wrong = Object.entries(firm).flatMap(([key, times]) => {
    const is = found.get(key);
    return is === undefined || is === times ? [] : [toDifference(name, { id: key, en: key }, { is: String(is), wanted: String(times) })];
  });
  const differing = rows.flatMap(({ row, status, either = [] }) => {
    const is: string = statusOf.get(String(row)) ?? '-';
    if ([status, ...either.map((choice) => choice.status)].includes(is)) return [];
    return [toDifference(name, { id: `baris ${String(row)}`, en: `row ${String(row)}` }, { is, wanted: status })];
  });
  return [...wrong, ...differing];
}

interface Difference {
  readonly is: string;
  readonly wanted: string;
}

function toDifference(at: string, what: { readonly id: string; readonly en: string }, { is, wanted }: Difference): CheckFinding {
  const words = { id: `${what.id}: ${is}, seharusnya ${wanted}`, en: `${what.en}: ${is}, expected ${wanted}` };
  return toFinding('kerjakan', 'contoh-berbeda', at, words);
}
