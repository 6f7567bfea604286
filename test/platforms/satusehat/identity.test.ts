// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../../src/platforms/platform.ts';
import { createSatusehat } from '../../../src/platforms/satusehat/index.ts';
import { patientIdOf } from '../../../src/platforms/satusehat/known-ids.ts';
import { absent, aNameless, address, found, hear, newcomer, refused } from './a-newcomer.ts';
import { first, known, later, messageOf, nikKey, openPolicy, prepare, rules } from './a-subject.ts';

const id = newcomer.person.id;
const nobody = known(absent(newcomer, nikKey));
const lookAgain = { ...first, reconcile: true };
const reasonOf = (delivery: Delivery): unknown =>
  delivery.kind === 'accepted' && 'reason' in delivery.then ? delivery.then.reason : delivery.kind;

describe('somebody whom SATUSEHAT does not know by NIK', () => {
  test('is registered with name, sex, birth date, order and the whole address', () => {
    const message = messageOf(prepare(newcomer, nobody));
    expect(message).toMatchObject({ plan: 'buat-pasien', method: 'POST', path: '/Patient', effect: true });
    expect(message.body).toMatchObject({
      resourceType: 'Patient',
      meta: { profile: ['https://fhir.kemkes.go.id/r4/StructureDefinition/Patient'] },
      identifier: [{ use: 'official', system: 'https://fhir.kemkes.go.id/id/nik', value: newcomer.person.nik }],
      name: [{ text: newcomer.person.name }],
      birthDate: newcomer.person.birthDate,
      multipleBirthInteger: 0,
      address: [
        {
          city: 'Kota Contoh',
          extension: [
            {
              url: 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode',
              extension: [
                { url: 'province', valueCode: '64' },
                { url: 'city', valueCode: '6472' },
                { url: 'district', valueCode: '647299' },
                { url: 'village', valueCode: '6472991001' },
                { url: 'rw', valueCode: '5' },
                { url: 'rt', valueCode: '2' },
              ],
            },
          ],
        },
      ],
    });
  });

  test('is looked for again first where an earlier message may have arrived, and where the look is old', () => {
    expect(messageOf(prepare(newcomer, nobody, lookAgain)).plan).toBe('cari-nik');
    const old = known(absent(newcomer, nikKey, new Date(later.getTime() - 20 * 60_000)));
    expect(messageOf(prepare(newcomer, old)).plan).toBe('cari-nik');
  });

  test.each([
    [
      'a village and RT',
      { address: { ...address, codes: { ...address.codes, desa: undefined }, rt: undefined } },
      'alamat-belum-lengkap',
      /desa, rt\./,
    ],
    ['any address', { address: undefined }, 'alamat-belum-lengkap', /provinsi, kabupaten, kecamatan, desa, rt, rw\./],
    ['a name as on the KTP', { person: { ...newcomer.person, nameIsOfficial: false } }, 'nama-belum-resmi', /./],
    ['a sex', { person: { ...newcomer.person, sex: undefined } }, 'jenis-kelamin-belum-ada', /./],
    ['leave of the head of the puskesmas', { policy: { ...openPolicy, createPatients: false } }, 'nik-tidak-dikenal', /./],
  ])('and lacks %s is held, and asked for again in a week', (_, lack, reason, words) => {
    const held = prepare({ ...newcomer, ...lack } as typeof newcomer, nobody);
    expect(held).toMatchObject({ do: 'hold', reason, notBefore: new Date(later.getTime() + 7 * 86_400_000) });
    expect(held.do === 'hold' ? held.issues[0]?.text : '').toMatch(words);
  });

  test('but who was known there before is never made a second time', () => {
    const before = new Date(later.getTime() - 200 * 86_400_000);
    const stale = new Map([
      ...nobody,
      [`patient/${id}`, { ref: `patient/${id}`, platformId: 'P1', hash: nikKey, learnedAt: before }] as const,
    ]);
    expect(prepare(newcomer, stale)).toMatchObject({ do: 'hold', reason: 'nik-tidak-dikenal' });
  });

  test('is remembered as unknown by a search that finds nobody, whether it says so with an empty list or none', () => {
    const look = messageOf(prepare(newcomer));
    for (const body of [found(), { resourceType: 'Bundle', total: 0 }])
      expect(hear(look, newcomer, body)).toMatchObject({
        kind: 'accepted',
        upstream: [{ ref: `patient/${id}/tidak-ada`, hash: `${nikKey}|${later.toISOString()}` }],
        then: { do: 'continue' },
      });
  });
});

describe('the answer to a registration by NIK', () => {
  const create = messageOf(prepare(newcomer, nobody));

  test('gives the number with status 200', () => {
    const body = {
      resourceType: 'Patient',
      id: 'P7',
      birthDate: newcomer.person.birthDate,
      gender: 'male',
      name: [{ text: newcomer.person.name }],
    };
    expect(hear(create, newcomer, body)).toMatchObject({
      upstream: [
        { ref: `patient/${id}`, platformId: 'P7', hash: nikKey },
        { ref: `patient/${id}/dibuat`, platformId: 'P7' },
      ],
      then: { do: 'continue' },
    });
  });

  test('that shows somebody else goes to a person, and nothing is adopted', () => {
    const delivery = hear(create, newcomer, { resourceType: 'Patient', id: 'P7', birthDate: '1950-01-01', name: [{ text: 'Lain' }] });
    expect(delivery).toMatchObject({
      upstream: [],
      candidates: [{ platformId: 'P7', by: 'nik', key: nikKey }],
      then: { reason: 'ihs-perlu-dipilih' },
    });
  });

  test('that differs from Dukcapil is held with the parts named, and no value', () => {
    const body = refused(
      { text: 'alamat TIDAK SESUAI', expression: 'Patient.address' },
      { text: 'jenis_kelamin TIDAK SESUAI' },
      { text: 'DANU TIDAK SESUAI' },
    );
    const delivery = hear(create, newcomer, body, 400);
    expect(reasonOf(delivery)).toBe('data-dukcapil-berbeda');
    expect(JSON.stringify(delivery)).toMatch(/Bagian: alamat, jenis_kelamin, lainnya\./);
    expect(JSON.stringify(delivery)).not.toContain('DANU');
  });

  test.each([
    ['a NIK Dukcapil does not know', 400, refused({ text: 'Failed to get citizen' }), 'nik-tidak-dikenal'],
    [
      'a rule, which decides before any wording',
      400,
      refused({ text: 'alamat TIDAK SESUAI (RuleNumber: 10621)', code: 'value' }),
      'rejected',
    ],
    ['an unreadable success', 200, 'OK', 'unknown'],
    [
      'a failing server, which says nothing about the data',
      500,
      refused({ text: 'An unexpected internal error has occurred.' }),
      'unknown',
    ],
  ])('%s: as stated', (_, status, body, expected) => {
    expect(reasonOf(hear(create, newcomer, body, status))).toBe(expected);
  });

  test.each([
    ['in the words of the service', refused({ text: 'Patient Resource Exists' })],
    ['as a duplicate', refused({ text: 'Found duplicate: Patient', code: 'duplicate' })],
  ])('that the person is there already, %s, is looked for at once', (_, body) => {
    expect(hear(create, newcomer, body, 400)).toMatchObject({ kind: 'unknown', quiet: false });
  });
});

describe('somebody without any number', () => {
  const nameless = aNameless();
  const look = messageOf(prepare(nameless));
  const record = { id: 'P3', name: [{ text: 'MBAH SASTRO' }], birthDate: '1948-03-02', gender: 'male' };

  test('is looked for by name, birth date and sex, and never adopted by itself', () => {
    expect(decodeURIComponent(look.path)).toBe('/Patient?name=Mbah Sastro&birthdate=1948-03-02&gender=male');
    expect(hear(look, nameless, found(record))).toMatchObject({
      upstream: [],
      candidates: [{ platformId: 'P3', by: 'nama', key: 'tanpa-nik', name: 'MBAH SASTRO', birthDate: '1948-03-02', sex: 'L' }],
      then: { reason: 'ihs-perlu-dipilih' },
    });
  });

  test('is not offered records that answer otherwise than asked, nor those that were denied', () => {
    const denied = aNameless({}, { decided: new Map([['P3', 'bukan']]) });
    const others = [
      { ...record, name: [{ text: 'MBAH LAIN' }] },
      { ...record, gender: 'female' },
      { ...record, birthDate: '1948-03-03' },
    ];
    for (const [state, records] of [
      [nameless, others],
      [denied, [record]],
    ] as const)
      expect(hear(look, state, found(...records))).toMatchObject({ upstream: [{ platformId: 'tidak-ada' }], then: { do: 'continue' } });
  });

  test('whom nobody knows waits for a NIK and is looked for again in a month; nobody is registered without one', () => {
    expect(prepare(nameless, known(absent(nameless, 'tanpa-nik')))).toEqual({
      ...{ do: 'wait', reason: 'tanpa-nik' },
      notBefore: new Date(later.getTime() + 30 * 86_400_000),
    });
  });

  test('is not named to staging, which all vendors share', () => {
    const staging = createSatusehat({
      ...{ environment: 'staging', fhirUrl: 'https://satusehat.invalid/fhir-r4/v1', tokenUrl: 'https://satusehat.invalid/oauth2/v1' },
      ...{ timeoutMs: 1, now: () => 0, judge: () => [], rules },
      credentials: { stateOf: () => 'ada', credentialsOf: () => undefined } as never,
    });
    expect(staging.prepare(nameless, new Map(), first, later)).toEqual({ do: 'wait', reason: 'tanpa-nik' });
  });

  test('of whom a person said who it is has that number, and another is looked for once that was denied', () => {
    const chosen = aNameless({}, { decided: new Map([['P3', 'sama']]) });
    expect(prepare(chosen)).toEqual({ do: 'settled', upstream: [{ ref: `patient/${id}`, platformId: 'P3', hash: 'tanpa-nik' }] });
    const upstream = known({ [`patient/${id}`]: ['P3', 'tanpa-nik'] });
    expect(prepare(nameless, upstream)).toEqual({ do: 'settled' });
    expect(messageOf(prepare(aNameless({}, { decided: new Map([['P3', 'bukan']]) }), upstream)).plan).toBe('cari-nama-lahir-kelamin');
  });
});

describe('a record that a person denied', () => {
  test('is not adopted by NIK either, and nobody is made in its place', () => {
    const denied = { ...newcomer, decided: new Map([['P1', 'bukan'] as const]) };
    const look = messageOf(prepare(denied, known({ [`patient/${id}`]: ['P1', nikKey] })));
    expect(look.plan).toBe('cari-nik');
    const delivery = hear(look, denied, found({ id: 'P1', name: [{ text: newcomer.person.name }] }));
    expect(delivery).toMatchObject({ upstream: [], then: { do: 'hold', reason: 'nik-tidak-cocok' } });
  });

  test('leaves the other of two to be adopted, and of two none is taken by itself', () => {
    const look = messageOf(prepare(newcomer));
    const two = found({ id: 'P1', name: [{ text: newcomer.person.name }] }, { id: 'P2', name: [{ text: newcomer.person.name }] });
    expect(hear(look, newcomer, two)).toMatchObject({
      upstream: [],
      candidates: [{ platformId: 'P1' }, { platformId: 'P2' }],
      then: { reason: 'ihs-ganda' },
    });
    const denied = { ...newcomer, decided: new Map([['P1', 'bukan'] as const]) };
    expect(hear(look, denied, two)).toMatchObject({ upstream: [{ platformId: 'P2' }] });
  });
});

describe('an adopted number', () => {
  test('counts for half a year, then it is looked up again before the next new visit', () => {
    const at = (days: number): ReturnType<typeof known> =>
      new Map([
        [
          `patient/${id}`,
          { ref: `patient/${id}`, platformId: 'P1', hash: nikKey, learnedAt: new Date(later.getTime() - days * 86_400_000) },
        ],
      ]);
    expect(patientIdOf({ id, nikKey }, at(179), later)).toBe('P1');
    expect(patientIdOf({ id, nikKey }, at(181), later)).toBeUndefined();
    expect(messageOf(prepare(newcomer, at(181))).plan).toBe('cari-nik');
  });
});
