import type { Condition, Encounter, Identifier, Resource } from '@medplum/fhirtypes';
import { systems } from '../../../fhir/systems.ts';
import type { CountedContact } from '../../subject.ts';
import { toLocalSystem, toVisitIdentifier } from '../systems.ts';
import type { Identities } from './identities.ts';
import type { Visiting } from './visiting.ts';

/** What goes along with an Encounter, as it goes. */
export interface Along {
  readonly ids: Identities;
  readonly resources: readonly Resource[];
}

/**
 * A contact as SATUSEHAT takes it: every status it had with its moments, who, where, its numbers, its course of care. It is closed where a diagnosis
 * goes along, else it stays in progress (rule 10457, field rule 5): once closed every status has start and end (rule 10122), and the contact ends
 * after it began (rule 10121).
 */
export function toSentEncounter(ours: Encounter, visiting: Visiting, { ids, resources }: Along): Encounter {
  const { start = '', end = '' } = ours.period ?? {};
  const diagnoses = Date.parse(end) > Date.parse(start) ? resources.filter(isDiagnosis) : [];
  const { id = '' } = ours;
  return {
    resourceType: 'Encounter',
    id,
    identifier: toIdentifiers(visiting, ids),
    ...toStatus({ start, end }, diagnoses.length > 0),
    class: toClass(ours.class, visiting),
    subject: { reference: `Patient/${ids.patient}` },
    ...(ids.episode !== undefined && { episodeOfCare: [{ reference: `EpisodeOfCare/${ids.episode}` }] }),
    participant: [{ type: [{ coding: [attender] }], individual: { reference: `Practitioner/${ids.practitioner}` } }],
    location: [{ location: { reference: `Location/${ids.location.id}`, display: ids.location.name } }],
    serviceProvider: { reference: `Organization/${ids.organization}` },
    ...(diagnoses.length > 0 && toEnding(diagnoses, resources)),
  };
}

const attender = { system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'ATND', display: 'attender' };
const dischargeDiagnosis = { system: 'http://terminology.hl7.org/CodeSystem/diagnosis-role', code: 'DD', display: 'Discharge diagnosis' };
const elsewhere = {
  system: 'http://terminology.hl7.org/CodeSystem/discharge-disposition',
  code: 'other-hcf',
  display: 'Other healthcare facility',
};

function toStatus(
  { start, end }: { readonly start: string; readonly end: string },
  closed: boolean,
): Pick<Encounter, 'status' | 'statusHistory' | 'period'> & Pick<Required<Encounter>, 'status'> {
  const arrived = { status: 'arrived', period: { start, end: start } } as const;
  if (!closed) {
    return { status: 'in-progress', statusHistory: [arrived, { status: 'in-progress', period: { start } }], period: { start } };
  }
  const history = [
    arrived,
    { status: 'in-progress', period: { start, end } } as const,
    { status: 'finished', period: { start: end, end } } as const,
  ];
  return { status: 'finished', statusHistory: history, period: { start, end } };
}

/** How the contact ended: what was found, and that the person went on to another facility where a referral goes along. */
function toEnding(diagnoses: readonly Condition[], resources: readonly Resource[]): Pick<Encounter, 'diagnosis' | 'hospitalization'> {
  const diagnosis = diagnoses.map(toDiagnosis);
  return resources.some(isReferral) ? { diagnosis, hospitalization: { dischargeDisposition: { coding: [elsewhere] } } } : { diagnosis };
}

function toDiagnosis({ id = '' }: Condition, index: number): NonNullable<Encounter['diagnosis']>[number] {
  return { condition: { reference: `urn:uuid:${id}` }, use: { coding: [dischargeDiagnosis] }, rank: index + 1 };
}

/** A diagnosis of this very contact, not a complaint or one of the history. */
export function isDiagnosis(resource: Resource): resource is Condition {
  if (resource.resourceType !== 'Condition') return false;
  return (resource.category ?? []).some(({ coding = [] }) => coding.some(({ code }) => code === 'encounter-diagnosis'));
}

/** Sent to another facility, and not only asked back (SNOMED CT 3457005 against 185389009). */
function isReferral(resource: Resource): boolean {
  const coding = resource.resourceType === 'ServiceRequest' ? (resource.code?.coding ?? []) : [];
  return coding.some(({ code }) => code === '3457005');
}

function toClass(ours: Encounter['class'], { settings }: Visiting): Encounter['class'] {
  const isAmbulatory = ours.code === 'HH' && settings.homeClass === 'AMB';
  return isAmbulatory ? { system: systems.actCode, code: 'AMB', display: 'ambulatory' } : ours;
}

function toIdentifiers(visiting: Visiting, ids: Identities): Identifier[] {
  const counted = visiting.contact === undefined ? undefined : toNumber(visiting.contact, visiting, ids);
  return [toVisitIdentifier(visiting.number, ids.organization), ...(counted === undefined ? [] : [counted])];
}

const episodes = 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare';

/** Which K, KF or KN it was: KF and KN as a live test of 2026-09-21 found them validated, K by the setting. */
function toNumber(contact: CountedContact, { settings }: Visiting, { organization }: Identities): Identifier | undefined {
  if (contact.kind === 'kontak-kf') return { system: `${episodes}/puerperium`, value: contact.is };
  if (contact.kind === 'kontak-kn') return { system: `${episodes}/neonate`, value: contact.is };
  const value = toAntenatalValue(contact);
  if (value === undefined || settings.antenatalNumber === 'tidak') return undefined;
  const own = settings.antenatalNumber === 'episode-of-care';
  return { system: own ? toLocalSystem('episode-of-care', organization) : `${episodes}/ANC`, value };
}

/** The first contact has two values, with and without the first trimester; of one that is neither nothing is said. */
function toAntenatalValue({ is, beginning }: CountedContact): string | undefined {
  if (is !== 'K1') return is;
  return beginning === undefined ? undefined : { murni: 'K1M', akses: 'K1A' }[beginning];
}
