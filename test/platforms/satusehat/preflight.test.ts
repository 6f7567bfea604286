import { describe, expect, test } from '@jest/globals';
import { checkMessage, type Preflight } from '../../../src/platforms/satusehat/preflight/check-message.ts';
import { readRuleBook } from '../../../src/platforms/satusehat/read-rule-book.ts';
import { packageRoot } from '../../../src/root.ts';
import {
  aBundle,
  aCondition,
  anEncounter,
  anEpisode,
  anImmunization,
  aProcedure,
  aQuestionnaireResponse,
  aVisit,
  aWeight,
  closing,
  entryUrl,
  organization,
} from '../../simulator/a-sandbox.ts';

const now = new Date('2025-08-15T00:00:00Z');
const [shipped, strict] = await Promise.all([readRuleBook(packageRoot), readRuleBook(packageRoot, { disputed: 'tahan' })]);
const check = (body: unknown, book = shipped, method: 'POST' | 'PATCH' = 'POST', path = '/'): Preflight =>
  checkMessage({ method, path, body, credential: organization }, book, now);
const heldRules = (body: unknown, book = shipped): readonly unknown[] =>
  check(body, book).held.map(({ rule, expression }) => [rule, expression]);
const coded = (system: string, code: string): object => ({ coding: [{ system, code }] });
const visit = 'Encounter/e1';
const functionOf = (code: string): object[] => [
  { function: coded('http://terminology.hl7.org/CodeSystem/v2-0443', code), actor: { reference: `Organization/${organization}` } },
];

describe('the rules before sending', () => {
  // The structure and codes of requests that SATUSEHAT Postman collections 01, 04, 06, 13, 14, 15, 16 and 18 publish with an answer of 200 or 201.
  test.each([
    ['a whole visit in one transaction', aVisit()],
    ['a visit that arrives', anEncounter({ status: 'arrived' })],
    ['a visit closed without diagnosis (04)', anEncounter(closing)],
    ['a visit closed without having arrived', anEncounter({ ...closing, statusHistory: (closing['statusHistory'] as object[]).slice(1) })],
    [
      'WHO codes of antenatal care (06)',
      aWeight(visit, { code: coded('http://fhir.org/guides/who/anc-cds/CodeSystem/anc-custom-codes', 'ANC.B6.DE17') }),
    ],
    [
      'clinical-term as interpretation (06, 16)',
      aWeight(visit, { interpretation: [coded('http://terminology.kemkes.go.id/CodeSystem/clinical-term', 'OI000005')] }),
    ],
    ['a dose given by a nakes (13)', anImmunization(visit)],
    [
      'a dose not given (13)',
      anImmunization(visit, { status: 'not-done', lotNumber: undefined, expirationDate: undefined, performer: functionOf('OP') }),
    ],
    [
      'a dose reported by a kader, with neither lot nor visit (13)',
      anImmunization('', {
        encounter: undefined,
        location: undefined,
        lotNumber: undefined,
        expirationDate: undefined,
        performer: functionOf('EP'),
      }),
    ],
    [
      'history of a dose (14)',
      anImmunization(visit, {
        primarySource: false,
        protocolApplied: undefined,
        location: undefined,
        lotNumber: undefined,
        expirationDate: undefined,
        performer: functionOf('EP'),
      }),
    ],
    ['a dose without expiry (18)', anImmunization(visit, { expirationDate: undefined })],
    ['a form (15)', aQuestionnaireResponse(visit)],
    ['a diagnosis', aCondition(visit)],
    ['an education', aProcedure(visit)],
    ['an episode of pregnancy (06)', anEpisode()],
    ['times with an offset, as staging took them in 2026', aWeight(visit, { effectiveDateTime: '2025-08-12T08:00:00+07:00' })],
  ])('never hold %s', (_what, body) => {
    expect(check(body).held).toEqual([]);
  });

  test.each([
    [
      'an identifier of another facility',
      anEncounter({ identifier: [{ system: 'http://sys-ids.kemkes.go.id/encounter/100009901', value: 'X' }] }),
      10117,
      'Encounter.identifier[0].system',
    ],
    ['a visit of nobody', anEncounter({ serviceProvider: undefined }), 10124, 'Encounter.serviceProvider'],
    [
      'a class nobody knows',
      anEncounter({ class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'XYZ' } }),
      10001,
      'Encounter.class.code',
    ],
    ['https for http', aWeight(visit, { code: coded('https://loinc.org', '29463-7') }), 10010, 'Observation.code.coding[0].system'],
    ['a dose given here without lot', anImmunization(visit, { lotNumber: undefined }), 10306, 'Immunization.lotNumber'],
    ['a stale dose', anImmunization(visit, { expirationDate: '2025-08-12' }), 10307, 'Immunization.expirationDate'],
    [
      'a vaccine that was refused',
      anImmunization(visit, { vaccineCode: coded('http://sys-ids.kemkes.go.id/kfa', '93026440') }),
      10103,
      'Immunization.vaccineCode.coding[0].code',
    ],
    ['a date alone as the start of an episode', anEpisode({ period: { start: '2025-08-12' } }), 10406, 'EpisodeOfCare.period.start'],
  ])('hold %s, for which a refusal was recorded', (_what, body, rule, expression) => {
    expect(heldRules(body)).toEqual([[String(rule), expression]]);
  });

  test('let go with a remark what the dictionary alone refuses, and name the entry of a transaction', () => {
    const body = aBundle(anEncounter(), aWeight(entryUrl(0), { performer: undefined }), aWeight(entryUrl(9)));
    expect(heldRules(body)).toEqual([]);
    expect(check(body).remarks.map(({ code, expression }) => [code, expression])).toEqual([
      ['satusehat-10383', 'Bundle.entry[1].resource.performer'],
      ['satusehat-10130', 'Bundle.entry[2].resource.encounter'],
    ]);
  });

  test('hold what is in dispute only where that is chosen', () => {
    expect([heldRules(anEncounter(closing)), heldRules(anEncounter(closing), strict)]).toEqual([[], [['10457', 'Encounter.diagnosis']]]);
    expect(check(anEncounter(closing)).remarks.map(({ rule }) => rule)).toEqual(['10457']);
  });

  test('quote no value', () => {
    const secret = '6472995001019901';
    const spoilt = anEncounter({ identifier: [{ system: `http://contoh.example/${secret}`, value: secret }], period: { start: secret } });
    const { held, remarks } = check(spoilt);
    expect(held.length + remarks.length).toBeGreaterThan(1);
    expect(JSON.stringify([held, remarks])).not.toContain(secret);
  });

  test('judge of a patch what it brings', () => {
    const patch = [
      { op: 'replace', path: '/managingOrganization', value: { reference: 'Patient/P1' } },
      { op: 'add', path: '/period/start', value: '2025-08-12' },
    ];
    const { held, remarks } = check(patch, shipped, 'PATCH', '/EpisodeOfCare/a1');
    expect([held, remarks].map((issues) => issues.map(({ rule }) => rule))).toEqual([['10406'], ['10408']]);
  });
});
