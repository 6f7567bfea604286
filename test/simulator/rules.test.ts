// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AxiosInstance } from 'axios';
import {
  aCondition,
  anEncounter,
  anEpisode,
  anImmunization,
  aProcedure,
  aQuestionnaireResponse,
  aSandbox,
  aWeight,
  closing,
  issuesOf,
  organization,
  textsOf,
  type Resource,
  type Sandbox,
} from './a-sandbox.ts';

let sandbox: Sandbox;
let fhir: AxiosInstance;
let encounter: string;
let condition: string;

beforeAll(async () => {
  sandbox = await aSandbox();
  fhir = await sandbox.signedIn();
  encounter = `Encounter/${await idAfter('/Encounter', anEncounter({ identifier: ownIdentifier('encounter', 'INDUK') }))}`;
  condition = `Condition/${await idAfter('/Condition', aCondition(encounter))}`;
});
afterAll(() => sandbox.simulator.stop());

const idAfter = async (path: string, resource: Resource): Promise<string> => ((await fhir.post(path, resource)).data as { id: string }).id;
const ownIdentifier = (slug: string, value: string, owner = organization): object[] => [
  { system: `http://sys-ids.kemkes.go.id/${slug}/${owner}`, value },
];
const coding = (system: string, code: string): object => ({ coding: [{ system, code }] });
let last = 0;
/** An Encounter with a number of its own, so that only the change under test can be what is refused. */
const fresh = (changes: Resource): Resource =>
  anEncounter({ identifier: ownIdentifier('encounter', `ATURAN-${String((last += 1))}`), ...changes });
const withDiagnosis = (): Resource => ({ ...closing, diagnosis: [{ condition: { reference: condition } }] });
const span = { start: '2025-08-12T01:00:00+00:00', end: '2025-08-12T02:00:00+00:00' };

type Row = readonly [what: string, rule: number, expression: string, build: () => Resource];

const rows: readonly Row[] = [
  ['an Encounter without identifier', 10117, 'Encounter.identifier', () => fresh({ identifier: undefined })],
  [
    'an Encounter identifier of another facility',
    10117,
    'Encounter.identifier[0].system',
    () => fresh({ identifier: ownIdentifier('encounter', 'X', '100009901') }),
  ],
  [
    'an Encounter identifier of another kind',
    10117,
    'Encounter.identifier[0].system',
    () => fresh({ identifier: ownIdentifier('location', 'X') }),
  ],
  [
    'an Encounter of a class nobody knows',
    10001,
    'Encounter.class.code',
    () => fresh({ class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'xxx' } }),
  ],
  [
    'an Encounter class of another system',
    10002,
    'Encounter.class.system',
    () => fresh({ class: { system: 'http://contoh', code: 'AMB' } }),
  ],
  ['an Encounter without patient', 10118, 'Encounter.subject', () => fresh({ subject: undefined })],
  ['an Encounter of a patient nobody knows', 10118, 'Encounter.subject', () => fresh({ subject: { reference: 'Patient/P00000000000' } })],
  ['an Encounter whose participant is nobody', 10119, 'Encounter.participant[0].individual', () => fresh({ participant: [{}] })],
  [
    'an Encounter with a health worker nobody knows',
    10119,
    'Encounter.participant[0].individual',
    () => fresh({ participant: [{ individual: { reference: 'Practitioner/N1' } }] }),
  ],
  ['an Encounter without place', 10120, 'Encounter.location.location', () => fresh({ location: [] })],
  ['an Encounter without start', 10123, 'Encounter.period.start', () => fresh({ period: {} })],
  ['an Encounter without history', 10122, 'Encounter.statusHistory', () => fresh({ statusHistory: undefined })],
  ['an Encounter without provider', 10124, 'Encounter.serviceProvider', () => fresh({ serviceProvider: undefined })],
  ['a finished Encounter without diagnosis', 10457, 'Encounter.diagnosis', () => fresh(closing)],
  ['a finished Encounter without end', 10121, 'Encounter.period.end', () => fresh({ ...withDiagnosis(), period: { start: span.start } })],
  [
    'a finished Encounter that ends when it starts',
    10121,
    'Encounter.period.end',
    () => fresh({ ...withDiagnosis(), period: { start: span.start, end: span.start } }),
  ],
  [
    'a finished Encounter whose history has gaps',
    10122,
    'Encounter.statusHistory',
    () => fresh({ ...withDiagnosis(), statusHistory: [{ status: 'finished', period: span }] }),
  ],
  ['a Condition without patient', 10125, 'Condition.subject', () => aCondition(encounter, { subject: undefined })],
  ['a Condition of no visit', 10126, 'Condition.encounter', () => aCondition('Encounter/tidak-ada')],
  [
    'a Condition in a system of its own',
    10003,
    'Condition.code.coding[0].system',
    () => aCondition(encounter, { code: coding('http://contoh', 'Z00.1') }),
  ],
  [
    'a Condition category of another system',
    10007,
    'Condition.category[0].coding[0].system',
    () => aCondition(encounter, { category: [coding('http://contoh', 'x')] }),
  ],
  ['an Observation without code', 10010, 'Observation.code', () => aWeight(encounter, { code: undefined })],
  [
    'an Observation with https for http',
    10010,
    'Observation.code.coding[0].system',
    () => aWeight(encounter, { code: coding('https://loinc.org', '29463-7') }),
  ],
  ['an Observation without patient', 10129, 'Observation.subject', () => aWeight(encounter, { subject: undefined })],
  ['an Observation without visit', 10130, 'Observation.encounter', () => aWeight('', { encounter: undefined })],
  ['an Observation without performer', 10383, 'Observation.performer', () => aWeight(encounter, { performer: [] })],
  [
    'an Observation performed by an organisation',
    10383,
    'Observation.performer[0]',
    () => aWeight(encounter, { performer: [{ reference: `Organization/${organization}` }] }),
  ],
  [
    'an Observation in units of nobody',
    10012,
    'Observation.valueQuantity.system',
    () => aWeight(encounter, { valueQuantity: { value: 1, system: 'http://unitofmeasure.org', code: 'kg' } }),
  ],
  [
    'an Observation identifier of another facility',
    10441,
    'Observation.identifier[0].system',
    () => aWeight(encounter, { identifier: ownIdentifier('observation', 'X', '100009901') }),
  ],
  ['a Procedure without patient', 10127, 'Procedure.subject', () => aProcedure(encounter, { subject: undefined })],
  ['a Procedure without visit', 10128, 'Procedure.encounter', () => aProcedure('', { encounter: undefined })],
  ['an Immunization without vaccine', 10103, 'Immunization.vaccineCode', () => anImmunization(encounter, { vaccineCode: undefined })],
  ['an Immunization without reason', 10105, 'Immunization.reasonCode', () => anImmunization(encounter, { reasonCode: [] })],
  ['an Immunization without date', 10156, 'Immunization.occurrence', () => anImmunization(encounter, { occurrenceDateTime: undefined })],
  [
    'an Immunization with dose 0',
    10456,
    'Immunization.protocolApplied[0].doseNumberPositiveInt',
    () => anImmunization(encounter, { protocolApplied: [{ doseNumberPositiveInt: 0 }] }),
  ],
  [
    'an Immunization with a dose in quotes',
    10456,
    'Immunization.protocolApplied[0].doseNumberPositiveInt',
    () => anImmunization(encounter, { protocolApplied: [{ doseNumberPositiveInt: '1' }] }),
  ],
  ['an Immunization given here without lot', 10306, 'Immunization.lotNumber', () => anImmunization(encounter, { lotNumber: undefined })],
  [
    'an Immunization with an expired dose',
    10307,
    'Immunization.expirationDate',
    () => anImmunization(encounter, { expirationDate: '2025-08-12' }),
  ],
  [
    'an Immunization at a place nobody knows',
    10305,
    'Immunization.location',
    () => anImmunization(encounter, { location: { reference: 'Location/tidak-ada' } }),
  ],
  [
    'an Immunization only reported, yet entered as given by hand',
    10307,
    'Immunization.performer[0].function',
    () => anImmunization(encounter, { primarySource: false }),
  ],
  [
    'a QuestionnaireResponse without author',
    10371,
    'QuestionnaireResponse.author',
    () => aQuestionnaireResponse(encounter, { author: undefined }),
  ],
  [
    'a QuestionnaireResponse without visit',
    10378,
    'QuestionnaireResponse.encounter',
    () => aQuestionnaireResponse('', { encounter: undefined }),
  ],
  [
    'a QuestionnaireResponse to a form of nobody',
    10169,
    'QuestionnaireResponse.questionnaire',
    () => aQuestionnaireResponse(encounter, { questionnaire: 'https://contoh/Q1' }),
  ],
  ['an EpisodeOfCare without patient', 10157, 'EpisodeOfCare.patient', () => anEpisode({ patient: undefined })],
  ['an EpisodeOfCare without type', 10110, 'EpisodeOfCare.type', () => anEpisode({ type: undefined })],
  [
    'an EpisodeOfCare with a date for an instant',
    10406,
    'EpisodeOfCare.period.start',
    () => anEpisode({ period: { start: '2025-08-12' } }),
  ],
  [
    'an Organization identifier of another facility',
    10446,
    'Organization.identifier[0].system',
    () => ({ resourceType: 'Organization', identifier: ownIdentifier('organization', 'X', '1'), name: 'X' }),
  ],
  [
    'a Location identifier of another facility',
    10447,
    'Location.identifier[0].system',
    () => ({ resourceType: 'Location', identifier: ownIdentifier('location', 'X', '1'), name: 'X' }),
  ],
];

describe('a rule of the platform', () => {
  test.each(rows)('%s is refused by rule %i at %s, and by nothing else', async (_what, rule, expression, build) => {
    const resource = build();
    const response = await fhir.post(`/${String(resource['resourceType'])}`, resource);
    const refused = issuesOf(response).map((issue) => [
      /Rule\s?(?:Number)?:?\s*(\d{5})/i.exec(issue.details.text)?.[1],
      issue.expression?.[0],
    ]);

    expect([response.status, refused]).toEqual([400, [[String(rule), expression]]]);
  });

  test('is silent where everything is as asked', async () => {
    const sound = [
      fresh(withDiagnosis()),
      aCondition(encounter),
      aWeight(encounter),
      aProcedure(encounter),
      anImmunization(encounter),
      aQuestionnaireResponse(encounter),
      anEpisode(),
    ];
    const statuses = await Promise.all(
      sound.map(async (resource) => (await fhir.post(`/${String(resource['resourceType'])}`, resource)).status),
    );

    expect(statuses).toEqual(sound.map(() => 201));
  });

  test('a dose only reported is entered by EP and needs neither lot nor expiry', async () => {
    const reported = anImmunization(encounter, {
      primarySource: false,
      lotNumber: undefined,
      expirationDate: undefined,
      performer: [
        { function: coding('http://terminology.hl7.org/CodeSystem/v2-0443', 'EP'), actor: { reference: `Organization/${organization}` } },
      ],
    });

    expect((await fhir.post('/Immunization', reported)).status).toBe(201);
  });

  test('several faults are told at once, in the documented words', async () => {
    const response = await fhir.post(
      '/Encounter',
      fresh({ subject: undefined, serviceProvider: undefined, period: { start: '2025-08-12' } }),
    );

    expect(textsOf(response)).toEqual([
      'Reference is mandatory : Encounter.subject (RuleNumber: 10118)',
      'Invalid date time format : 2025-08-12 (RuleNumber: 10123). Format allowed : YYYY-MM-DDThh:mm:ss+00:00',
      'Reference is mandatory : Encounter.serviceProvider (RuleNumber: 10124)',
    ]);
    expect(issuesOf(response).map((issue) => issue.code)).toEqual(['value', 'format', 'value']);
  });

  test('of the store speaks in other words', async () => {
    expect(issuesOf(await fhir.post('/Observation', aWeight(encounter, { status: undefined })))[0]).toMatchObject({
      code: 'structure',
      details: { text: 'unparseable_resource' },
      diagnostics: 'missing required field "status"',
    });
  });

  test('a visit number is checked against its closed list', async () => {
    const identifier = [
      ...ownIdentifier('encounter', 'KF'),
      { system: 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare/puerperium', value: 'KF9' },
    ];

    expect(textsOf(await fhir.post('/Encounter', anEncounter({ identifier })))).toEqual(['Identifier value not found']);
  });
});

describe('an instant', () => {
  test.each([
    ['a date alone', '2025-08-12', 'Invalid date time format'],
    ['local time', '2025-08-12T08:00:00+08:00', 'Invalid date time format'],
    ['a day that does not exist', '2025-02-30T01:00:00+00:00', 'Invalid date time format'],
    ['a minute from now', '2025-08-15T00:01:00+00:00', 'Not Allowed : Future Date or Past Date older than 3rd June 2014'],
    ['before 3 June 2014', '2014-06-02T23:59:59+00:00', 'Not Allowed : Future Date or Past Date older than 3rd June 2014'],
  ])('is refused as %s: %s', async (_case, effectiveDateTime, text) => {
    const response = await fhir.post('/Observation', aWeight(encounter, { effectiveDateTime, identifier: undefined }));

    expect(textsOf(response).join()).toContain(text);
    expect(textsOf(response)).toHaveLength(1);
  });

  test.each(['2014-06-03T00:00:00+00:00', '2025-08-15T00:00:00+00:00'])('is taken at the very edge: %s', async (effectiveDateTime) => {
    expect((await fhir.post('/Observation', aWeight(encounter, { effectiveDateTime, identifier: undefined }))).status).toBe(201);
  });
});
