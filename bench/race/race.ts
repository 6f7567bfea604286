import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoadFile } from '../crash/load.ts';
import { ask, toWaitMs, type Answered } from '../proof/ask.ts';
import type { RaceKey, RaceLoad } from './race-load.ts';

/** What the racers saw. */
export interface Raced {
  /** Requests that were sent, those that were put off and sent again among them. */
  readonly requests: number;
  readonly putOff: number;
  /** Numbers that each file got; one each is right. */
  readonly ids: ReadonlyMap<LoadFile, ReadonlySet<string>>;
  /** Answers that are neither 202 nor a request to wait, a sentence each. */
  readonly others: readonly string[];
}

/** Who races, against whom. */
export interface Racing {
  readonly load: RaceLoad;
  readonly urls: readonly string[];
  readonly apiKeys: readonly string[];
  readonly clients: number;
}

interface Track {
  readonly racing: Racing;
  readonly agent: Agent;
  readonly finish: readonly Gate[];
  readonly ids: Map<LoadFile, Set<string>>;
  readonly others: string[];
  requests: number;
  putOff: number;
}

/** Opens when everybody has passed. */
interface Gate {
  readonly open: Promise<void>;
  pass(): void;
}

/** A client may be this many keys ahead of the last one. */
const ahead = 2;

/** Lets every client hand in every key, all of them the same key at about the same time, at both gateways. */
export async function race(racing: Racing): Promise<Raced> {
  const { load, clients } = racing;
  const track: Track = {
    racing,
    agent: new Agent({ keepAlive: true, maxSockets: Infinity }),
    finish: load.keys.map(() => createGate(clients)),
    ids: new Map(),
    others: [],
    requests: 0,
    putOff: 0,
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => runClient(track, client)));
  track.agent.destroy();
  return track;
}

async function runClient(track: Track, client: number): Promise<void> {
  for (const [number, key] of track.racing.load.keys.entries()) {
    await track.finish[number - ahead]?.open;
    await handIn(track, client, { number, key });
    track.finish[number]?.pass();
  }
}

/** Four in eight clients send the same bytes, one each the same visit in other bytes, and one the same bytes under one Idempotency-Key. */
async function handIn(track: Track, client: number, { number, key }: { readonly number: number; readonly key: RaceKey }): Promise<void> {
  const { urls, apiKeys } = track.racing;
  const role = (client + number) % 8;
  const file = key.files[role >= 4 && role <= 6 ? role - 3 : 0] ?? key.files[0];
  const underKey = role === 7;
  const apiKey = pick(apiKeys, underKey ? 0 : client);
  const answer = await sendUntilTaken(track, file, {
    url: pick(urls, Math.floor(client / 8) + number),
    headers: {
      ...{ authorization: `Bearer ${apiKey}`, 'content-type': 'text/csv' },
      ...(underKey ? { 'idempotency-key': `race-${String(number)}` } : {}),
    },
  });
  if (answer === undefined) return;
  const ids = track.ids.get(file) ?? new Set();
  track.ids.set(file, ids.add((JSON.parse(answer.text) as { readonly id: string }).id));
}

function pick(items: readonly string[], number: number): string {
  return items[number % items.length] ?? '';
}

const mostTries = 100;

/** The 202 in the end; waits as long as it is asked to, and notes what is neither. */
async function sendUntilTaken(
  track: Track,
  { source, content, name }: LoadFile,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
): Promise<Answered | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    track.requests += 1;
    const path = `/v1/submissions?source=${source}&file=${name}.csv`;
    const answer = await ask(`${url}${path}`, { method: 'POST', headers, body: content, agent: track.agent });
    if (answer?.status === 202) return answer;
    await pause(note(track, name, answer));
  }
  return undefined;
}

/** How long to wait before the same request again. */
function note(track: Track, name: string, answer: Answered | undefined): number {
  // 409 with a time to wait: the first request under the same key is still being worked on.
  if (answer !== undefined && [409, 429, 503].includes(answer.status) && answer.headers['retry-after'] !== undefined) {
    track.putOff += 1;
    return toWaitMs(answer);
  }
  const said = answer === undefined ? 'not at all' : `${String(answer.status)} ${answer.text.slice(0, 300)}`;
  track.others.push(`${name} was answered ${said}`);
  return 100;
}

function createGate(count: number): Gate {
  let left = count;
  let openIt = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    openIt = resolve;
  });
  return {
    open,
    pass: () => {
      left -= 1;
      if (left === 0) openIt();
    },
  };
}
