import type { Delivery, Message, UpstreamEntry } from '../platform.ts';
import { field, list, text, type Answer } from '../answer.ts';
import { readFailure, unreadable } from './read-failure.ts';
import { writeContents } from './read-contents.ts';
import { serverSystems } from './systems.ts';

/** Understands the server's answer to one of our messages. Pure. */
export function readAnswer(message: Message, answer: Answer): Delivery {
  if (!(answer.status >= 200 && answer.status <= 299)) return readFailure(message, answer);
  if (field(answer.body, 'resourceType') !== 'Bundle') return unreadable(message);
  return message.plan === 'cari-isi' ? readLook(message, answer.body) : readTransaction(message, answer.body);
}

/** A transaction answers entry by entry in the order of the request (R4 3.1.0.11.3); some servers refuse one entry inside an answer of success. */
function readTransaction(message: Message, body: unknown): Delivery {
  const responses = list(field(body, 'entry')).map((entry) => field(entry, 'response'));
  const refused = responses.find((response) => /^4\d\d\b/.test(text(field(response, 'status'))));
  if (refused !== undefined) return readFailure(message, { ...toAnswer(refused), headers: {} });
  const done = responses.every((response) => /^2\d\d\b/.test(text(field(response, 'status'))));
  if (!done || responses.length !== list(field(message.body, 'entry')).length) return unreadable(message);
  return message.plan === 'kirim-kunjungan'
    ? readVisit(message, responses)
    : settle(message.refs.map(({ ref, hash }) => ({ ref, hash, platformId: placeOf(responses[0]) })));
}

function toAnswer(response: unknown): Pick<Answer, 'status' | 'body'> {
  return { status: Number(text(field(response, 'status')).slice(0, 3)), body: field(response, 'outcome') };
}

function readVisit(message: Message, responses: readonly unknown[]): Delivery {
  const [visit, ...parts] = message.refs;
  const places = parts.map(({ ref }, index) => [ref.split('/').at(-1) ?? '', placeOf(responses[index])] as const);
  if (visit === undefined || places.some(([, place]) => place === '')) return unreadable(message);
  return settle([
    { ref: visit.ref, hash: visit.hash, platformId: places[0]?.[1] ?? '' },
    { ref: `${visit.ref}/isi`, hash: '', platformId: writeContents(new Map(places)) },
  ]);
}

function settle(upstream: readonly UpstreamEntry[]): Delivery {
  return { kind: 'accepted', upstream: upstream.map((one) => ({ ...one, platformId: one.platformId || 'ada' })), then: { do: 'settle' } };
}

/** `Type/id` of what was created or changed, whatever stands around it. */
function placeOf(response: unknown): string {
  const location = text(field(response, 'location'));
  const [, type, id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/.exec(location) ?? [];
  return type === undefined || id === undefined ? '' : `${type}/${id}`;
}

/** Everything of ours that the server showed, by our identifier; one search that failed leaves the whole look undone. */
function readLook(message: Message, body: unknown): Delivery {
  const entries = list(field(body, 'entry'));
  const [contents, visit] = message.refs;
  const answered = entries.length === list(field(message.body, 'entry')).length && entries.every(isSearched);
  if (!answered || contents === undefined || visit === undefined) return unreadable(message);
  const found = entries
    .flatMap((entry) => list(field(field(entry, 'resource'), 'entry')))
    .flatMap((entry) => toPair(field(entry, 'resource')));
  // Which version is there is not known: it is sent again whatever it is.
  const upstream = [
    { ...contents, platformId: writeContents(new Map(found)) },
    // No two visits have one number (upstream_visit).
    { ...visit, platformId: `dicari/${visit.ref}` },
  ];
  return { kind: 'accepted', upstream, then: { do: 'continue' } };
}

/** A type the server does not know holds nothing of ours. */
function isSearched(entry: unknown): boolean {
  const status = text(field(field(entry, 'response'), 'status'));
  return /^(200|404)\b/.test(status) || field(field(entry, 'resource'), 'resourceType') === 'Bundle';
}

function toPair(resource: unknown): readonly (readonly [string, string])[] {
  const identifier = field(resource, 'identifier');
  const own = [...list(identifier), identifier].find((one) => field(one, 'system') === serverSystems.record);
  const [ours, type, id] = [text(field(own, 'value')), text(field(resource, 'resourceType')), text(field(resource, 'id'))];
  return ours === '' || type === '' || id === '' ? [] : [[ours, `${type}/${id}`]];
}
