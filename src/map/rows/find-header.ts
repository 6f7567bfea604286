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
}

/** Finds a header that ends with this line: made of as many of the lines above as know more together, and lacking nothing. */
export function findHeader(above: readonly Line[], cells: Line, source: Source, context: RowContext): FoundHeader | null {
  const dated = isDated(readFileFacts(above, source, context), context);
  for (let count = source.headerLines; count > 0; count -= 1) {
    const upper = count === 1 ? [] : above.slice(1 - count);
    if (upper.length !== count - 1) continue;
    const lines = [...upper, cells];
    const header = upper.length === 0 ? matchHeader(cells, source) : matchLines(lines, source);
    if (header !== null && missingColumns(header, source, dated).length === 0) return { header, lines };
  }
  return null;
}

/** True where something beside the table gives the day or month of its rows: then it needs no date column (field rule 8). */
export function isDated({ date, month }: FileFacts, { request }: RowContext): boolean {
  return [request.date, request.month, ...Object.values(date), ...Object.values(month)].some((found) => found !== undefined);
}
