import type { Checked } from './fhir/checked.ts';
import { toFailed, toPassed } from './fhir/checked.ts';
import { findResult, listVerdicts } from './gateway/results.ts';
import { openRows, toStream, type OpenedRows } from './gateway/open-rows.ts';
import type { GatewayParts } from './gateway/parts.ts';
import { readingLeaseMs } from './gateway/parts.ts';
import { createReader, type Reader } from './gateway/read-on.ts';
import { returnFile } from './gateway/return-file.ts';
import { toRowContext, toTablesVersion, toUnknownSource } from './gateway/row-context.ts';
import type { SubmissionDesk } from './http/submission-routes.ts';
import type { Site } from './map/place.ts';
import type { Source } from './map/source.ts';
import type { Received } from './store/submissions.ts';
import type { SubmissionRequest, SubmissionResult } from './submission.ts';

/** The way in, with the readings it goes on with after a start. */
export interface Gateway extends SubmissionDesk {
  /** Takes up readings that a dead process left, until stopped. */
  resume(onFault: (fault: unknown) => void): Promise<void>;
  /** Waits until every file handed in here has been read. */
  idle(): Promise<void>;
  stop(): void;
}

/** Files of up to this many lines are read before the answer; longer ones afterwards, with a cursor that survives a kill. */
const answeredAtOnce = 510;

/**
 * The way in: a submission is *read* into rows, rows are *mapped* to visits, visits become *bundles*, bundles are *validated*,
 * and what holds is *stored* together with what is now *owed* to each platform, in one transaction a batch;
 * the sender gets a verdict for every row.
 */
export function createGateway(parts: GatewayParts): Gateway {
  const reader = createReader(parts);
  return {
    submit: (request) => submit(parts, reader, request),
    find: (id) => findResult(parts, id),
    rows: (id, after, limit) => listVerdicts(parts, id, after, limit),
    returnedFile: (id) => returnFile(parts, id),
    resume: (onFault) => reader.resume(onFault),
    idle: () => reader.idle(),
    stop: () => {
      reader.stop();
    },
  };
}

/** Opened, received, read, answered. What can be known before the first row is refused before anything is stored. */
async function submit(parts: GatewayParts, reader: Reader, request: SubmissionRequest): Promise<Checked<SubmissionResult>> {
  const source = parts.tables.sources.get(request.source);
  if (source === undefined) return toFailed(toUnknownSource(request.source, parts.tables.sources.keys()));
  const site = await parts.site();
  const opened = await open(parts, request, { source, site });
  if (!opened.ok) return opened;
  const received = await receive(parts, request, { source, site });
  const reading = received.state === 'same' ? reader.underway(received.reading) : reader.read(received.reading);
  if (countLines(request.bytes) <= answeredAtOnce) await reading;
  const result = await findResult(parts, received.submission);
  if (result === undefined) throw new Error('A submission that was just received is not there');
  return toPassed({ ...result, unchanged: received.state === 'same' });
}

interface ReadBy {
  readonly source: Source;
  readonly site: Site;
}

function open(parts: GatewayParts, request: SubmissionRequest, { source, site }: ReadBy): Promise<Checked<OpenedRows>> {
  const { fileName } = request;
  const row = toRowContext(parts, site, { ...toFacts(request), ...(fileName === undefined ? {} : { fileName }) });
  return openRows(toStream(request.bytes), source, { row, others: [...parts.tables.sources.values()] });
}

/** Durable when it returns: the bytes as they came, and a reading that whoever lives goes on with. */
function receive(parts: GatewayParts, request: SubmissionRequest, { source, site }: ReadBy): Promise<Received> {
  const at = parts.now();
  return parts.store.transact((tx) =>
    parts.store.submissions.receive(tx, {
      bytes: [request.bytes],
      source: source.name,
      request: toFacts(request),
      submitter: request.submitter,
      ...(request.fileName === undefined ? {} : { fileName: request.fileName }),
      readsFileName: readsFileName(source),
      tablesVersion: toTablesVersion(source, parts.tables.programme, site),
      at,
      lease: { owner: parts.owner, until: new Date(at.getTime() + readingLeaseMs) },
    }),
  );
}

/** Where a form says its place or month in the file's name, the same bytes under another name are another submission. */
function readsFileName({ context }: Source): boolean {
  return [...context.place, ...context.date, ...context.month].some(({ from }) => from === 'file-name');
}

/** What the request says beside the bytes; it belongs to the identity of a submission. */
function toFacts({ place, date, within }: SubmissionRequest): Readonly<Record<string, string>> {
  return {
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
    ...(within === undefined ? {} : { within }),
  };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1 && lines <= answeredAtOnce; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
