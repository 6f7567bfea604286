import type { EpisodeOfCare } from '@medplum/fhirtypes';
import type { Message, Preparation } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { patientIdOf } from '../known-ids.ts';
import { refOf } from '../refs.ts';
import { toLocalSystem, toVisitNumber } from '../systems.ts';
import { startOf, toOwnHash, toOwnLook, type EpisodeGiven, type EpisodeState, type NamedEpisode } from './named-episode.ts';
import { prepareEnd } from './prepare-end.ts';

/**
 * The next message for a course of care, or for its end. Of a type one EpisodeOfCare may be active for a person in the whole country (field report of
 * 2026-09-21): ours is looked for by its number, then any that is active; what is found is adopted, else ours is created.
 */
export function prepareEpisode(state: EpisodeState, given: EpisodeGiven): Preparation {
  const { care, gone, puskesmas, person, nikKey, motherKey } = state;
  const { upstream, progress, now } = given;
  const organization = puskesmas.organization;
  if (organization === undefined) return toHold('organisasi-belum-ada');
  const patient = patientIdOf({ id: person.id, nikKey, motherKey }, upstream);
  if (patient === undefined) return { do: 'wait', reason: 'menunggu-induk', on: [{ kind: 'patient', id: person.id }] };
  const named: NamedEpisode = { state, organization, patient };
  if (care.to !== undefined) return prepareEnd(named, given);
  if (gone || upstream.has(refOf.episode(care.id))) return { do: 'settled' };
  return { do: 'send', message: nextMessage(named, { upstream, progress, now }) };
}

/** After a lost create, or one that met an active episode, one look for what is active finds ours as well as another's. */
function nextMessage(named: NamedEpisode, { upstream, progress, now }: Pick<EpisodeGiven, 'upstream' | 'progress' | 'now'>): Message {
  const { id } = named.state.care;
  // A create that was refused because one is active left no hash of its own: then something must be found.
  if (progress.reconcile)
    return toActiveLook(named, progress.sentHash === undefined ? 'cari-episode-aktif:pasti' : 'cari-episode-aktif', now);
  if (!isFresh(upstream.get(refOf.episodeSought(id))?.hash, now)) return toOwnLook(named, 'cari-episode', now);
  if (!isFresh(upstream.get(refOf.episodeAlone(id))?.hash, now)) return toActiveLook(named, 'cari-episode-aktif', now);
  return toCreate(named);
}

const freshMs = 10 * 60_000;

/** Another facility may open one between our look and our message: an old look is repeated. */
function isFresh(lookedAt: string | undefined, now: Date): boolean {
  const age = now.getTime() - new Date(lookedAt ?? '').getTime();
  return age >= 0 && age < freshMs;
}

function toActiveLook({ state: { care }, organization, patient }: NamedEpisode, plan: string, now: Date): Message {
  const refs = [{ ref: refOf.episodeAlone(care.id), hash: now.toISOString() }];
  const path = `/EpisodeOfCare?patient=${patient}&type=${care.type}&status=active`;
  return { plan, method: 'GET', path, effect: false, refs, credential: organization };
}

/** As collection 06 opens one; only its name for ANC is published. */
function toCreate({ state: { care, puskesmas }, organization, patient }: NamedEpisode): Message {
  const start = startOf(care.from, puskesmas.zone);
  const display = care.type === 'ANC' ? { display: 'Antenatal Care' } : {};
  const body: EpisodeOfCare = {
    resourceType: 'EpisodeOfCare',
    identifier: [{ system: toLocalSystem('episode-of-care', organization), value: toVisitNumber(care.id) }],
    status: 'active',
    statusHistory: [{ status: 'active', period: { start } }],
    type: [{ coding: [{ system: episodeTypes, code: care.type, ...display }] }],
    patient: { reference: `Patient/${patient}` },
    managingOrganization: { reference: `Organization/${organization}` },
    period: { start },
  };
  const refs = [{ ref: refOf.episode(care.id), hash: toOwnHash(care.from) }];
  return { plan: 'buat-episode', method: 'POST', path: '/EpisodeOfCare', body, effect: true, refs, credential: organization };
}

const episodeTypes = 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare-type';
