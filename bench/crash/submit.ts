import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import type { LoadFile, MixedLoad, PlaceLoad } from './load.ts';
import type { Stage } from './stage.ts';

/** A file that was answered 202, with the number it got. */
export interface Acknowledged {
  readonly file: LoadFile;
  readonly id: string;
}

/** What the submitters saw. */
export interface Handed {
  readonly acknowledged: readonly Acknowledged[];
  /** Files that got another number when they were handed in again. */
  readonly otherNumber: readonly string[];
  /** Files that got another answer when they were handed in again under the same Idempotency-Key. */
  readonly otherAnswer: readonly string[];
  /** Answers that were stored under a key, came to nobody, and were given to the repeat. */
  readonly answeredLater: number;
  /** Files that were answered 202 and are not known any more. */
  readonly lost: readonly string[];
  /** Requests that ended without an answer or with 5xx, and were repeated. */
  readonly repeated: number;
}

/** The files of a run on their way in. */
export interface Submitting {
  /** Lets as many posyandu begin as this part of the run (0 to 1) allows. */
  readonly allow: (part: number) => void;
  /** Resolves when the next file has been answered 202. */
  readonly acknowledgement: () => Promise<void>;
  readonly done: Promise<Handed>;
}

/** Who hands in: keys of the submitters, and one that sees what all of them have handed in. */
export interface Submitters {
  readonly keys: readonly string[];
  readonly auditor: string;
}

interface Desk extends Submitters {
  readonly stage: Stage;
  readonly random: SeededRandom;
  readonly acknowledged: Acknowledged[];
  readonly otherNumber: string[];
  readonly otherAnswer: string[];
  readonly lost: string[];
  readonly waiting: (() => void)[];
  repeated: number;
  answeredLater: number;
}

/** Hands in every file until it is answered 202, whatever dies meanwhile, each posyandu by itself and wave by wave. */
export function submitLoad(load: MixedLoad, stage: Stage, submitters: Submitters, random: SeededRandom): Submitting {
  const desk: Desk = {
    ...{ ...submitters, stage, random, acknowledged: [], otherNumber: [], otherAnswer: [], lost: [], waiting: [] },
    ...{ repeated: 0, answeredLater: 0 },
  };
  let part = 0;
  const work = load.places.map(async (place, index) => {
    while (part * load.places.length < index) await pause(20);
    await submitPlace(desk, place);
  });
  return {
    allow: (allowed) => {
      part = allowed;
    },
    acknowledgement: () => new Promise((resolve) => desk.waiting.push(resolve)),
    done: Promise.all(work).then(() => desk),
  };
}

/** One sending of a file: who sends it, and under which key of the sender's own. */
interface Sending {
  readonly file: LoadFile;
  readonly submitter: number;
  readonly idempotencyKey: string | undefined;
}

/** A third of the files have an Idempotency-Key; those are handed in again under it, of the others four in ten without. */
async function submitPlace(desk: Desk, { waves }: PlaceLoad): Promise<void> {
  for (const wave of waves) {
    const sendings = wave.map((file, index): Sending => {
      const idempotencyKey = desk.random.chance(33) ? `uji-${file.name}` : undefined;
      return { file, submitter: index, idempotencyKey };
    });
    const handed = await Promise.all(sendings.map((sending) => submitUntilKnown(desk, sending)));
    desk.acknowledged.push(...handed);
    for (const answer of handed) await submitAgain(desk, answer);
    for (const { file, id } of handed) if (!(await waitUntilRead(desk, id))) desk.lost.push(file.name);
  }
}

async function submitAgain(desk: Desk, { id, text, ...sending }: Known): Promise<void> {
  const { file, idempotencyKey } = sending;
  if (idempotencyKey !== undefined) {
    const second = await submitUntilKnown(desk, sending);
    if (!second.replayed || second.text !== text) desk.otherAnswer.push(file.name);
  } else if (desk.random.chance(40)) {
    const second = await submitUntilKnown(desk, { ...sending, submitter: desk.random.between(0, 2) });
    if (second.id !== id) desk.otherNumber.push(file.name);
  }
}

/** A sending and the 202 to it. */
interface Known extends Sending, Acknowledged {
  readonly text: string;
  readonly replayed: boolean;
}

async function submitUntilKnown(desk: Desk, sending: Sending): Promise<Known> {
  const { file } = sending;
  const init = { method: 'POST', headers: toHeaders(desk, sending), body: file.content };
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(desk, `/v1/submissions?source=${file.source}&file=${file.name}.csv`, init);
    if (answer === undefined || answer === 'unknown') continue;
    for (const tell of desk.waiting.splice(0)) tell();
    if (answer.replayed && tries > 1) desk.answeredLater += 1;
    return { ...sending, ...answer, id: (JSON.parse(answer.text) as { readonly id: string }).id };
  }
}

function toHeaders({ keys }: Desk, { submitter, idempotencyKey }: Sending): Readonly<Record<string, string>> {
  return {
    ...{ authorization: `Bearer ${keys[submitter % keys.length] ?? ''}`, 'content-type': 'text/csv' },
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

/** False when the gateway does not know what it has acknowledged. */
async function waitUntilRead(desk: Desk, id: string): Promise<boolean> {
  for (;;) {
    const answer = await ask(desk, `/v1/submissions/${id}`, { headers: { authorization: `Bearer ${desk.auditor}` } });
    if (answer === 'unknown') return false;
    if (answer !== undefined && (JSON.parse(answer.text) as { readonly state?: string }).state === 'selesai') return true;
    await pause(100);
  }
}

interface Answer {
  readonly text: string;
  /** True where it is the stored answer to the same request under the same key. */
  readonly replayed: boolean;
}

/** The answer of a gateway that lives, `unknown` for a 404; undefined where it died, was busy or could not answer. A refusal is a bug of this program or of the gateway. */
async function ask(desk: Desk, path: string, init: RequestInit): Promise<Answer | 'unknown' | undefined> {
  const url = await desk.stage.url();
  let waitMs = 50;
  try {
    const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    if (response.ok) return { text, replayed: response.headers.get('idempotency-replayed') === 'true' };
    if (response.status === 404) return 'unknown';
    const isPutOff = response.status >= 500 || response.headers.has('retry-after');
    if (!isPutOff) throw new Refused(`${path}: ${String(response.status)} ${text}`);
    if (response.status < 500) waitMs = Number(response.headers.get('retry-after')) * 1000;
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
  }
  desk.repeated += 1;
  await pause(waitMs);
  return undefined;
}

class Refused extends Error {}
