import type { SimulatorClock } from './clock.ts';
import type { ConsentBook } from './consents.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import type { LateWork } from './faults/late-work.ts';
import type { Keeper } from './memory-journal.ts';
import type { Client } from './organizations.ts';
import type { PeopleRegister } from './people-register.ts';
import type { Random } from './random.ts';
import type { ResourceStore } from './resource-store.ts';
import type { SettingsBook } from './settings.ts';
import type { TokenOffice } from './token-office.ts';

/** Everything the simulated platform consists of while it runs. */
export interface World {
  readonly now: () => Date;
  readonly clock: SimulatorClock;
  readonly random: Random;
  readonly store: ResourceStore;
  readonly people: PeopleRegister;
  readonly consents: ConsentBook;
  readonly journal: Keeper;
  readonly tokens: TokenOffice;
  readonly faults: FaultPlan;
  /** What is carried out after its caller has gone. */
  readonly late: LateWork;
  readonly settings: SettingsBook;
  /** How many requests came, by method and first path word, for measuring calls per visit. */
  readonly tally: Map<string, number>;
  /** Begins anew, as at the very first start: nothing written, no tokens, no faults, the clock as it came. */
  readonly reset: () => Promise<void>;
}

/** One authenticated call to the FHIR side. */
export interface Call {
  readonly client: Client;
  /** The address under which the caller reached us, for `location` and `fullUrl`. */
  readonly base: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly contentType: string;
  readonly ifNoneExist: string | undefined;
}
