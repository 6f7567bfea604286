import type { Delivery, UpstreamEntry } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { field, list, text } from '../../answer.ts';
import { toId } from '../answer/answer.ts';
import type { Answered } from '../answer/reader.ts';
import { unreadable } from '../answer/unreadable.ts';
import { refOf } from '../refs.ts';

/** The answer to a transaction names each entry in the order of the request, in fields of its own besides FHIR's location. */
export function readTransaction({ message, subject, answer: { body } }: Answered): Delivery {
  const asked = list(field(message.body, 'entry'));
  const answered = list(field(body, 'entry')).map((entry) => field(entry, 'response'));
  const ids = answered.map((response, index) => idOfResponse(response, text(field(field(asked[index], 'request'), 'url'))));
  const isWhole = ids.length === message.refs.length && !ids.includes('') && new Set(ids).size === ids.length;
  if (!isWhole) return unreadable(message);
  const upstream = message.refs.map(({ ref, hash }, index) => ({ ref, platformId: ids[index] ?? '', hash }));
  // What is left to be done elsewhere for the visit is looked at before it counts as done.
  const then = message.plan.endsWith(':lanjut') ? 'continue' : 'settle';
  return { kind: 'accepted', upstream: [...upstream, ...toPatientOf(subject, asked[0])], then: { do: then } };
}

/** Under whose record it stands there from now on. */
function toPatientOf(subject: SubjectState, encounter: unknown): readonly UpstreamEntry[] {
  const platformId = toId(
    text(field(field(field(encounter, 'resource'), 'subject'), 'reference'))
      .split('/')
      .at(-1),
  );
  return subject.kind !== 'visit' || platformId === '' ? [] : [{ ref: refOf.visitPatient(subject.visit.id), platformId, hash: '' }];
}

/** Empty where the entry was not created, is of another type than what stood there in the request, or bears two ids. */
function idOfResponse(response: unknown, url: string): string {
  const [, type, id] = locationPattern.exec(text(field(response, 'location')).slice(0, 500)) ?? [];
  const ids = new Set([toId(field(response, 'resourceID')), toId(id)].filter((one) => one !== ''));
  const [asked] = url.split('/');
  const isAsked = asked === '' || [field(response, 'resourceType'), type].every((one) => one === undefined || one === asked);
  const [only = ''] = ids;
  return isAsked && ids.size === 1 && isDone(field(response, 'status')) ? only : '';
}

/** Absolute or not, with or without a version behind it. */
const locationPattern = /(?:^|\/)([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]*)?$/;

function isDone(status: unknown): boolean {
  return status === undefined || /^2\d\d\b/.test(text(status));
}
