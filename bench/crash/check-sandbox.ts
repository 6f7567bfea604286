import { askDatabase, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import type { VisitIds } from './check-store.ts';
import type { Findings } from './findings.ts';
import { toIhs, type MixedLoad, type TruthVisit } from './load.ts';

interface Resource {
  readonly id: string;
  readonly subject?: { readonly reference: string };
  readonly encounter?: { readonly reference: string };
  readonly period?: { readonly start: string };
  readonly name?: string;
  readonly code?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly valueQuantity?: { readonly value: number };
}

const heightCodes = ['8302-2', '8306-3', '8308-9'];

/** What the sandbox holds, with the visits that it may hold in an older version because they are held for a person. */
interface Seen {
  readonly contents: ReadonlyMap<string, readonly Content[]>;
  readonly heldCorrections: ReadonlySet<string>;
  readonly ids: VisitIds;
  readonly findings: Findings;
}

interface Content {
  readonly type: string;
  readonly code: string;
  readonly value: number | undefined;
}

/** Holds the sandbox against the truth: one Encounter for each visit that may be sent, with its contents once, and no other. */
export async function checkSandbox(
  load: MixedLoad,
  sandboxUrl: string,
  ids: VisitIds,
  { home, findings }: { readonly home: GatewayHome; readonly findings: Findings },
): Promise<void> {
  const encounters = await listResources(sandboxUrl, 'Encounter');
  const seen = { contents: await listContents(sandboxUrl, encounters, findings), heldCorrections: await listHeld(home), ids, findings };
  const expected = new Map<string, TruthVisit>(
    [...load.visits.values()].map((visit) => [`Patient/${toIhs(visit.child)} ${visit.date}`, visit]),
  );
  const found = new Set<string>();
  for (const encounter of encounters) {
    const contact = toContact(encounter);
    const visit = expected.get(contact);
    const surplus = toSurplus(visit, found.has(contact));
    if (surplus !== undefined) findings.upstreamDuplicated.push(`Encounter ${encounter.id} is of ${surplus}`);
    else if (visit !== undefined) checkContents(visit, encounter.id, seen);
    found.add(contact);
  }
  const lacking = [...expected].filter(([contact, { arrives }]) => arrives && !found.has(contact));
  for (const [, { key, child }] of lacking)
    findings.upstreamMissing.push(`visit ${key} (identity ${child.fault}) has no Encounter; ours is ${ids.get(key) ?? 'none'}`);
  await checkPlaces(load, sandboxUrl, findings);
}

/** SATUSEHAT has no local date; a visit's UTC date equals it by our own rule. */
function toContact({ subject, period }: Resource): string {
  return `${subject?.reference ?? ''} ${period?.start.slice(0, 10) ?? ''}`;
}

/** Why an Encounter ought not to be there; undefined where it ought. */
function toSurplus(visit: TruthVisit | undefined, again: boolean): string | undefined {
  if (visit === undefined) return 'no visit that was handed in';
  if (!visit.arrives) return `visit ${visit.key}, which may not be sent (identity ${visit.child.fault})`;
  return again ? `visit ${visit.key}, which has one already` : undefined;
}

function checkContents(visit: TruthVisit, encounter: string, seen: Seen): void {
  const { heldCorrections, ids, findings } = seen;
  const held = seen.contents.get(encounter) ?? [];
  for (const [what, count] of listRepeated(held)) findings.upstreamDuplicated.push(`visit ${visit.key} has ${what} ${String(count)} times`);
  const former = heldCorrections.has(ids.get(visit.key) ?? '') ? visit.formerWeightG : undefined;
  const [grams, mm] = [toInt(held, ['29463-7'], 1000), toInt(held, heightCodes, 10)];
  if (grams !== visit.weightG && grams !== former)
    findings.upstreamMissing.push(`visit ${visit.key} arrived with ${String(grams)} g instead of ${String(visit.weightG)} g`);
  if (mm !== visit.heightMm)
    findings.upstreamMissing.push(`visit ${visit.key} arrived with ${String(mm)} mm instead of ${String(visit.heightMm)} mm`);
  checkClosing(visit, held, findings);
}

function checkClosing({ key }: TruthVisit, held: readonly Content[], findings: Findings): void {
  if (!held.some(({ type }) => type === 'Condition')) findings.upstreamMissing.push(`visit ${key} has no closing Condition`);
}

function listRepeated(contents: readonly Content[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { type, code } of contents) counts.set(`${type} ${code}`, (counts.get(`${type} ${code}`) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1);
}

/** A measured value in the truth's smallest unit; null where there is none. */
function toInt(contents: readonly Content[], codes: readonly string[], factor: number): number | null {
  const value = contents.find(({ code }) => codes.includes(code))?.value;
  return value === undefined ? null : Math.round(value * factor);
}

/** Contents by Encounter; what belongs to none that is there counts as too much. */
async function listContents(
  sandboxUrl: string,
  encounters: readonly Resource[],
  findings: Findings,
): Promise<ReadonlyMap<string, readonly Content[]>> {
  const contents = new Map<string, Content[]>(encounters.map(({ id }) => [`Encounter/${id}`, []]));
  for (const type of ['Observation', 'Condition', 'Procedure']) {
    for (const resource of await listResources(sandboxUrl, type)) {
      const of = contents.get(resource.encounter?.reference ?? '');
      of?.push(toContent(type, resource));
      if (of === undefined) findings.upstreamDuplicated.push(`${type} ${resource.id} belongs to no Encounter`);
    }
  }
  return new Map([...contents].map(([reference, of]) => [reference.slice('Encounter/'.length), of]));
}

function toContent(type: string, { code, valueQuantity }: Resource): Content {
  return { type, code: code?.coding?.[0]?.code ?? '', value: valueQuantity?.value };
}

/** Visits whose correction came after they had been sent: they are held, and the sandbox rightly has the older version. */
async function listHeld(home: GatewayHome): Promise<ReadonlySet<string>> {
  const rows = await askDatabase(home, `select subject_id as id from owed where reason = 'koreksi-perlu-tangan' and state = 'held'`);
  return new Set(rows.map((row) => String(row['id'])));
}

/** Each posyandu from which anything arrived is one Organization and one Location; no identifier stands there twice. */
async function checkPlaces({ places, visits }: MixedLoad, sandboxUrl: string, findings: Findings): Promise<void> {
  const sent = new Set([...visits.values()].flatMap(({ arrives, place }) => (arrives ? [place] : [])));
  for (const type of ['Organization', 'Location']) {
    const names = (await listResources(sandboxUrl, type)).map(({ name }) => name);
    for (const { code, name } of places) {
      const count = names.filter((each) => each === name).length;
      if (count > 1) findings.upstreamDuplicated.push(`${code} is ${String(count)} times a ${type}`);
      if (count === 0 && sent.has(code)) findings.upstreamMissing.push(`${code} is no ${type}`);
    }
  }
  const answer = await fetch(`${sandboxUrl}/_sandbox/duplicates`);
  const { byIdentifier } = (await answer.json()) as { readonly byIdentifier: readonly { readonly type?: string }[] };
  for (const { type } of byIdentifier) findings.upstreamDuplicated.push(`an identifier of ${type ?? 'a resource'} stands there twice`);
}

async function listResources(sandboxUrl: string, type: string): Promise<readonly Resource[]> {
  const found: Resource[] = [];
  for (;;) {
    const answer = await fetch(`${sandboxUrl}/_sandbox/resources?type=${type}&written=1&full=1&limit=2000&offset=${String(found.length)}`);
    const { resources } = (await answer.json()) as { readonly resources: readonly { readonly id: string; readonly resource: Resource }[] };
    found.push(...resources.map(({ id, resource }) => ({ ...resource, id })));
    if (resources.length < 2000) return found;
  }
}
