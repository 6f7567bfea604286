// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { Issue } from '../../../src/fhir/issue.ts';
import { toHash } from '../../../src/platforms/hash.ts';
import type { Validator } from '../../../src/validate/validator.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';
import { danu } from '../../map/bundle/a-visit.ts';
import * as subject from './a-subject.ts';
import {
  alone,
  known,
  later,
  messageOf,
  nakesState,
  nikKey,
  openPolicy,
  parents,
  patientState,
  prepare,
  puskesmas,
  visitState,
} from './a-subject.ts';

let validator: Validator;
beforeAll(async () => {
  validator = await loadValidator();
});

const org = '100009902';
const visitId = visitState().visit.id;
const local = (slug: string): string => `http://sys-ids.kemkes.go.id/${slug}/${org}`;
const transactionOf = (state = visitState()): Bundle => messageOf(prepare(state, known(alone))).body as Bundle;
const resourcesOf = (bundle: Bundle): Resource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));

describe('a person', () => {
  const at = (facts: Partial<typeof danu>): Parameters<typeof prepare>[0] => ({ ...patientState, person: { ...danu, ...facts } });
  const { nik: _nik, ...withoutNik } = danu;
  const { birthDate: _birthDate, ...withoutBirthDate } = danu;

  test('is looked for by NIK, and by name and birth date too once the masked name agreed', () => {
    expect(decodeURIComponent(messageOf(prepare(patientState)).path)).toBe(
      `/Patient?identifier=https://fhir.kemkes.go.id/id/nik|${danu.nik ?? ''}`,
    );
    const seen = known({ [`patient/${danu.id}/nama-cocok`]: ['P1', nikKey] });
    expect(messageOf(prepare(patientState, seen)).path).toMatch(/^\/Patient\?name=Danu%20Prasetya&birthdate=2023-06-07&identifier=/);
  });

  test('is settled while the number was adopted for the NIK of today, and looked for anew after that', () => {
    const adopted = known({ [`patient/${danu.id}`]: ['P1', nikKey] });
    expect(prepare(patientState, adopted)).toEqual({ do: 'settled' });
    expect(messageOf(prepare({ ...patientState, nikKey: 'kunci-lain' }, adopted)).plan).toBe('cari-nik');
  });

  test.each([
    [
      'without NIK and without a name of its own waits',
      { ...patientState, person: { ...withoutNik, nameIsOfficial: false }, nikKey: undefined },
      { do: 'wait', reason: 'tanpa-nik' },
    ],
    [
      'with a broken NIK waits',
      { ...patientState, person: { ...withoutNik, nikFault: 'nik-rusak' }, nikKey: undefined },
      { do: 'wait', reason: 'nik-rusak' },
    ],
    ['whose NIK is in doubt is held', at({ nikFault: 'nik-tidak-cocok' }), { do: 'hold', reason: 'nik-tidak-cocok' }],
    ['without birth date is held', { ...patientState, person: withoutBirthDate }, { do: 'hold', reason: 'tanggal-lahir' }],
    [
      'with a NIK that may be real is held outside production',
      at({ nik: '6472010706230001' }),
      { do: 'hold', reason: 'bukan-kecamatan-99' },
    ],
  ] as const)('%s', (_, state, expected) => {
    expect(prepare(state)).toMatchObject(expected);
  });
});

describe('a nakes', () => {
  test('is looked for by NIK, and never made', () => {
    expect(messageOf(prepare(nakesState))).toMatchObject({ method: 'GET', effect: false, plan: 'cari-nakes' });
  });

  test.each([['without NIK and number is held', { name: 'Dewi' }, { do: 'hold', reason: 'nakes-tidak-cocok' }]] as const)(
    '%s',
    (_, responsible, expected) => {
      expect(prepare({ ...nakesState, responsible })).toMatchObject(expected);
    },
  );
});

describe('a nakes with a number in jejaring', () => {
  test('is asked for by it once, so that no visit carries a stranger’s number', () => {
    const state = { ...nakesState, responsible: { name: 'Dewi', ihs: 'N1' } };
    expect(decodeURIComponent(messageOf(prepare(state)).path)).toMatch(/nakes-his-number\|N1$/);
    expect(prepare(state, known({ 'practitioner/k1': 'N1' }))).toEqual({ do: 'settled' });
  });
});

describe('a message that does not conform to R4 after the identity join', () => {
  test('is held with the fault named, and is not sent', () => {
    const fault: Issue = {
      severity: 'error',
      type: 'structure',
      code: 'element-unknown',
      text: 'x',
      diagnostics: 'x',
      expression: 'Encounter.x',
    };
    const platform = subject.aSatusehat((resource) => (JSON.stringify(resource).includes('"resourceType":"Encounter"') ? [fault] : []));
    const next = platform.prepare(visitState(), known(alone), subject.first, later);
    expect(next).toMatchObject({ do: 'hold', reason: 'pesan-tidak-sah', issues: [{ code: 'pesan-tidak-sah' }, fault] });
  });
});

describe('a visit that may go', () => {
  test('is one transaction: the Encounter first, closed by the policy of the puskesmas, in UTC', () => {
    const bundle = transactionOf();
    expect(resourcesOf(bundle).map(({ resourceType }) => resourceType)).toEqual(['Encounter', 'Observation', 'Procedure', 'Condition']);
    const closing = bundle.entry?.[3]?.fullUrl ?? '';
    const [start, end] = ['2025-08-12T00:00:00+00:00', '2025-08-12T04:00:00+00:00'];
    expect(resourcesOf(bundle)[0]).toEqual({
      resourceType: 'Encounter',
      identifier: [{ system: local('encounter'), value: 'titian-nomor-1' }],
      status: 'finished',
      statusHistory: [
        { status: 'arrived', period: { start, end: start } },
        { status: 'in-progress', period: { start, end } },
        { status: 'finished', period: { start: end, end } },
      ],
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
      subject: { reference: 'Patient/P1' },
      participant: [{ type: [{ coding: [expect.objectContaining({ code: 'ATND' })] }], individual: { reference: 'Practitioner/N1' } }],
      period: { start, end },
      location: [{ location: { reference: 'Location/L1', display: 'Posyandu Sawo' } }],
      serviceProvider: { reference: `Organization/${org}` },
      diagnosis: [{ condition: { reference: closing }, use: { coding: [expect.objectContaining({ code: 'DD' })] }, rank: 1 }],
    });
    expect(resourcesOf(bundle)[3]).toMatchObject({
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'Z00.1' }] },
      recordedDate: end,
    });
  });

  test('carries each fact with identifier, person, visit and performer, and without our profiles and tags', () => {
    const bundle = transactionOf();
    const [encounter, ...facts] = bundle.entry ?? [];
    for (const { resource, fullUrl } of facts) {
      const type = String(resource?.resourceType).toLowerCase();
      expect(resource).toMatchObject({
        identifier: [{ system: local(type), value: `nomor-${String(fullUrl).slice('urn:uuid:'.length)}` }],
        subject: { reference: 'Patient/P1' },
        encounter: { reference: encounter?.fullUrl },
      });
    }
    expect(facts[0]?.resource).toMatchObject({ performer: [{ reference: 'Practitioner/N1' }], issued: '2025-08-12T00:00:00+00:00' });
    const sent = JSON.stringify(bundle);
    for (const ours of ['"meta"', 'titian.dev', danu.name, String(danu.nik), String(danu.birthDate)]) expect(sent).not.toContain(ours);
  });

  test('leaves here what may not be sent to the ministry, whatever codes it has', () => {
    const whole = resourcesOf(transactionOf());
    const facts = whole.flatMap(({ resourceType }) => (resourceType === 'Observation' ? [resourceType] : []));
    const bundle = visitState().bundle as Bundle;
    const [local] = (bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === 'Observation' ? [resource.id ?? ''] : []));
    const sent = resourcesOf(transactionOf(visitState({ localIds: new Set([local ?? '']) })));
    expect(sent.filter(({ resourceType }) => resourceType === 'Observation')).toHaveLength(facts.length - 1);
    expect(JSON.stringify(sent)).not.toContain(local);
  });

  test('refers inside to its own entries alone, and each is there', () => {
    const bundle = transactionOf();
    const urls = new Set((bundle.entry ?? []).map(({ fullUrl }) => fullUrl));
    const inside = [...JSON.stringify(bundle).matchAll(/"reference":"(urn:[^"]+)"/g)].map(([, url]) => url);
    expect(inside).toHaveLength(4);
    expect(inside.filter((url) => !urls.has(url))).toEqual([]);
    expect(urls.size).toBe(4);
  });

  test.each([
    ['closed', visitState()],
    ['open', visitState({ policy: openPolicy })],
  ])('is valid FHIR R4, %s', (_, state) => {
    const errors = [transactionOf(state), ...resourcesOf(transactionOf(state))].flatMap((resource) => validator.validate(resource).issues);
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('stays in progress, without diagnosis and end, where the puskesmas has no closing code for the service', () => {
    const [encounter, ...rest] = resourcesOf(transactionOf(visitState({ policy: openPolicy })));
    expect(encounter).toMatchObject({ status: 'in-progress', period: { start: '2025-08-12T00:00:00+00:00' } });
    expect(Object.keys(encounter ?? {})).not.toContain('diagnosis');
    expect(JSON.stringify(encounter)).not.toContain('T04:00:00');
    expect(rest.map(({ resourceType }) => resourceType)).toEqual(['Observation', 'Procedure']);
  });

  test('is the same message each time, so that an id once sent never changes', () => {
    expect(transactionOf()).toEqual(transactionOf());
  });
});

describe('a visit', () => {
  const has = (...without: readonly string[]): ReturnType<typeof known> =>
    known(Object.fromEntries(Object.entries(parents).filter(([ref]) => !without.includes(ref))));

  test.each([
    ['its place', 'place/posyandu-sawo/location', { kind: 'place', id: 'posyandu-sawo' }],
    ['its nakes', 'practitioner/k1', { kind: 'practitioner', id: 'k1' }],
    ['its person', `patient/${danu.id}`, { kind: 'patient', id: danu.id }],
  ])('waits for %s', (_, missing, on) => {
    expect(prepare(visitState(), has(missing))).toEqual({ do: 'wait', reason: 'menunggu-induk', on: [on] });
  });

  test('waits for its person again when the NIK was corrected', () => {
    expect(prepare(visitState({ nikKey: 'kunci-lain' }), known(parents))).toMatchObject({ do: 'wait', on: [{ kind: 'patient' }] });
  });

  test.each([
    ['verification is missing', { policy: { ...openPolicy, verificationRequired: true } }, 'belum-diverifikasi'],
    ['no performer may be named', { policy: { ...openPolicy, namedPerformer: false } }, 'pelaksana-belum-ditetapkan'],
    ['nothing was decided by the puskesmas', { policy: undefined }, 'pelaksana-belum-ditetapkan'],
    ['nobody was responsible that day', { responsible: undefined }, 'penanggung-jawab-belum-ada'],
  ])('is held where %s', (_, change, reason) => {
    expect(prepare(visitState(change), known(parents))).toMatchObject({ do: 'hold', reason });
  });

  test('waits until it has ended, and not a second longer', () => {
    const end = new Date('2025-08-12T04:00:00Z');
    expect(prepare(visitState(), known(parents), subject.first, new Date(end.getTime() - 1000))).toEqual({
      do: 'wait',
      reason: 'menunggu-waktu',
      notBefore: end,
    });
    expect(prepare(visitState(), known(parents), subject.first, end).do).toBe('send');
  });

  test('looks for other senders over the whole local day before it goes, and again when that look is old', () => {
    const look = messageOf(prepare(visitState(), known(parents)));
    expect(decodeURIComponent(look.path)).toBe(
      `/Encounter?subject=P1&date=ge2025-08-11T16:00:00+00:00&date=lt2025-08-12T16:00:00+00:00&service-provider=${org}`,
    );
    expect(messageOf(prepare(visitState(), known(alone))).plan).toBe('kirim-kunjungan');
    expect(messageOf(prepare(visitState(), known(alone), subject.first, new Date(later.getTime() + 11 * 60_000))).plan).toBe(
      'cari-pengirim-lain',
    );
  });

  test('whose answer was lost is looked for by its number before anything else', () => {
    const look = messageOf(prepare(visitState(), known(alone), { reconcile: true, sentHash: 'h1' }));
    expect(decodeURIComponent(look.path)).toBe(`/Encounter?identifier=${local('encounter')}|titian-nomor-1`);
    expect(look.refs).toEqual([{ ref: `visit/${visitId}`, hash: 'h1' }]);
  });

  test('that was found adopts its contents type by type and is then settled, if it is the version we hold', () => {
    const hash = toHash(transactionOf());
    const ids = messageOf(prepare(visitState(), known(alone)))
      .refs.slice(1)
      .map(({ ref }) => ref);
    const found = { ...alone, [`visit/${visitId}`]: ['E1', hash] } as const;
    expect(messageOf(prepare(visitState(), known(found))).path).toBe('/Observation?encounter=E1');
    const whole = Object.fromEntries(ids.map((ref) => [ref, 'X']));
    expect(prepare(visitState(), known({ ...found, ...whole }))).toEqual({ do: 'settled', leftOut: [] });
    expect(messageOf(prepare(visitState(), known({ ...found, ...whole, [`visit/${visitId}`]: ['E1', 'lain'] }))).plan).toBe(
      'lihat-kunjungan',
    );
  });

  test('whose contents are not all there gets what is missing, once it is known under whom it stands', () => {
    const looked = Object.fromEntries(['Observation', 'Procedure', 'Condition'].map((type) => [`visit/${visitId}/isi-${type}`, 'dicari']));
    const found = known({ ...alone, ...looked, [`visit/${visitId}`]: ['E1', toHash(transactionOf())] });
    expect(messageOf(prepare(visitState(), found)).plan).toBe('lihat-kunjungan');
    const seen = known({ [`visit/${visitId}/pasien`]: 'P1' });
    expect(messageOf(prepare(visitState(), new Map([...found, ...seen])))).toMatchObject({
      plan: 'koreksi-tambah:Observation',
      path: '/Observation',
      body: { encounter: { reference: 'Encounter/E1' } },
    });
  });
});

describe('a part that was refused as it is', () => {
  const message = messageOf(prepare(visitState(), known(alone)));
  const refusedOf = (index: number): ReadonlyMap<string, string> => {
    const part = message.refs[index];
    return new Map(part === undefined ? [] : [[part.ref, part.hash]]);
  };
  const without = (index: number): ReturnType<typeof messageOf> =>
    messageOf(prepare(visitState(), known(alone), { reconcile: false, refused: refusedOf(index) }));
  const typesOf = (of: typeof message): readonly string[] => resourcesOf(of.body as Bundle).map(({ resourceType }) => resourceType);

  test('stays out, and the rest goes', () => {
    expect([typesOf(without(1)), without(1).leftOut]).toEqual([['Encounter', 'Procedure', 'Condition'], [message.refs[1]?.ref]]);
    expect(without(1).refs.map(({ ref }) => ref)).toEqual([0, 2, 3].map((index) => message.refs[index]?.ref));
  });

  test('leaves the Encounter open where it is the closing Condition', () => {
    const open = without(3);
    expect([typesOf(open), open.leftOut]).toEqual([['Encounter', 'Observation', 'Procedure'], [message.refs[3]?.ref]]);
    expect(resourcesOf(open.body as Bundle)[0]).toEqual(expect.not.objectContaining({ diagnosis: expect.anything() }));
    expect(resourcesOf(open.body as Bundle)[0]).toMatchObject({ status: 'in-progress' });
  });

  test('goes again once it has changed', () => {
    const [ref = ''] = [...refusedOf(1).keys()];
    const changed = messageOf(prepare(visitState(), known(alone), { reconcile: false, refused: new Map([[ref, 'lain']]) }));
    expect([typesOf(changed), changed.leftOut]).toEqual([typesOf(message), []]);
  });

  test('does not keep the visit from being settled, and is named', () => {
    const part = without(1);
    const hashes = Object.fromEntries(part.refs.map(({ ref, hash }) => [ref, ['X', hash]] as const));
    const refused = refusedOf(1);
    expect(prepare(visitState(), known({ ...alone, ...hashes }), { reconcile: false, refused })).toEqual({
      do: 'settled',
      leftOut: part.leftOut,
    });
    // Once a person lets it be tried again it goes into the Encounter that is there.
    const looked = { [`visit/${visitId}/isi-Observation`]: 'dicari', [`visit/${visitId}/pasien`]: 'P1' };
    expect(messageOf(prepare(visitState(), known({ ...alone, ...hashes, ...looked }))).plan).toBe('koreksi-tambah:Observation');
  });
});

describe('a visit that was taken back', () => {
  const retracted = (change = {}): ReturnType<typeof visitState> => visitState({ retracted: true, ...change });

  test('before anything left needs no message, nor anything it would lean on', () => {
    const { organization: _, ...unknown } = puskesmas;
    expect(prepare(retracted({ policy: undefined, responsible: undefined, puskesmas: unknown }))).toEqual({ do: 'settled' });
  });

  test('after a message that may have arrived is looked for first', () => {
    const look = messageOf(prepare(retracted(), new Map(), { reconcile: true, sentHash: 'h1' }));
    expect([look.plan, look.effect]).toEqual(['cari-kunjungan', false]);
  });

  test('after it arrived is taken back there, once it is known under whom it stands and with which statuses', () => {
    const types = ['Observation', 'Procedure', 'Condition'];
    const looked = Object.fromEntries(types.map((type) => [`visit/${visitId}/isi-${type}`, 'dicari']));
    const there = { ...alone, ...looked, [`visit/${visitId}`]: ['E1', 'h1'] } as const;
    expect(messageOf(prepare(retracted(), known(there))).plan).toBe('lihat-kunjungan');
    const seen = { [`visit/${visitId}/pasien`]: 'P1', [`visit/${visitId}/riwayat`]: ['ada', 'arrived,in-progress,finished'] } as const;
    const { plan, method, path, body } = messageOf(prepare(retracted(), known({ ...there, ...seen })));
    expect({ plan, method, path, body }).toMatchObject({
      plan: 'koreksi-tarik:Encounter',
      method: 'PUT',
      path: '/Encounter/E1',
      body: {
        id: 'E1',
        status: 'entered-in-error',
        statusHistory: [{ status: 'arrived' }, { status: 'in-progress' }, { status: 'finished' }, { status: 'entered-in-error' }],
      },
    });
  });
});
