import axios from 'axios';
import { visitDate, type Town, type TrueVisit } from './town.ts';

/** What is wrong in the end, by the figure it counts in. Each finding is a sentence without anybody's name or number. */
export interface FaultFindings {
  readonly lost: string[];
  readonly duplicated: string[];
  readonly inversions: string[];
  readonly unexplained: string[];
}

/** Findings to begin with: nothing is wrong. */
export const createFindings = (): FaultFindings => ({ lost: [], duplicated: [], inversions: [], unexplained: [] });

interface Resource {
  readonly id: string;
  readonly resourceType: string;
  readonly status?: string;
  readonly verificationStatus?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly subject?: { readonly reference?: string };
  readonly encounter?: { readonly reference?: string };
  readonly period?: { readonly start?: string };
  readonly code?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly valueQuantity?: { readonly value?: number };
}

const contentTypes = ['Observation', 'Procedure', 'Condition', 'Immunization', 'QuestionnaireResponse'];
const weight = '29463-7';

/** Holds the sandbox against the truth: each visit once, with everything it has once, in its newest version; nothing beside. */
export async function checkUpstream(url: string, visits: readonly TrueVisit[], findings: FaultFindings): Promise<void> {
  const encounters = (await list(url, 'Encounter')).filter(isLive);
  const contents = (await Promise.all(contentTypes.map((type) => list(url, type)))).flat().filter(isLive);
  const byEncounter = groupBy(contents, ({ encounter }) => encounter?.reference ?? '');
  const byContact = groupBy(encounters, toContact);
  for (const [index, visit] of visits.entries()) {
    const [first, ...more] = byContact.get(contactOf(visit)) ?? [];
    if (more.length > 0) findings.duplicated.push(`visit ${String(index)} is ${String(more.length + 1)} Encounters`);
    if (first === undefined) findings.lost.push(`visit ${String(index)} has no Encounter`);
    else checkContents(byEncounter.get(`Encounter/${first.id}`) ?? [], { visit, index }, findings);
  }
  const known = new Set(visits.map(contactOf));
  const strangers = [...byContact.keys()].filter((contact) => !known.has(contact));
  findings.duplicated.push(...strangers.map(() => 'an Encounter is of no visit that was handed in'));
  const live = new Set(encounters.map(({ id }) => `Encounter/${id}`));
  const orphans = [...byEncounter.keys()].filter((reference) => !live.has(reference));
  findings.inversions.push(...orphans.map(() => 'a resource belongs to no Encounter that stands'));
}

function toContact({ subject, period }: Resource): string {
  return `${subject?.reference ?? ''} ${period?.start?.slice(0, 10) ?? ''}`;
}

function contactOf({ ihs }: TrueVisit): string {
  return `Patient/${ihs} ${visitDate}`;
}

function isLive({ status, verificationStatus }: Resource): boolean {
  const voided = verificationStatus?.coding?.some(({ code }) => code === 'entered-in-error') ?? false;
  return status !== 'entered-in-error' && status !== 'cancelled' && !voided;
}

interface Checked {
  readonly visit: TrueVisit;
  readonly index: number;
}

function checkContents(contents: readonly Resource[], checked: Checked, findings: FaultFindings): void {
  const name = `visit ${String(checked.index)}`;
  const byCode = groupBy(contents, (one) => `${one.resourceType} ${one.code?.coding?.[0]?.code ?? ''}`);
  for (const [what, all] of byCode) if (all.length > 1) findings.duplicated.push(`${name} has ${what} ${String(all.length)} times`);
  checkWeight(byCode.get(`Observation ${weight}`)?.[0], checked, findings);
  if (!contents.some(({ resourceType }) => resourceType === 'Condition')) findings.lost.push(`${name} has no closing Condition`);
}

function checkWeight(measured: Resource | undefined, { visit, index }: Checked, findings: FaultFindings): void {
  const name = `visit ${String(index)}`;
  const grams = Math.round((measured?.valueQuantity?.value ?? 0) * 1000);
  if (measured === undefined) findings.lost.push(`${name} arrived without its weight`);
  else if (grams === visit.formerG) findings.inversions.push(`${name} stands in its older version`);
  else if (grams !== visit.weightG) findings.lost.push(`${name} arrived with another weight`);
}

async function list(url: string, type: string): Promise<readonly Resource[]> {
  const { data } = await axios.get<{ readonly resources: readonly { readonly id: string; readonly resource: Resource }[] }>(
    `${url}/_sandbox/resources?type=${type}&written=1&full=1`,
    { proxy: false },
  );
  return data.resources.map(({ id, resource }) => ({ ...resource, id }));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Every id the sandbox gave is known here, and no other. */
export async function checkAdopted({ client }: Town, url: string, findings: FaultFindings): Promise<void> {
  const there = (await Promise.all(['Encounter', ...contentTypes].map((type) => list(url, type)))).flat().filter(isLive);
  const { rows } = await client.query<{ id: string }>(
    `select platform_id as id from upstream where ref like 'visit/%' and platform_id not in ('tidak-ada', 'dicari')`,
  );
  const here = new Set(rows.map(({ id }) => id));
  const lacking = there.filter(({ id }) => !here.has(id)).length;
  if (lacking > 0) findings.lost.push(`${String(lacking)} ids of the sandbox were not adopted here`);
}

/** What stands here for a person without a page that says why, or is settled though nothing was learned of where it is. */
export async function checkHere({ client }: Town, hasPage: (code: string) => boolean, findings: FaultFindings): Promise<void> {
  const { rows } = await client.query<{ kind: string; state: string; reason: string | null; count: number }>(
    `select subject_kind as kind, state, reason, count(*)::int from owed where state <> 'settled' group by 1, 2, 3`,
  );
  for (const { kind, state, reason, count } of rows)
    if (!hasPage(reason ?? ''))
      findings.unexplained.push(`${String(count)} of kind ${kind} stand ${state} as "${reason ?? ''}", which has no page`);
}

/** In the end, with all faults gone and everything released, nothing may be open. */
export async function checkSettled({ client }: Town, findings: FaultFindings): Promise<void> {
  const { rows } = await client.query<{ kind: string; state: string; reason: string | null; count: number }>(
    `select subject_kind as kind, state, reason, count(*)::int from owed where state <> 'settled' or settled_version < owed_version group by 1, 2, 3`,
  );
  for (const { kind, state, reason, count } of rows)
    findings.unexplained.push(`${String(count)} of kind ${kind} still stand ${state} as "${reason ?? ''}" when no fault is left`);
}
