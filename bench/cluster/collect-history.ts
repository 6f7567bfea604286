import { readFile } from 'node:fs/promises';
import type { Resource } from '../../test/platforms/receiving/receiver-world.ts';
import type { HeldResource, History, LeaseEvent, StoreEnd } from '../history/history.ts';
import type { Submitted } from '../history/submit-records.ts';
import type { GatewayNode } from './gateway-node.ts';
import { scaledTimes } from './node-settings.ts';
import type { Leaving } from './record-leases.ts';
import type { Stand } from './stand.ts';

/** Puts together what submitters, platform, processes and store say. */
export async function collectHistory(
  stand: Pick<Stand, 'ask' | 'receiver'>,
  submitted: Pick<Submitted, 'told' | 'withdrawn'>,
  nodes: readonly Pick<GatewayNode, 'events' | 'endedAt'>[],
): Promise<History> {
  const leases = await Promise.all(nodes.map((node) => readLeases(node)));
  return {
    told: submitted.told,
    withdrawn: submitted.withdrawn,
    journal: stand.receiver.journal(),
    leases: leases.flat(),
    end: await readStore(stand),
    held: readHeld(stand.receiver.resources()),
  };
}

/**
 * A message that left as its process died was on its way until then at least. One is on its way no longer than it may take: a process that slept
 * hears of the answer late.
 */
async function readLeases({ events, endedAt }: Pick<GatewayNode, 'events' | 'endedAt'>): Promise<readonly LeaseEvent[]> {
  const lines = (await readFile(events, 'utf8').catch(() => '')).split('\n').filter((line) => line.endsWith('}'));
  const told = lines.map((line) => JSON.parse(line) as LeaseEvent | Leaving);
  const sent = new Set(told.flatMap((event) => (event.kind === 'send' ? [nameOf(event)] : [])));
  return told.flatMap((event): readonly LeaseEvent[] => {
    if (event.kind === 'send') return [{ ...event, to: Math.min(event.to, event.from + scaledTimes.timeoutMs) }];
    if (event.kind !== 'leaving') return [event];
    return sent.has(nameOf(event)) ? [] : [{ ...event, kind: 'send', to: endedAt() ?? event.from }];
  });
}

function nameOf({ debt, leaseNo, from }: Pick<LeaseEvent, 'debt' | 'leaseNo' | 'from'>): string {
  return `${debt}#${String(leaseNo)}@${String(from)}`;
}

const verdictsSql = `
  select g.submission::text as submission, s.line as row, s.visit::text as visit
  from source_row s join reading g on g.id = s.reading
  where not s.heading and s.line is not null`;

const visitsSql = `
  select id::text as id, version, retracted_at is not null as retracted,
    coalesce((select f ->> 2 from jsonb_array_elements(facts) f where f ->> 0 = 'berat-badan' limit 1), 'null') as fact
  from visit`;

const debtsSql = `
  select subject_kind as kind, subject_id as id, state, coalesce(reason, '') as reason, owed_version as "owedVersion",
    settled_version as "settledVersion"
  from owed`;

async function readStore({ ask }: Pick<Stand, 'ask'>): Promise<StoreEnd> {
  const [verdicts, visits, debts] = await Promise.all([
    ask<StoreEnd['verdicts'][number]>(verdictsSql),
    ask<StoreEnd['visits'][number]>(visitsSql),
    ask<StoreEnd['debts'][number]>(debtsSql),
  ]);
  return { verdicts: verdicts.map(({ submission, row, visit }) => ({ submission, row, visit: visit ?? undefined })), visits, debts };
}

function readHeld(resources: readonly Resource[]): readonly HeldResource[] {
  const weights = new Map(resources.flatMap((resource) => toWeight(resource)));
  return resources.map(({ id, ref, history }) => {
    const last = history.at(-1);
    return { ref, version: last?.version ?? 0, ended: last?.ended === true, fact: weights.get(id) ?? 'null' };
  });
}

interface Observation {
  readonly code?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly valueQuantity?: { readonly value?: number; readonly unit?: string };
}

const bodyWeight = '29463-7';

/** The weight in grams of the visit that holds a resource, if that is one of a body weight that stands. */
function toWeight({ root, history }: Resource): readonly (readonly [string, string])[] {
  const last = history.at(-1);
  if (last === undefined || last.ended) return [];
  const { code, valueQuantity } = last.body as Observation;
  const isWeight = code?.coding?.some((coding) => coding.code === bodyWeight) === true;
  return isWeight ? [[root, String(Math.round((valueQuantity?.value ?? 0) * 1000))]] : [];
}
