import type { Bundle } from '@medplum/fhirtypes';
import type { UpstreamEntry } from '../../platform.ts';
import { toHash } from '../../hash.ts';

/** Hash of a visit sent whole: of its transaction, and of its Encounter alone. */
export function toVisitHash(bundle: Bundle): string {
  return `${toHash(bundle)}.${toHash(bundle.entry?.[0]?.resource)}`;
}

/** Hash of an Encounter that was found and read, and says what we would say. */
export function toComparedHash(encounter: unknown): string {
  return `sama-${toHash(encounter)}`;
}

/** True for an Encounter of which no message of ours tells which version it is; an empty hash says that it differs from what we would send. */
export function isCompared({ hash }: UpstreamEntry): boolean {
  return hash === '' || hash.startsWith('sama-');
}

/** True where the visit is there as a whole in this version, by the one message that brought it. Gateways of the version before kept the first half alone. */
export function isWholeAsSent({ hash }: UpstreamEntry, bundle: Bundle): boolean {
  const whole = hash.split('.')[0] ?? '';
  return whole !== '' && whole === toVisitHash(bundle).split('.')[0];
}

/** The same Encounter, of whose visit a part is being changed: the one message that brought it says no more what is there. */
export function toLooseHash({ hash }: UpstreamEntry): string {
  return hash.includes('.') ? `.${hash.split('.')[1] ?? ''}` : hash.startsWith('sama-') ? hash : '';
}

/** True where SATUSEHAT holds the Encounter as it is. */
export function isEncounterAsSent({ hash }: UpstreamEntry, encounter: unknown): boolean {
  return hash.split('.')[1] === toHash(encounter) || hash === toComparedHash(encounter);
}

/** Hash of a look at contents that found one under a number of ours which the visit does not have now. */
export const foreignContents = 'lain';
