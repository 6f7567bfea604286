import { join } from 'node:path';
import type { Policy } from '../../src/map/place.ts';
import type { SatusehatOptions } from '../../src/platforms/satusehat/index.ts';
import { packageRoot } from '../../src/root.ts';
import { aSandbox, type Sandbox } from '../simulator/a-sandbox.ts';
import { aFrontDoor, aSatusehat, type FrontDoor } from './a-front-door.ts';

interface Coded {
  readonly coding: readonly { readonly code: string }[];
}

/** What of a resource at the simulated SATUSEHAT stories look at. */
export interface Stored {
  readonly resourceType: string;
  readonly id: string;
  readonly status?: string;
  readonly identifier?: readonly { readonly system: string; readonly value: string }[];
  readonly class?: { readonly code: string };
  readonly category?: readonly Coded[];
  readonly type?: readonly Coded[];
  readonly code?: Coded;
  readonly period?: { readonly start: string };
  readonly effectiveDateTime?: string;
  readonly valueQuantity?: { readonly value: number };
  readonly subject?: { readonly reference: string };
  readonly patient?: { readonly reference: string };
  readonly encounter?: { readonly reference: string };
  readonly episodeOfCare?: readonly { readonly reference: string }[];
  readonly verificationStatus?: Coded;
}

/** A front door whose national platform is a simulated SATUSEHAT that knows the people of these stories; one clock for both. */
export interface Upstream {
  readonly door: FrontDoor;
  readonly sandbox: Sandbox;
  /** What was written there, the oldest first, of one type or of all. */
  stored(type?: string): Promise<readonly Stored[]>;
  /** What is there twice. */
  duplicates(): Promise<number>;
  /** How many visits stand how, as people see it. */
  outcomes(): ReturnType<FrontDoor['store']['owed']['visitOutcomes']>;
  /** What every head of a puskesmas decides from now on. */
  decide(policy: Partial<Policy>): void;
  /** Hands a file in at a moment, of which no row may fall aside, and delivers. */
  tell(moment: string, source: string, file: string): Promise<readonly (string | undefined)[]>;
}

export async function anUpstream(simulated: object = {}, platform: Partial<SatusehatOptions> = {}): Promise<Upstream> {
  const people = [join(packageRoot, 'test', 'scenarios', 'people.json')];
  const opened: { sandbox?: Sandbox } = {};
  const door = await aFrontDoor(async (clock) => {
    opened.sandbox = await aSandbox({ people, settings: simulated, now: () => clock.now });
    return aSatusehat(opened.sandbox.simulator.url, clock, platform);
  });
  const { sandbox } = opened;
  if (sandbox === undefined) throw new Error('the front door asks for its platform');
  const ask = async <T>(path: string): Promise<T> => (await sandbox.http.get<T>(path)).data;
  return {
    ...{ door, sandbox },
    stored: async (type) => {
      const of = type === undefined ? '' : `&type=${type}`;
      const { resources } = await ask<{ resources: { resource: Stored }[] }>(`/_sandbox/resources?full=1&written=1${of}`);
      return resources.map(({ resource }) => resource);
    },
    duplicates: async () => (await ask<{ total: number }>('/_sandbox/duplicates')).total,
    outcomes: () => door.store.owed.visitOutcomes(door.store.db, 'satusehat'),
    decide: (policy) => {
      const policies = new Map([...door.site.policies].map(([code, one]) => [code, { ...one, ...policy }] as const));
      door.site = { ...door.site, policies };
    },
    tell: async (moment, source, file) => {
      door.at(moment);
      const { rows = [] } = await door.handIn(source, file);
      const aside = rows.filter(({ status }) => status === 'quarantined');
      if (aside.length > 0) throw new Error(`set aside: ${aside.flatMap(({ issues }) => issues.map(({ code }) => code)).join()}`);
      await door.deliver();
      return rows.flatMap(({ visit }) => (visit === undefined ? [] : [visit]));
    },
  };
}
