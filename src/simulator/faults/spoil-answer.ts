import { isJsonObject, itemsOf, textAt, type Json, type JsonObject } from '../json.ts';
import { drawUuid } from '../random.ts';
import { simulationTag, type Answer } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Strike } from './fault-plan.ts';

type Spoil = (answer: Answer, fault: Strike, world: World) => Answer;

const spoils: Readonly<Partial<Record<Strike['kind'], Spoil>>> = {
  'truncated-json': cutShort,
  'empty-body': (answer) => ({ ...answer, body: '', headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers } }),
  'wrong-id': (answer, fault, world) => withBody(answer, (body) => misname(body, fault, world)),
  'partial-success': (answer, { drop }) => withBody(answer, (body) => shorten(body, drop)),
  'hidden-by-consent': (answer, { form }) => withBody(answer, (body) => hide(body, form === 'tunggal')),
  'clock-skew': (answer, { skewSeconds }, world) => skew(answer, skewSeconds * 1000, world),
};

/** Spoils a true answer in the way of the fault; faults that do not spoil leave it as it is. */
export function spoilAnswer(answer: Answer, fault: Strike, world: World): Answer {
  return spoils[fault.kind]?.(answer, fault, world) ?? answer;
}

function withBody(answer: Answer, change: (body: JsonObject) => JsonObject): Answer {
  return typeof answer.body === 'string' ? answer : { ...answer, body: change(answer.body) };
}

function cutShort(answer: Answer): Answer {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  return { ...answer, body: text.slice(0, Math.floor(text.length / 2)), headers };
}

/**
 * Other ids than those stored. In a transaction-response `resourceID` then contradicts `location`, in a single answer `id` contradicts the
 * header; with `form: "semua"` both are wrong, so that nothing in the answer gives it away.
 */
function misname(body: JsonObject, { form }: Strike, world: World): JsonObject {
  if (body['type'] === 'transaction-response')
    return { ...body, entry: itemsOf(body['entry']).map((entry) => misnameEntry(entry, form === 'semua', world)) };
  return body['id'] === undefined ? body : { ...body, id: drawUuid(world.random) };
}

function misnameEntry(entry: Json, everywhere: boolean, world: World): Json {
  const response = isJsonObject(entry) ? entry['response'] : undefined;
  if (!isJsonObject(entry) || !isJsonObject(response)) return entry;
  const [former = '', id] = [textAt(response, 'resourceID'), drawUuid(world.random)];
  const location = textAt(response, 'location') ?? '';
  return { ...entry, response: { ...response, resourceID: id, location: everywhere ? location.replace(former, id) : location } };
}

/** Leaves entries out from the end; `total` follows, as if there had never been more. */
function shorten(body: JsonObject, drop: number): JsonObject {
  if (body['type'] !== 'transaction-response') return body;
  const entry = itemsOf(body['entry']).slice(0, -Math.max(1, drop));
  return { ...body, entry, total: entry.length };
}

/** What a search found, hidden for lack of consent: entry by entry, or one OperationOutcome in place of the Bundle. */
function hide(body: JsonObject, bare: boolean): JsonObject {
  const entries = itemsOf(body['entry']);
  if (body['type'] !== 'searchset' || entries.length === 0) return body;
  const [first] = entries;
  return bare ? hiddenResource(first) : { ...body, entry: entries.map(hiddenEntry) };
}

/** An entry of a search as the platform shows it where the patient has not consented. */
export function hiddenEntry(entry: Json): Json {
  return { resource: hiddenResource(entry), search: { mode: 'outcome' } };
}

function hiddenResource(entry: Json | undefined): JsonObject {
  const place = `${textAt(entry, 'resource', 'resourceType') ?? ''}/${textAt(entry, 'resource', 'id') ?? ''}`;
  const issue = [{ severity: 'information', code: 'suppressed', diagnostics: `No consent available for ${place}` }];
  return { resourceType: 'OperationOutcome', meta: { tag: [simulationTag] }, issue };
}

const moments = new Set(['lastUpdated', 'lastModified']);

/** Shifts what the answer says about the platform's own time, in its header and in its body. */
function skew(answer: Answer, byMs: number, world: World): Answer {
  const date = new Date(world.now().getTime() + byMs).toUTCString();
  const body = typeof answer.body === 'string' ? answer.body : (shift(answer.body, byMs) as JsonObject);
  return { ...answer, body, headers: { ...answer.headers, date } };
}

function shift(value: Json, byMs: number): Json {
  if (Array.isArray(value)) return value.map((item) => shift(item, byMs));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter((pair): pair is [string, Json] => pair[1] !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, shiftField(key, item, byMs)]));
}

function shiftField(key: string, item: Json, byMs: number): Json {
  if (key === 'issued_at' && typeof item === 'string') return String(Number(item) + byMs);
  if (!moments.has(key) || typeof item !== 'string') return shift(item, byMs);
  const shifted = new Date(Date.parse(item) + byMs);
  return Number.isNaN(shifted.getTime()) ? item : shifted.toISOString().replace(/Z$/, '+00:00');
}
