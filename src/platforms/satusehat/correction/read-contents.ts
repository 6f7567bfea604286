import type { Delivery, Message, MessageRef, UpstreamEntry } from '../../platform.ts';
import { field, list, text } from '../../answer.ts';
import { idOf, resourcesOf } from '../answer/answer.ts';
import { hasMore } from '../answer/check-success.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { toHash } from '../../hash.ts';
import { toHeld } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { localSystemOf } from '../systems.ts';
import { foreignContents } from './compared.ts';
import { saysEnteredInError, takenBack } from './entered-in-error.ts';
import { showsSame } from './shows-same.ts';

/** The contents of an Encounter of one type: which of ours are there, in which version where that can be told, and whether others are. */
export function readContents(answered: Answered): Delivery {
  const { message, subject, answer } = answered;
  const mark = message.refs.at(-1);
  if (subject.kind !== 'visit' || mark === undefined) return unreadable(message);
  const { found, foreign } = findParts(answered, { partNumbers: subject.partNumbers, encounter: mark.id ?? '' });
  if (found.some(({ resource }) => resource === undefined) && hasMore(answer.body)) return toHeld('jawaban-tidak-lengkap');
  const looked = { ref: mark.ref, platformId: 'dicari', hash: foreign ? foreignContents : '' };
  const upstream = found.flatMap(({ part, resource }) => toEntry(part, resource, message.compare?.get(part.ref)));
  const forget = [refOf.visitDoubt(subject.visit.id, typeOf(message))];
  return { kind: 'accepted', upstream: [...upstream, looked], forget, then: { do: 'continue' } };
}

interface Found {
  readonly found: readonly { readonly part: MessageRef; readonly resource: unknown }[];
  /** True where something bears a number of ours that is none of the visit's. */
  readonly foreign: boolean;
}

function findParts(
  { message, answer: { body } }: Answered,
  by: { readonly partNumbers: ReadonlyMap<string, string>; readonly encounter: string },
): Found {
  const type = typeOf(message);
  const system = localSystemOf(type, message.credential) ?? '';
  const byPerson = message.path.includes('?patient=');
  const there = resourcesOf(body, type).filter((resource) => !byPerson || isOfEncounter(resource, by.encounter));
  const byNumber = new Map(there.flatMap((resource) => numbersOf(resource, system).map((number) => [number, resource] as const)));
  const found = message.refs.slice(0, -1).map((part) => {
    const number = by.partNumbers.get(idOfRef(part)) ?? idOfRef(part);
    return { part, resource: byNumber.get(number) ?? there.find((one) => part.id !== undefined && idOf(one) === part.id) };
  });
  return { found, foreign: byNumber.size > found.filter(({ resource }) => resource !== undefined).length };
}

function typeOf({ plan }: Message): string {
  return plan.split(':')[1] ?? '';
}

function toEntry({ ref, hash }: MessageRef, resource: unknown, ours: unknown): readonly UpstreamEntry[] {
  const platformId = idOf(resource);
  if (resource === undefined || platformId === '') return [];
  if (saysEnteredInError(resource)) return [{ ref, platformId, hash: takenBack }];
  return [{ ref, platformId, hash: hash === '' && ours !== undefined && showsSame(ours, resource) ? toHash(ours) : hash }];
}

/** What was searched by person may be of any visit. */
function isOfEncounter(resource: unknown, encounter: string): boolean {
  const reference = text(field(field(resource, 'encounter'), 'reference'));
  return reference === '' || reference.split('/').at(-1) === encounter;
}

/** Some types bear one identifier instead of a list. */
function numbersOf(resource: unknown, system: string): readonly string[] {
  const said = field(resource, 'identifier');
  const identifiers = Array.isArray(said) ? list(said) : [said];
  return identifiers.filter((one) => field(one, 'system') === system).map((one) => text(field(one, 'value')));
}

function idOfRef({ ref }: MessageRef): string {
  return ref.split('/')[2] ?? '';
}
