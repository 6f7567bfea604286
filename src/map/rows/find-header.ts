import type { Source } from '../source.ts';
import type { Header } from './match-header.ts';
import { matchHeader, missingColumns } from './match-header.ts';
import { matchLines } from './match-lines.ts';
import { readFileFacts } from './read-file-facts.ts';
import type { FileFacts, RowContext } from './row-context.ts';

type Line = readonly string[];

/** A header that lacks nothing, with the lines it was made of. */
export interface FoundHeader {
  readonly header: Header;
  readonly lines: readonly Line[];
  /** The lines right above them, which may turn out to hold their merged cells. */
  readonly above: readonly Line[];
}

/** A header that these lines make together with one more, and with as many above them as belong to it; null where they make none. */
export function extendHeader({ lines, above }: FoundHeader, further: readonly Line[], source: Source): FoundHeader | null {
  const room = Math.max(0, source.headerLines - lines.length - further.length);
  let best: FoundHeader | null = null;
  for (let count = 0; count <= Math.min(room, above.length); count += 1) {
    const all = [...above.slice(above.length - count), ...lines, ...further];
    const header = matchLines(all, source);
    if (header !== null && header.known > (best?.header.known ?? 0))
      best = { header, lines: all, above: above.slice(0, above.length - count) };
  }
  return best;
}

/** Finds a header that ends with this line: made of as many of the lines above as know more together, and lacking nothing. */
export function findHeader(above: readonly Line[], cells: Line, source: Source, context: RowContext): FoundHeader | null {
  const dated = isDated(readFileFacts(above, source, context), context);
  for (let count = source.headerLines; count > 0; count -= 1) {
    const upper = count === 1 ? [] : above.slice(1 - count);
    if (upper.length !== count - 1) continue;
    const lines = [...upper, cells];
    const header = upper.length === 0 ? matchHeader(cells, source) : matchLines(lines, source);
    if (header !== null && missingColumns(header, source, dated).length === 0)
      return { header, lines, above: above.slice(0, above.length - upper.length).slice(-source.headerLines) };
  }
  return null;
}

/** True where something beside the table gives the day or month of its rows: then it needs no date column (field rule 8). */
export function isDated({ date, month }: FileFacts, { request }: RowContext): boolean {
  return [request.date, request.month, ...Object.values(date), ...Object.values(month)].some((found) => found !== undefined);
}
