// Longer than 200 lines: what each type is sent as, side by side, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Element } from '../../../src/map/visit.ts';
import { toHash } from '../../../src/platforms/hash.ts';
import { visitSettings } from '../../../src/platforms/satusehat/visit/visit-settings.ts';
import { aCode, aQuantity, aVisit, aWeight } from '../../map/bundle/a-visit.ts';
import { alone, closingPolicy, known, later, messageOf, openPolicy, parents, prepare, visitState } from './a-subject.ts';
import { allOf, organization, refusalsOf, resourcesOf, stateOf, transactionOf } from './a-transaction.ts';

const local = (slug: string): string => `http://sys-ids.kemkes.go.id/${slug}/${organization}`;
const patient = { reference: 'Patient/P1' };
const nakes = { reference: 'Practitioner/N1' };
const facility = { reference: `Organization/${organization}` };
const start = '2025-08-12T00:00:00+00:00';
const byNakes = { recorder: 'nakes' } as const;
const aDose = (fields: Element['fields'], code = 'DPT-HB-Hib2'): Element => ({ ...aCode('imunisasi', code), ...(fields && { fields }) });
const words = (text: string) => ({ kind: 'text', text }) as const;
const day = (date: string) => ({ kind: 'date', date }) as const;
const yes = (boolean: boolean) => ({ kind: 'boolean', boolean }) as const;
const alsoSend = (...keys: readonly string[]) => ({ policy: { ...openPolicy, alsoSend: keys } });

describe('a dose', () => {
  const doseOf = (fields: Element['fields'], visit: Parameters<typeof aVisit>[0] = {}): unknown => {
    const transaction = transactionOf({ elements: [aDose(fields)], ...visit });
    expect(refusalsOf(transaction)).toEqual([]);
    return allOf(transaction, 'Immunization')[0];
  };

  test('given here is first-hand: who gave it, of which lot, where, for which part of the programme, which of the series', () => {
    expect(doseOf({ lotNumber: words('L-7'), expirationDate: day('2026-03-01') }, { visit: byNakes })).toEqual({
      resourceType: 'Immunization',
      identifier: [{ system: local('immunization'), value: 'nomor-imunisasi-1' }],
      status: 'completed',
      vaccineCode: {
        text: 'DPT-HB-Hib2',
        coding: [
          expect.objectContaining({ system: 'http://sys-ids.kemkes.go.id/kfa', code: 'VG17' }),
          expect.objectContaining({ code: 'VG45' }),
          expect.objectContaining({ code: 'VG107' }),
          expect.objectContaining({ system: 'http://hl7.org/fhir/sid/cvx', code: '198' }),
        ],
      },
      patient,
      encounter: { reference: expect.stringMatching(/^urn:uuid:/) },
      occurrenceDateTime: start,
      recorded: start,
      primarySource: true,
      location: { reference: 'Location/L1', display: 'Posyandu Sawo' },
      lotNumber: 'L-7',
      expirationDate: '2026-03-01',
      performer: [{ function: { coding: [expect.objectContaining({ code: 'AP' })] }, actor: nakes }, { actor: facility }],
      reasonCode: [{ coding: [expect.objectContaining({ code: 'IM-Dasar' })] }],
      protocolApplied: [{ doseNumberPositiveInt: 2 }],
    });
  });

  test.each([
    ['without an expiry', { lotNumber: words('L-7') }, byNakes],
    ['without a lot', undefined, byNakes],
    ['told by a kader', { lotNumber: words('L-7'), expirationDate: day('2026-03-01') }, { recorder: 'kader' }],
  ] as const)('%s is a report, never first-hand', (_, fields, visit) => {
    expect(doseOf(fields, { visit })).toMatchObject({
      primarySource: false,
      performer: [{ function: { coding: [{ code: 'EP' }] }, actor: facility }],
      protocolApplied: [{ doseNumberPositiveInt: 2 }],
    });
  });

  test('told by a kader says so, without her name; one a nakes noted says nothing of where it was heard', () => {
    expect(doseOf(undefined)).toMatchObject({
      performer: [{ function: { text: 'Kader' } }],
      reportOrigin: { coding: [{ code: 'provider' }] },
    });
    expect(doseOf(undefined, { visit: byNakes })).not.toHaveProperty('reportOrigin');
  });

  test('of another day bears that day as a moment and the contact in which it was told; an undated one stays here', () => {
    expect(doseOf({ date: day('2025-05-02') })).toMatchObject({
      occurrenceDateTime: '2025-05-02T00:00:00+00:00',
      primarySource: false,
      encounter: { reference: expect.stringMatching(/^urn:uuid:/) },
    });
    expect(doseOf({ primarySource: yes(false) })).toBeUndefined();
  });

  test('not given says why, and nowhere', () => {
    const dose = doseOf({ diberikan: yes(false), alasan: { kind: 'coded', code: 'vaksin-kosong' } }, { visit: byNakes });
    expect(dose).toMatchObject({
      status: 'not-done',
      statusReason: { coding: [{ code: 'OS' }] },
      primarySource: false,
      performer: [{ function: { coding: [{ code: 'EP' }] } }],
      reasonCode: [{ coding: [{ code: 'IM-Dasar' }] }],
    });
    expect(dose).not.toHaveProperty('location');
  });

  test('bears no number where the district chose so', () => {
    const transaction = transactionOf(
      { elements: [aDose(undefined)] },
      { settings: { ...visitSettings, immunizationIdentifier: 'tidak' } },
    );
    expect(allOf(transaction, 'Immunization')[0]).not.toHaveProperty('identifier');
  });
});

describe('a result of a laboratory', () => {
  const hemoglobin = { elements: [aQuantity('hemoglobin', 104)] };

  test('goes with what was examined, its report, and the request that both must name', () => {
    const transaction = transactionOf(hemoglobin);
    expect(resourcesOf(transaction).map(({ resourceType }) => resourceType)).toEqual([
      ...['Encounter', 'ServiceRequest', 'Specimen', 'Observation', 'DiagnosticReport'],
    ]);
    const [, request, specimen, observation] = transaction.resourceIds.map((id) => ({ reference: `urn:uuid:${id}` }));
    expect(allOf(transaction, 'ServiceRequest')[0]).toMatchObject({
      identifier: [{ system: local('servicerequest'), value: 'nomor-hemoglobin.permintaan-1' }],
      status: 'completed',
      code: { coding: [{ code: '718-7' }] },
      subject: patient,
      requester: nakes,
      performer: [nakes],
    });
    expect(allOf(transaction, 'Specimen')[0]).toMatchObject({ identifier: [{ system: local('specimen') }], request: [request] });
    expect(allOf(transaction, 'DiagnosticReport')[0]).toMatchObject({
      identifier: [{ system: `http://sys-ids.kemkes.go.id/diagnostic/${organization}/lab` }],
      basedOn: [request],
      specimen: [specimen],
      result: [observation],
      performer: [nakes],
      issued: start,
    });
    expect(refusalsOf(transaction)).toEqual([]);
  });

  test('goes alone where no request may be made, and what stays is told', () => {
    const transaction = transactionOf(hemoglobin, { settings: { ...visitSettings, laboratoryRequest: 'tidak' } });
    expect(resourcesOf(transaction).map(({ resourceType }) => resourceType)).toEqual(['Encounter', 'Observation']);
    expect(allOf(transaction, 'Observation')[0]).not.toHaveProperty('specimen');
    expect(transaction.staying.map(({ type, reason }) => `${type} ${reason}`).sort()).toEqual(['DiagnosticReport induk', 'Specimen induk']);
  });

  test('of HIV stays with everything made of it, unless the head lets it go', () => {
    const hiv = { elements: [aCode('hiv', 'non-reaktif')], visit: byNakes };
    expect(transactionOf(hiv).resourceIds).toHaveLength(1);
    expect(transactionOf(hiv).staying.every(({ reason }) => reason === 'tidak-boleh')).toBe(true);
    expect(transactionOf(hiv, alsoSend('sifilis')).resourceIds).toHaveLength(1);
    expect(allOf(transactionOf(hiv, alsoSend('hiv')), 'Observation')).toHaveLength(1);
  });
});

describe('a medicine', () => {
  test('handed out is contained, with the numbers of prescription and item, and counted in a form of medicines', () => {
    const transaction = transactionOf({ elements: [aQuantity('ttd-jumlah', 30)] });
    expect(allOf(transaction, 'MedicationDispense')[0]).toMatchObject({
      identifier: [
        { system: local('prescription-item'), value: 'nomor-ttd-jumlah-1' },
        { system: local('prescription'), value: 'nomor-ttd-jumlah-1' },
      ],
      contained: [{ resourceType: 'Medication', id: 'obat', code: { coding: [{ code: '92000653' }] } }],
      medicationReference: { reference: '#obat' },
      subject: patient,
      context: { reference: expect.stringMatching(/^urn:uuid:/) },
      performer: [{ actor: nakes }],
      quantity: { value: 30, system: 'http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm', code: 'TAB' },
      whenHandedOver: start,
    });
    expect(refusalsOf(transaction)).toEqual([]);
  });
});

describe('answers to a form', () => {
  const answers = { elements: [aCode('sdidtk-pertumbuhan', 'sesuai'), { ...aCode('sdidtk', ''), value: yes(true) }] };

  test('go as one resource with a single identifier, who wrote them down and whom they are about', () => {
    const transaction = transactionOf(answers);
    const form = 'https://fhir.kemkes.go.id/Questionnaire/Q0003';
    expect(allOf(transaction, 'QuestionnaireResponse')[0]).toMatchObject({
      identifier: { system: local('QuestionnaireResponse'), value: `nomor-${form}-1` },
      questionnaire: form,
      status: 'completed',
      subject: patient,
      source: patient,
      author: nakes,
      authored: start,
      item: [
        { linkId: '1', item: [{ linkId: '1.1', answer: [{ valueBoolean: true }] }] },
        { linkId: '2', item: [{ linkId: '2.1' }] },
      ],
    });
    expect(refusalsOf(transaction)).toEqual([]);
  });

  test('leave the one here that may not go, and all of them where none may', () => {
    const state = stateOf(aVisit(answers));
    const [id = ''] = allOf(transactionOf(answers), 'QuestionnaireResponse').map(() => transactionOf(answers).resourceIds[1] ?? '');
    const keep = (...linkIds: readonly string[]) => visitState({ ...state, localItems: new Map([[id, new Set(linkIds)]]) });
    const sent = (of: ReturnType<typeof keep>) => JSON.stringify(messageOf(prepare(of, known(alone))).body);
    expect(sent(keep('1.1'))).toContain('"2.1"');
    expect(sent(keep('1.1'))).not.toContain('"1.1"');
    expect(sent(keep('1.1', '2.1'))).not.toContain('QuestionnaireResponse');
  });
});

describe('a diagnosis', () => {
  const diagnosed = {
    elements: [aCode('diagnosis', 'O13'), aCode('diagnosis', 'D50.9', 2)],
    visit: { ...byNakes, service: 'posyandu-balita' },
  };
  const letGo = { policy: { ...closingPolicy, alsoSend: ['diagnosis'] } };

  test('of a nakes closes the contact with its rank, and no administrative code beside it', () => {
    const transaction = transactionOf(diagnosed, letGo);
    const [, first, second] = transaction.resourceIds.map((id) => ({ reference: `urn:uuid:${id}` }));
    expect(allOf(transaction, 'Encounter')[0]).toMatchObject({
      status: 'finished',
      diagnosis: [
        { condition: first, use: { coding: [{ code: 'DD' }] }, rank: 1 },
        { condition: second, use: { coding: [{ code: 'DD' }] }, rank: 2 },
      ],
    });
    expect(allOf(transaction, 'Condition')).toHaveLength(2);
    expect(allOf(transaction, 'Condition')[0]).toMatchObject({ identifier: [{ system: local('condition'), value: 'nomor-diagnosis-1' }] });
    expect(JSON.stringify(transaction.bundle)).not.toContain('administratif');
    expect(refusalsOf(transaction)).toEqual([]);
  });

  test('that was refused leaves the contact open; the other one still closes it', () => {
    const { visit } = stateOf(aVisit(diagnosed), letGo);
    const whole = transactionOf(diagnosed, letGo);
    const refuse = (...indexes: readonly number[]): ReadonlyMap<string, string> =>
      new Map(
        indexes.map((index) => [`visit/${visit.id}/${whole.resourceIds[index] ?? ''}`, toHash(whole.bundle.entry?.[index]?.resource)]),
      );
    const [one] = allOf(transactionOf(diagnosed, { ...letGo, refused: refuse(1) }), 'Encounter');
    expect(one).toMatchObject({ status: 'finished', diagnosis: [{ rank: 1 }] });
    const none = transactionOf(diagnosed, { ...letGo, refused: refuse(1, 2) });
    expect(allOf(none, 'Encounter')[0]).toMatchObject({ status: 'in-progress' });
    expect(allOf(none, 'Condition')).toEqual([]);
  });

  test('that a kader wrote, or that is in words alone, or that the head keeps, does not go: the contact is closed administratively', () => {
    const byKader = { ...diagnosed, visit: { service: 'posyandu-balita', recorder: 'kader' as const } };
    const inWords = { ...diagnosed, elements: [{ ...aCode('diagnosis', ''), value: words('curiga TBC') }] };
    for (const [visit, choices] of [
      [byKader, letGo],
      [inWords, letGo],
      [diagnosed, { policy: closingPolicy }],
    ] as const) {
      const transaction = transactionOf(visit, choices);
      const conditions = allOf(transaction, 'Condition');
      expect(conditions).toMatchObject([
        { code: { coding: [{ code: 'Z00.1' }] }, note: [{ text: expect.stringContaining('administratif') }] },
      ]);
      expect(JSON.stringify(transaction.bundle)).not.toContain('TBC');
    }
  });
});

describe('a referral', () => {
  test('says who asks, and that the person went on to another facility once the contact is closed; its words stay here', () => {
    const element: Element = { ...aCode('rujuk', ''), value: words('RSUD Harapan, ibu Sumi') };
    const transaction = transactionOf({ elements: [element], visit: { service: 'posyandu-balita' } }, { policy: closingPolicy });
    expect(allOf(transaction, 'ServiceRequest')[0]).toMatchObject({
      code: { coding: [{ code: '3457005' }] },
      requester: nakes,
      authoredOn: start,
    });
    expect(allOf(transaction, 'Encounter')[0]).toMatchObject({
      hospitalization: { dischargeDisposition: { coding: [{ code: 'other-hcf' }] } },
    });
    expect(JSON.stringify(transaction.bundle)).not.toContain('Harapan');
    expect(refusalsOf(transaction)).toEqual([]);
  });
});

describe('a contact', () => {
  const encounterOf = (...args: Parameters<typeof transactionOf>): unknown => {
    const transaction = transactionOf(...args);
    expect(refusalsOf(transaction)).toEqual([]);
    return allOf(transaction, 'Encounter')[0];
  };

  test.each([
    [{ kind: 'kontak-anc', is: 'K1', beginning: 'murni' }, local('episode-of-care'), 'K1M'],
    [{ kind: 'kontak-anc', is: 'K1', beginning: 'akses' }, local('episode-of-care'), 'K1A'],
    [{ kind: 'kontak-anc', is: 'K4' }, local('episode-of-care'), 'K4'],
    [{ kind: 'kontak-kf', is: 'KF3' }, 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare/puerperium', 'KF3'],
    [{ kind: 'kontak-kn', is: 'KN1' }, 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare/neonate', 'KN1'],
  ] as const)('%o bears its number beside that of the visit', (contact, system, value) => {
    expect(encounterOf({}, { contact })).toMatchObject({
      identifier: [
        { system: local('encounter'), value: 'titian-nomor-1' },
        { system, value },
      ],
    });
  });

  test('of pregnancy bears it as the district chose', () => {
    const contact = { kind: 'kontak-anc', is: 'K2' } as const;
    const choose = (antenatalNumber: 'episodeofcare-anc' | 'tidak') => ({ contact, settings: { ...visitSettings, antenatalNumber } });
    expect(encounterOf({}, choose('episodeofcare-anc'))).toMatchObject({
      identifier: [{}, { system: 'http://terminology.kemkes.go.id/CodeSystem/episodeofcare/ANC', value: 'K2' }],
    });
    expect(encounterOf({}, choose('tidak'))).toHaveProperty('identifier.length', 1);
  });

  test('at home is of the class the district chose', () => {
    const home = { visit: { service: 'kunjungan-rumah' } };
    expect(encounterOf(home)).toMatchObject({ class: { code: 'HH' } });
    expect(encounterOf(home, { settings: { ...visitSettings, homeClass: 'AMB' } })).toMatchObject({ class: { code: 'AMB' } });
  });

  test('that did not end after it began stays open', () => {
    const input = { ...aVisit({ visit: { service: 'posyandu-balita' } }), hours: { start, end: start, estimated: true } };
    expect(encounterOf(input, { policy: closingPolicy })).toMatchObject({ status: 'in-progress', period: { start } });
  });

  test('of a course of care waits for it, and names it', () => {
    const care = { id: 'asuhan-1', type: 'ANC', from: '2025-03-03' } as const;
    const state = visitState({ care });
    expect(prepare(state, known(parents))).toEqual({ do: 'wait', reason: 'menunggu-induk', on: [{ kind: 'episode', id: 'asuhan-1' }] });
    const sent = messageOf(prepare(state, known({ ...alone, 'episode/asuhan-1': 'EOC-1' }))).body;
    expect(JSON.stringify(sent)).toContain('"episodeOfCare":[{"reference":"EpisodeOfCare/EOC-1"}]');
  });
});

describe('where the head declared', () => {
  test.each([
    ['that nobody else sends, the first message is the visit', false, 'kirim-kunjungan'],
    ['that somebody may, they are looked for first', true, 'cari-pengirim-lain'],
    ['nothing, they are looked for first', undefined, 'cari-pengirim-lain'],
  ] as const)('%s', (_, otherSenders, plan) => {
    const policy = { ...openPolicy, ...(otherSenders !== undefined && { otherSenders }) };
    expect(messageOf(prepare(visitState({ policy }), known(parents))).plan).toBe(plan);
  });

  test('nothing that stays here for the platform’s sake stays in silence', () => {
    const input = aVisit({ elements: [aWeight(11_400), aCode('keluhan', 'mual')], visit: byNakes });
    const message = messageOf(prepare(stateOf(input), known(alone), { reconcile: false }, later));
    expect(message.remarks).toMatchObject([{ severity: 'information', code: 'tetap-di-sini', expression: 'Condition' }]);
  });
});

describe('a value that was computed', () => {
  const score: Element = { ...aQuantity('skor-z-bb-u', -44), from: [{ key: 'berat-badan', ordinal: 1 }] };
  const scoreOf = (derivedFrom: 'tidak' | 'disebut') => {
    const transaction = transactionOf({ elements: [aWeight(11400), score] }, { settings: { ...visitSettings, derivedFrom } });
    const weight = transaction.bundle.entry?.find(({ resource }) => JSON.stringify(resource).includes('29463-7'))?.fullUrl;
    const sent = allOf(transaction, 'Observation').find((one) => JSON.stringify(one).includes('1153593003'));
    return { sent, weight, refusals: refusalsOf(transaction) };
  };

  test('names what it was computed from, or does not, as the sources differ: rule 10428 refuses it, collection 16 says it', () => {
    const { sent, weight } = scoreOf('disebut');
    expect([weight, sent]).toEqual([expect.any(String), expect.objectContaining({ derivedFrom: [{ reference: weight }] })]);
    const without = scoreOf('tidak');
    expect(without.sent).toMatchObject({ valueQuantity: { value: -0.44, code: '{Zscore}' } });
    expect(without.sent).not.toHaveProperty('derivedFrom');
    expect(without.refusals).toEqual([]);
  });

  test('stays here where the measure it was computed from does not go', () => {
    const transaction = transactionOf({ elements: [{ ...aWeight(11400), unconfirmed: true }, score] });
    expect(allOf(transaction, 'Observation')).toEqual([]);
  });
});
