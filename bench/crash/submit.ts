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

interface Desk {
  readonly stage: Stage;
  readonly keys: readonly string[];
  readonly random: SeededRandom;
  readonly acknowledged: Acknowledged[];
  readonly otherNumber: string[];
  readonly lost: string[];
  readonly waiting: (() => void)[];
  repeated: number;
}

/** Hands in every file until it is answered 202, whatever dies meanwhile, each posyandu by itself and wave by wave. */
export function submitLoad(load: MixedLoad, stage: Stage, keys: readonly string[], random: SeededRandom): Submitting {
  const desk: Desk = { stage, keys, random, acknowledged: [], otherNumber: [], lost: [], waiting: [], repeated: 0 };
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

async function submitPlace(desk: Desk, { waves }: PlaceLoad): Promise<void> {
  for (const wave of waves) {
    const handed = await Promise.all(wave.map((file, index) => submitUntilKnown(desk, file, index)));
    desk.acknowledged.push(...handed);
    const again = handed.filter(() => desk.random.chance(40));
    for (const { file, id } of again) {
      const second = await submitUntilKnown(desk, file, desk.random.between(0, 2));
      if (second.id !== id) desk.otherNumber.push(file.name);
    }
    for (const { file, id } of handed) if (!(await waitUntilRead(desk, id))) desk.lost.push(file.name);
  }
}

async function submitUntilKnown(desk: Desk, file: LoadFile, submitter: number): Promise<Acknowledged> {
  const key = desk.keys[submitter % desk.keys.length] ?? '';
  for (;;) {
    const answer = await ask(desk, `/v1/submissions?source=${file.source}&file=${file.name}.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
      body: file.content,
    });
    if (answer === undefined) continue;
    for (const tell of desk.waiting.splice(0)) tell();
    return { file, id: (answer as { readonly id: string }).id };
  }
}

/** False when the gateway does not know what it has acknowledged. */
async function waitUntilRead(desk: Desk, id: string): Promise<boolean> {
  for (;;) {
    const answer = await ask(desk, `/v1/submissions/${id}`, { headers: { authorization: `Bearer ${desk.keys[0] ?? ''}` } });
    if (answer === 'unknown') return false;
    if ((answer as { readonly state?: string } | undefined)?.state === 'selesai') return true;
    await pause(100);
  }
}

/** The answer of a gateway that lives, `unknown` for a 404; undefined where it died or could not answer. A refusal is a bug of this program or of the gateway. */
async function ask(desk: Desk, path: string, init: RequestInit): Promise<unknown> {
  const url = await desk.stage.url();
  try {
    const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(60_000) });
    if (response.ok) return await response.json();
    if (response.status === 404) return 'unknown';
    if (response.status < 500) throw new Refused(`${path}: ${String(response.status)} ${await response.text()}`);
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
  }
  desk.repeated += 1;
  await pause(50);
  return undefined;
}

class Refused extends Error {}
