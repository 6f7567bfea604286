import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import type { LoadFile, MixedLoad, PlaceLoad } from '../crash/load.ts';
import { ask, toWaitMs, type Answered } from './ask.ts';

/** The verdict on a row as the answer 202 gave it. */
export interface AnsweredRow {
  readonly row: number | string;
  readonly status: string;
  readonly visit?: string;
}

/** A file and the whole answer 202 to it. */
export interface Acknowledged {
  readonly file: LoadFile;
  readonly id: string;
  readonly state: 'selesai' | 'diproses';
  /** Verdicts at once, of short files. */
  readonly rows?: readonly AnsweredRow[];
}

/** Submitters at work, who can be told to wait. */
export interface RunningLoad {
  /** Every answer 202 so far, in the order in which their last bytes came. */
  readonly acknowledged: readonly Acknowledged[];
  pause(): void;
  resume(): void;
  /** Resolves with the next 202. */
  acknowledgement(): Promise<void>;
  /** True when every file has been handed in. */
  hasEnded(): boolean;
  /** Lets what is on its way come home, and hands in nothing more. */
  stop(): Promise<void>;
}

/** Where the submitters hand in. */
export interface Door {
  readonly url: string;
  readonly key: string;
}

/** What submitters do with an answer that is no 202, or with none at all; when it resolves they hand in the same file again. */
export type OnOther = (answer: Answered | undefined, file: LoadFile) => Promise<void>;

/** Waits as long as a busy gateway asks to; everything else is a fault of the gateway. */
export const onlyBusy: OnOther = async (answer, file) => {
  if (answer?.status !== 429) throw new Error(`${file.name} was answered ${String(answer?.status)}: ${answer?.text ?? 'not at all'}`);
  await pause(toWaitMs(answer));
};

interface Desk {
  readonly door: Door;
  readonly onOther: OnOther;
  readonly random: SeededRandom;
  readonly acknowledged: Acknowledged[];
  readonly places: PlaceLoad[];
  readonly waiting: (() => void)[];
  paused: boolean;
  stopped: boolean;
}

/** How submitters work. */
export interface Submitting {
  readonly clients: number;
  readonly onOther: OnOther;
  readonly random: SeededRandom;
}

/** Lets submitters hand in the files of one posyandu after the other, wave by wave, and three in ten files twice. */
export function submitLoad(load: MixedLoad, door: Door, { clients, onOther, random }: Submitting): RunningLoad {
  const desk: Desk = { door, onOther, random, acknowledged: [], places: [...load.places], waiting: [], paused: false, stopped: false };
  const work = Promise.all(Array.from({ length: clients }, () => submitPlaces(desk)));
  let ended = false;
  const done = work.then(
    () => (ended = true),
    () => (ended = true),
  );
  return {
    acknowledged: desk.acknowledged,
    pause: () => {
      desk.paused = true;
    },
    resume: () => {
      desk.paused = false;
    },
    acknowledgement: () => new Promise((resolve) => desk.waiting.push(resolve)),
    hasEnded: () => ended,
    stop: async () => {
      desk.stopped = true;
      desk.paused = false;
      await done;
      await work;
    },
  };
}

/** Data rows of the files that were acknowledged, each file once. */
export function countRows(acknowledged: readonly Acknowledged[]): number {
  const files = new Map(acknowledged.map(({ id, file }) => [id, file.lines.size] as const));
  return [...files.values()].reduce((sum, rows) => sum + rows, 0);
}

async function submitPlaces(desk: Desk): Promise<void> {
  for (let place = desk.places.shift(); place !== undefined; place = desk.places.shift()) {
    for (const wave of place.waves) {
      if (desk.stopped) return;
      await Promise.all(wave.map((file) => submitOnce(desk, file)));
    }
  }
}

async function submitOnce(desk: Desk, file: LoadFile): Promise<void> {
  let answer = await submit(desk, file);
  if (answer !== undefined && desk.random.chance(30)) answer = (await submit(desk, file)) ?? answer;
  if (answer?.state === 'diproses') await waitUntilRead(desk, answer.id);
}

async function submit(desk: Desk, file: LoadFile): Promise<Acknowledged | undefined> {
  for (;;) {
    // Nobody hands in file after file without a breath; and so the files last.
    await pause(desk.random.between(20, 120));
    while (desk.paused) await pause(5);
    if (desk.stopped) return undefined;
    const answer = await handIn(desk.door, file);
    if (answer?.status !== 202) {
      await desk.onOther(answer, file);
      continue;
    }
    const acknowledged = toAcknowledged(file, answer);
    desk.acknowledged.push(acknowledged);
    for (const tell of desk.waiting.splice(0)) tell();
    return acknowledged;
  }
}

/** Hands a file in once. */
export function handIn({ url, key }: Door, { source, name, content }: LoadFile): Promise<Answered | undefined> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
  return ask(`${url}/v1/submissions?source=${source}&file=${name}.csv`, { method: 'POST', headers, body: content });
}

/** What an answer 202 says. */
export function toAcknowledged(file: LoadFile, { text }: Answered): Acknowledged {
  const { id, state, rows } = JSON.parse(text) as Omit<Acknowledged, 'file'>;
  return { file, id, state, ...(rows === undefined ? {} : { rows }) };
}

/** Corrections may come only after what they correct. */
async function waitUntilRead(desk: Desk, id: string): Promise<void> {
  const { url, key } = desk.door;
  while (!desk.stopped) {
    const answer = await ask(`${url}/v1/submissions/${id}`, { method: 'GET', headers: { authorization: `Bearer ${key}` } });
    if (answer?.status === 200 && (JSON.parse(answer.text) as { readonly state: string }).state === 'selesai') return;
    await pause(200);
  }
}
