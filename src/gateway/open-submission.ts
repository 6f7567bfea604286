import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Site } from '../map/place.ts';
import type { Source } from '../map/source.ts';
import type { IncomingFile } from '../store/receive-files.ts';
import type { SubmissionRequest } from '../submission.ts';
import { openRows, toStream, type OpenedRows } from './open-rows.ts';
import type { GatewayParts } from './parts.ts';
import { toRowContext, toTablesVersion, toUnknownSource } from './row-context.ts';

/** A file that is a table of its source, before anything of it is stored. */
export interface OpenedSubmission {
  readonly request: SubmissionRequest;
  readonly source: Source;
  readonly site: Site;
  readonly opened: OpenedRows;
}

/** Opens what is handed in. What can be known before the first row is refused here. */
export async function openSubmission(parts: GatewayParts, request: SubmissionRequest): Promise<Checked<OpenedSubmission>> {
  const source = parts.tables.sources.get(request.source);
  if (source === undefined) return toFailed(toUnknownSource(request.source, parts.tables.sources.keys()));
  const site = await parts.site();
  const { fileName } = request;
  const row = toRowContext(parts, site, { ...toFacts(request), ...(fileName === undefined ? {} : { fileName }) });
  const opened = await openRows(toStream(request.bytes), source, { row, others: [...parts.tables.sources.values()] });
  return opened.ok ? toPassed({ request, source, site, opened: opened.value }) : opened;
}

/** What the store is told of a file. */
export function toIncoming(
  { tables }: Pick<GatewayParts, 'tables'>,
  { request, source, site }: Omit<OpenedSubmission, 'opened'>,
): IncomingFile {
  return {
    bytes: request.bytes,
    source: source.name,
    request: toFacts(request),
    submitter: request.submitter,
    ...(request.fileName === undefined ? {} : { fileName: request.fileName }),
    readsFileName: readsFileName(source),
    tablesVersion: toTablesVersion(source, tables.programme, site),
  };
}

/** What the request says beside the bytes; it belongs to the identity of a submission. */
export function toFacts({ place, date, within }: SubmissionRequest): Readonly<Record<string, string>> {
  return {
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
    ...(within === undefined ? {} : { within }),
  };
}

/** Where a form says its place, day, month or recorder in the file's name, the same bytes under another name are another submission. */
function readsFileName({ context }: Source): boolean {
  return Object.values(context).some((steps) => steps.some(({ from }) => from === 'file-name'));
}
