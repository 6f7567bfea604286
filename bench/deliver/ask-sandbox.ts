import axios from 'axios';

/** How often a sandbox was asked, by what it was about. */
export interface Calls {
  readonly identity: number;
  /** Everything about visits. */
  readonly visits: number;
  /** Tokens, places and nakes. */
  readonly beside: number;
}

/** Calls a sandbox has answered since it began. */
export async function countCalls(url: string): Promise<Calls> {
  const { data } = await axios.get<{ readonly requests: Readonly<Record<string, number>> }>(`${url}/_sandbox/state`, { proxy: false });
  const sum = (of: (name: string) => boolean): number =>
    Object.entries(data.requests)
      .filter(([name]) => of(name))
      .reduce((all, [, count]) => all + count, 0);
  const identity = sum(isIdentity);
  const beside = sum(isBeside);
  return { identity, beside, visits: sum((name) => !isIdentity(name) && !isBeside(name)) };
}

function isIdentity(name: string): boolean {
  return /\/(Patient|RelatedPerson)\b/.test(name);
}

function isBeside(name: string): boolean {
  return /accesstoken|\/(Organization|Location|Practitioner|metadata)\b|_sandbox|livez/.test(name);
}

/** What was asked between two counts. */
export function toDifference(before: Calls, after: Calls): Calls {
  return {
    identity: after.identity - before.identity,
    visits: after.visits - before.visits,
    beside: after.beside - before.beside,
  };
}

/** How many Encounters a sandbox holds, beside those its own files brought. */
export async function countEncounters(url: string): Promise<number> {
  const { data } = await axios.get<{ readonly total: number }>(`${url}/_sandbox/resources?type=Encounter&written=1&limit=1`, {
    proxy: false,
  });
  return data.total;
}
