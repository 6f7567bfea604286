import { knownFaults, type KnownFault } from './break-leases.ts';

/** Times of the way out of a proof, in milliseconds: minutes of a real gateway in seconds, in about the same proportions. */
export const scaledTimes = { leaseMs: 5000, timeoutMs: 1500, quietMs: 1000, firstWaitMs: 200, longestWaitMs: 2000, idleMs: 200 };

/** Debts in flight at once: few, so that a worker has most of what it claimed still before it when it is cut off. */
export const inFlight = 3;

/** What a gateway of a proof is told besides its ordinary settings. */
export interface NodeSettings {
  /** Where it writes down what it does under its leases. */
  readonly events: string;
  /** A known fault, to be found by the checker. */
  readonly fault: KnownFault | undefined;
  /** Folder with migrations that only a newer version has. */
  readonly migrations: string | undefined;
}

/** The settings of one node as variables of its process. */
export function toNodeVariables({ events, fault, migrations }: NodeSettings): Readonly<Record<string, string>> {
  return {
    PROOF_EVENTS: events,
    ...(fault === undefined ? {} : { PROOF_FAULT: fault }),
    ...(migrations === undefined ? {} : { PROOF_MIGRATIONS: migrations }),
  };
}

/** Reads what `toNodeVariables` wrote. */
export function readNodeSettings(variables: Readonly<Record<string, string | undefined>>): NodeSettings {
  return {
    events: variables['PROOF_EVENTS'] ?? '',
    fault: knownFaults.find((fault) => fault === variables['PROOF_FAULT']),
    migrations: variables['PROOF_MIGRATIONS'],
  };
}
