import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { Source } from '../source.ts';
import { matchHeader, missingColumns, toNearestSource } from './match-header.ts';

/** What a missing header is judged with: the other sources, and whether the request or a title gives the day. */
export interface FaultSetting {
  readonly others: readonly Source[];
  readonly dated: boolean;
}

/** A line above the header, with its cells if it had any. */
export interface LineAbove {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A header that lacks a mandatory column is named with what it lacks; anything else with the source it resembles. */
export function toHeaderFault(above: readonly LineAbove[], source: Source, { others, dated }: FaultSetting): Issue {
  const lines = above.map(({ cells }) => cells);
  const almost = lines.flatMap((cells, at) => {
    const header = matchHeader(cells, source);
    return header === null ? [] : [{ header, line: above[at]?.line ?? 0 }];
  })[0];
  const nearest = toNearestSource(
    lines,
    others.filter(({ name }) => name !== source.name),
  );
  const hint = {
    id: nearest === undefined ? '' : `; kepala kolomnya seperti sumber "${nearest.name}"`,
    en: nearest === undefined ? '' : `; its columns look like source "${nearest.name}"`,
  };
  if (almost === undefined) {
    const rows = String(source.headerWithin);
    return toIssue({
      code: 'kepala-tidak-dikenal',
      severity: 'fatal',
      detail: {
        id: `dalam ${rows} baris pertama tidak ada kepala kolom sumber "${source.name}"${hint.id}`,
        en: `none of the first ${rows} lines is a header of source "${source.name}"${hint.en}`,
      },
    });
  }
  const missing = missingColumns(almost.header, source, dated)
    .map((name) => `"${name}"`)
    .join(', ');
  const line = String(almost.line);
  return toIssue({
    code: 'kolom-wajib',
    severity: 'fatal',
    detail: { id: `baris ${line}: ${missing} tidak ada${hint.id}`, en: `line ${line}: ${missing} is missing${hint.en}` },
  });
}
