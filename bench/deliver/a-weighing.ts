import { randomUUID } from 'node:crypto';

/** Who and where a weighing is about, by SATUSEHAT's ids. */
export interface WeighedAt {
  readonly organization: string;
  readonly patient: string;
  readonly practitioner: string;
  readonly location: string;
}

const [start, end] = ['2025-08-12T00:00:00+00:00', '2025-08-12T03:00:00+00:00'];
const period = { start, end };
const codings = (system: string, code: string): object => ({ coding: [{ system, code }] });
const hl7 = 'http://terminology.hl7.org/CodeSystem';

interface Parts {
  readonly common: { readonly subject: object; readonly encounter: object };
  readonly performer: object;
  readonly condition: string;
  readonly numbered: (slug: string) => object[];
}

/** A weighing as the way out sends it: Encounter, three measurements, a capsule of vitamin A, the closing Condition; with new numbers each time. */
export function toWeighing(at: WeighedAt): object {
  const [encounter, condition] = [randomUUID(), randomUUID()];
  const common = { subject: { reference: `Patient/${at.patient}` }, encounter: { reference: `urn:uuid:${encounter}` } };
  const numbered = (slug: string): object[] => [{ system: `http://sys-ids.kemkes.go.id/${slug}/${at.organization}`, value: randomUUID() }];
  const parts = { common, numbered, condition, performer: { reference: `Practitioner/${at.practitioner}` } };
  const measured = ['29463-7', '8302-2', '9843-4'].map((code) => [randomUUID(), toMeasured(code, parts)] as const);
  const entries = [
    [encounter, toEncounter(at, parts)] as const,
    ...measured,
    [randomUUID(), toGiven(parts)] as const,
    [condition, toClosing(parts)] as const,
  ];
  return { resourceType: 'Bundle', type: 'transaction', entry: entries.map(([id, resource]) => toEntry(id, resource)) };
}

function toEntry(id: string, resource: { readonly resourceType: string }): object {
  return { fullUrl: `urn:uuid:${id}`, resource, request: { method: 'POST', url: resource.resourceType } };
}

function toEncounter({ location, organization }: WeighedAt, { common, numbered, performer, condition }: Parts) {
  const use = codings(`${hl7}/diagnosis-role`, 'DD');
  return {
    resourceType: 'Encounter',
    identifier: numbered('encounter'),
    status: 'finished',
    statusHistory: ['arrived', 'in-progress', 'finished'].map((status) => ({ status, period })),
    class: { system: `${hl7}/v3-ActCode`, code: 'AMB' },
    subject: common.subject,
    participant: [{ individual: performer }],
    period,
    location: [{ location: { reference: `Location/${location}` } }],
    serviceProvider: { reference: `Organization/${organization}` },
    diagnosis: [{ condition: { reference: `urn:uuid:${condition}` }, use, rank: 1 }],
  };
}

function toMeasured(code: string, { common, numbered, performer }: Parts) {
  return {
    resourceType: 'Observation',
    identifier: numbered('observation'),
    status: 'final',
    category: [codings(`${hl7}/observation-category`, 'vital-signs')],
    code: codings('http://loinc.org', code),
    ...common,
    performer: [performer],
    effectiveDateTime: start,
    issued: start,
    valueQuantity: { value: 10.4, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  };
}

function toGiven({ common, numbered, performer }: Parts) {
  return {
    resourceType: 'Procedure',
    identifier: numbered('procedure'),
    status: 'completed',
    category: codings('http://snomed.info/sct', '709543002'),
    code: codings('http://snomed.info/sct', '767224000'),
    ...common,
    performedPeriod: period,
    performer: [{ actor: performer }],
  };
}

function toClosing({ common, numbered }: Parts) {
  return {
    resourceType: 'Condition',
    identifier: numbered('condition'),
    clinicalStatus: codings(`${hl7}/condition-clinical`, 'active'),
    category: [codings(`${hl7}/condition-category`, 'encounter-diagnosis')],
    code: codings('http://hl7.org/fhir/sid/icd-10', 'Z00.1'),
    ...common,
    recordedDate: end,
  };
}
