import type { CodeableConcept, Immunization } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';
import { systems } from '../../../fhir/systems.ts';
import type { Identities } from './identities.ts';
import { reasonOfDose } from './immunization-reasons.ts';

const origin = 'http://terminology.hl7.org/CodeSystem/immunization-origin';
const administering = { system: systems.providerRole, code: 'AP', display: 'Administering Provider' };
const entering = {
  system: systems.providerRole,
  code: 'EP',
  display: 'Entering Provider (probably not the same as transcriptionist?)',
};

/** The contact in which a dose was given or told of. */
export interface ToldIn {
  readonly ids: Identities;
  readonly encounterUrl: string;
  readonly byKader: boolean;
}

/**
 * A dose as SATUSEHAT takes it: given here, told of, or not given. A live test of 2026-09-13 found that who gave it (AP, with lot number and a later
 * expiry) goes with `primarySource` true alone, and who only enters it (EP) with false; so a dose without lot or expiry is a report, and so is one
 * that was not given, though SATUSEHAT Postman collection 13 of 2024 shows others. The contact is named for both (rule 10293), and the place
 * of what was done (rule 10305): for a report it is where it was told.
 */
export function toSentImmunization(ours: Immunization, told: ToldIn): Immunization {
  const { encounterUrl, ids } = told;
  const reason = reasonOfDose(ours.vaccineCode.text ?? '');
  const { performer: _performer, reportOrigin: _origin, reasonCode: timing = [], ...rest } = ours;
  const isGiven = isGivenHere(ours);
  return {
    ...rest,
    primarySource: isGiven,
    encounter: { reference: encounterUrl },
    ...(ours.status === 'completed' && { location: { reference: `Location/${ids.location.id}`, display: ids.location.name } }),
    ...(isGiven ? toGiver(ids) : toReporter(ours, told)),
    ...(reason && { reasonCode: [withTiming(reason, timing)] }),
  };
}

/** The part of the programme and the timing of a dose are two codings of one reason (SATUSEHAT Postman collection 13); alone the timing says nothing. */
function withTiming(reason: CodeableConcept, timing: readonly CodeableConcept[]): CodeableConcept {
  return { ...reason, coding: [...(reason.coding ?? []), ...timing.flatMap(({ coding = [] }) => coding)] };
}

function isGivenHere({ status, primarySource, lotNumber, expirationDate }: Immunization): boolean {
  return status === 'completed' && primarySource === true && lotNumber !== undefined && expirationDate !== undefined;
}

function toGiver({ practitioner, organization }: Identities): Pick<Immunization, 'performer'> {
  return {
    performer: [
      { function: toConcept(administering), actor: { reference: `Practitioner/${practitioner}` } },
      { actor: { reference: `Organization/${organization}` } },
    ],
  };
}

/** A kader is no Practitioner: the facility reports, and the function says in words who it was (SATUSEHAT Postman collection 13); no name of hers leaves. */
function toReporter(ours: Immunization, { ids, byKader }: ToldIn): Pick<Immunization, 'performer' | 'reportOrigin'> {
  const told: CodeableConcept = { ...toConcept(entering), ...(byKader && { text: 'Kader' }) };
  const reportOrigin = toOrigin(ours, byKader);
  return {
    performer: [{ function: told, actor: { reference: `Organization/${ids.organization}` } }],
    ...(reportOrigin && { reportOrigin }),
  };
}

/** What a kader says others gave. Of another report no register says whether it was told, copied from a book or given elsewhere, so nothing is said. */
function toOrigin({ status }: Immunization, byKader: boolean): CodeableConcept | undefined {
  return status === 'completed' && byKader ? toConcept({ system: origin, code: 'provider', display: 'Other Provider' }) : undefined;
}
