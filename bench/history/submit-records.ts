import { setTimeout as pause } from 'node:timers/promises';
import type { Told, Withdrawal } from './history.ts';
import type { LoadFile, RecordLoad } from './record-load.ts';

/** What submitters saw. */
export interface Submitted {
  readonly told: readonly Told[];
  readonly withdrawn: readonly Withdrawal[];
  /** Submissions that were acknowledged, by file; one that got two numbers, or is not known any more, is a finding. */
  readonly faults: readonly string[];
  /** Requests that were refused a connection or told to come again (503), and were repeated. */
  readonly putOff: number;
  /** Answers a submitter could not know what to do with, by kind. */
  readonly clientErrors: Readonly<Record<string, number>>;
  /** The longest time in which no file was acknowledged while some were under way. */
  readonly longestGapMs: number;
}

/** What submitters work with. */
export interface Desk {
  /** The address of a gateway that may serve, another with each call. */
  readonly choose: () => Promise<string>;
  readonly key: string;
  readonly submitters: number;
  /** Takes a visit back; resolves when that is committed. */
  readonly withdraw: (visit: string) => Promise<void>;
  /** Told how many files are done, to pace what happens meanwhile; resolves when the next may begin. */
  readonly onProgress: (done: number, all: number) => Promise<void>;
}

interface State {
  readonly desk: Desk;
  readonly load: RecordLoad;
  readonly told: Told[];
  readonly withdrawn: Withdrawal[];
  readonly faults: string[];
  readonly clientErrors: Record<string, number>;
  readonly done: Map<number, Promise<void>>;
  putOff: number;
  lastAnswer: number;
  longestGapMs: number;
}

/** Hands everything in, by many submitters at once, each file until it is answered 202 and then until it was read, whatever dies meanwhile. */
export async function submitRecords(load: RecordLoad, desk: Desk): Promise<Submitted> {
  const state: State = {
    ...{ desk, load, told: [], withdrawn: [], faults: [], clientErrors: {}, done: new Map() },
    ...{ putOff: 0, lastAnswer: performance.now(), longestGapMs: 0 },
  };
  let next = 0;
  let finished = 0;
  const submit = async (): Promise<void> => {
    for (let index = next++; index < load.files.length; index = next++) {
      const work = desk.onProgress(finished, load.files.length).then(() => submitFile(state, index));
      state.done.set(index, work);
      await work;
      finished += 1;
    }
  };
  await Promise.all(Array.from({ length: desk.submitters }, submit));
  const { told, withdrawn, faults, putOff, clientErrors, longestGapMs } = state;
  return { told, withdrawn, faults, putOff, clientErrors, longestGapMs };
}

/** Files are begun in order, so whatever a file comes after was begun before it. */
async function submitFile(state: State, index: number): Promise<void> {
  const file = state.load.files[index];
  if (file === undefined) return;
  for (const before of file.after) await state.done.get(before);
  const askedAt = performance.now();
  const id = await acknowledge(state, file);
  const answeredAt = performance.now();
  for (const { row, record, fact, sendable } of file.rows)
    state.told.push({ submission: id, row, record, fact, sendable, askedAt, answeredAt });
  const again = index % 10 === 0 ? await acknowledge(state, file) : id;
  if (again !== id) state.faults.push(`${file.name} got another number when it was handed in again`);
  if (!(await isRead(state, id))) state.faults.push(`${file.name} was acknowledged and is not known any more`);
  const gone = state.load.withdrawals.filter(({ after }) => after === index);
  for (const { record } of gone) await withdraw(state, { id, file, record });
}

async function acknowledge(state: State, { name, source, content }: LoadFile): Promise<string> {
  for (;;) {
    const answer = await ask(state, `/v1/submissions?source=${source}&file=${name}.csv`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: content,
    });
    if (answer === undefined) continue;
    const now = performance.now();
    state.longestGapMs = Math.max(state.longestGapMs, now - state.lastAnswer);
    state.lastAnswer = now;
    return (answer as { readonly id: string }).id;
  }
}

async function isRead(state: State, id: string): Promise<boolean> {
  for (;;) {
    const answer = await ask(state, `/v1/submissions/${id}`, {});
    if (answer === 'unknown') return false;
    if ((answer as { readonly state?: string } | undefined)?.state === 'selesai') return true;
    await pause(50);
  }
}

async function withdraw(state: State, { id, file, record }: { id: string; file: LoadFile; record: string }): Promise<void> {
  const row = file.rows.find((one) => one.record === record)?.row;
  for (;;) {
    const answer = await ask(state, `/v1/submissions/${id}/rows?limit=1000`, {});
    const { rows = [] } = (answer ?? {}) as { readonly rows?: readonly { readonly row: number | string; readonly visit?: string }[] };
    const visit = rows.find((one) => one.row === row)?.visit;
    if (answer === undefined || visit === undefined) continue;
    await state.desk.withdraw(visit);
    state.withdrawn.push({ record });
    return;
  }
}

interface Sending {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What can be said of an answer: it came, `unknown` for a 404, or undefined for whatever is to be asked again. */
async function ask(state: State, path: string, init: Sending): Promise<unknown> {
  const url = await state.desk.choose();
  // Connections are not kept: a request on one that a gateway is just closing could not be told from a broken one.
  const headers = { ...init.headers, authorization: `Bearer ${state.desk.key}`, connection: 'close' };
  try {
    const response = await fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(60_000) });
    if (response.ok) return await response.json();
    if (response.status === 404) return 'unknown';
    if (response.status === 503 || response.status === 429) state.putOff += 1;
    else count(state, `status ${String(response.status)}`);
  } catch (fault) {
    const code = codeOf(fault);
    if (code === 'ECONNREFUSED') state.putOff += 1;
    else count(state, code);
  }
  await pause(50);
  return undefined;
}

function count({ clientErrors }: State, kind: string): void {
  clientErrors[kind] = (clientErrors[kind] ?? 0) + 1;
}

function codeOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return fault instanceof Error ? fault.name : typeof fault;
}
