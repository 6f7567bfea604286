// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../../src/platforms/platform.ts';
import { createSatusehat } from '../../../src/platforms/satusehat/index.ts';
import { identityDefaults, type IdentitySettings } from '../../../src/platforms/satusehat/identity/identity-settings.ts';
import { preparePatient } from '../../../src/platforms/satusehat/identity/prepare-patient.ts';
import { patientIdOf } from '../../../src/platforms/satusehat/known-ids.ts';
import { absent, aChild, aNameless, aNewborn, address, found, hear, newcomer, nikIbu, refused } from './a-newcomer.ts';
import { first, known, later, messageOf, nikKey, openPolicy, prepare } from './a-subject.ts';

const id = newcomer.person.id;
const nobody = known(absent(newcomer, nikKey));
const newborn = aNewborn();
const noChild = known(absent(newborn, 'kunci-ibu'));
const lookAgain = { ...first, reconcile: true };
const made = (hash: string, extra: object = {}): ReturnType<typeof known> =>
  known({ [`patient/${id}`]: ['P9', 'kunci-ibu'], [`patient/${id}/dibuat`]: ['P9', hash], ...extra });
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

describe('a newborn without NIK', () => {
  test('is looked for by the mother’s NIK and the birth date, then registered after her name', () => {
    expect(decodeURIComponent(messageOf(prepare(newborn)).path)).toBe(
      `/Patient?identifier=https://fhir.kemkes.go.id/id/nik-ibu|${nikIbu}&birthdate=2025-08-09`,
    );
    expect(messageOf(prepare(newborn, noChild))).toMatchObject({
      plan: 'buat-bayi',
      body: {
        identifier: [{ system: 'https://fhir.kemkes.go.id/id/nik-ibu', value: nikIbu }],
        name: [{ text: 'Bayi Ny. Mega' }],
        multipleBirthInteger: 0,
      },
    });
  });

  test.each([
    ['on the sixtieth day still goes', '2025-06-13', 'send'],
    ['a day later waits for a NIK of its own', '2025-06-12', 'jalur-bayi-tertutup'],
  ])('%s', (_, birthDate, expected) => {
    const state = aNewborn({ birthDate });
    const next = prepare(state, known(absent(state, 'kunci-ibu')));
    expect(next.do === 'wait' ? next.reason : next.do).toBe(expected);
  });

  test('counts the days of the place, not of Greenwich', () => {
    const state = aNewborn({ birthDate: '2025-06-13' });
    const nightInWita = new Date('2025-08-12T16:30:00Z');
    expect(prepare(state, known(absent(state, 'kunci-ibu', nightInWita)), first, nightInWita)).toMatchObject({
      reason: 'jalur-bayi-tertutup',
    });
  });

  test('is not registered where the head forbids it, nor by a NIK that may be real', () => {
    expect(prepare(aNewborn({}, { policy: { ...openPolicy, createPatients: false } }), noChild)).toMatchObject({
      do: 'wait',
      reason: 'tanpa-nik',
    });
    expect(prepare(aNewborn({ nikIbu: '6472017009940001' }))).toMatchObject({ do: 'hold', reason: 'bukan-kecamatan-99' });
  });

  test('is a twin by the order of birth only where there is another child of that day, or the name says so', () => {
    const third = { nameIsOfficial: true, name: 'Arunika', birthOrder: 3 };
    const orderOf = (state: typeof newborn): unknown =>
      (messageOf(prepare(state, noChild)).body as { multipleBirthInteger: number }).multipleBirthInteger;
    expect(orderOf(aNewborn(third))).toBe(0);
    expect(orderOf(aNewborn({ ...third, birthOrder: 2 }, { hasTwin: true }))).toBe(2);
    expect(orderOf(aNewborn({ name: 'By. Ny. Mega II', birthOrder: 2 }))).toBe(2);
  });
});

describe('children found under a mother’s NIK', () => {
  const look = messageOf(prepare(newborn));
  const second = aNewborn({ name: 'By. Ny. Mega II', birthOrder: 2 });

  test.each([
    ['one called after the same mother', newborn, [aChild('P1')], 'P1'],
    [
      'one whose given name is ours',
      aNewborn({ name: 'Arunika', nameIsOfficial: true }),
      [aChild('P1', { name: [{ text: 'ARUNIKA' }] })],
      'P1',
    ],
    ['our order of twins', second, [aChild('P1', { multipleBirthInteger: 1 }), aChild('P2', { multipleBirthInteger: 2 })], 'P2'],
  ])('%s is adopted', (_, state, children, expected) => {
    expect(hear(look, state, found(...children))).toMatchObject({
      upstream: [{ ref: `patient/${id}`, platformId: expected, hash: 'kunci-ibu' }],
      then: { do: 'continue' },
    });
  });

  test.each([
    ['the twin alone', second, aChild('P1', { multipleBirthInteger: 1 })],
    ['a child of another sex', newborn, aChild('P1', { gender: 'male' })],
    ['a child of another day', newborn, aChild('P1', { birthDate: '2025-08-08' })],
    ['a child of another mother, by a server that ignored the question', newborn, aChild('P1', { identifier: [] })],
    ['one of whom a person said it is another', aNewborn({}, { decided: new Map([['P1', 'bukan']]) }), aChild('P1')],
  ])('%s is nobody of ours', (_, state, child) => {
    expect(hear(look, state, found(child))).toMatchObject({ upstream: [{ ref: `patient/${id}/tidak-ada` }], then: { do: 'continue' } });
  });

  test.each([
    ['another given name', aNewborn({ name: 'Arunika', nameIsOfficial: true }), [aChild('P1', { name: [{ text: 'BINTANG' }] })]],
    ['one without order where ours is the second', second, [aChild('P1')]],
    ['two that could be it', newborn, [aChild('P1'), aChild('P2')]],
    ['a baby called after somebody else', newborn, [aChild('P1', { name: [{ text: 'BAYI NY. SARI' }] })]],
  ])('%s goes to a person', (_, state, children) => {
    const delivery = hear(look, state, found(...children));
    expect(delivery).toMatchObject({ upstream: [], then: { reason: 'ihs-perlu-dipilih' } });
    expect(delivery.kind === 'accepted' ? delivery.candidates : []).toHaveLength(children.length);
  });
});

describe('the answer to the registration of a newborn', () => {
  const create = messageOf(prepare(newborn, noChild));

  test('gives a number, also where the child was there before under the same key', () => {
    expect(hear(create, newborn, { resourceType: 'Patient', ...aChild('P5') })).toMatchObject({
      upstream: [
        { ref: `patient/${id}`, platformId: 'P5', hash: 'kunci-ibu' },
        { ref: `patient/${id}/dibuat`, platformId: 'P5' },
      ],
    });
  });

  test.each([
    ['a duplicate is looked for at once', 400, refused({ text: 'Found duplicate: Patient', code: 'duplicate' }), 'unknown'],
    ['a mother nobody knows', 404, refused({ text: 'Failed to create new patient, nik-ibu not found' }), 'ibu-tidak-dikenal'],
    ['a mother who is no woman', 400, refused({ text: 'Patient with nik-ibu is not female' }), 'ibu-bukan-perempuan'],
    [
      'a child too old by their clock, whatever else they say',
      400,
      refused(
        { text: 'Day difference (RuleNumber: 10397).', code: 'format' },
        { text: "Text is empty: '' (RuleNumber: 10413)", code: 'value' },
      ),
      'jalur-bayi-tertutup',
    ],
    ['an address that is not there at all', 404, refused({ text: 'x', code: 'not-found' }), 'rejected'],
  ])('%s: as stated', (_, status, body, expected) => {
    expect(reasonOf(hear(create, newborn, body, status))).toBe(expected);
  });
});

describe('a newborn that we registered', () => {
  const hashOf = (state: typeof newborn): string => messageOf(prepare(state, noChild)).refs[1]?.hash ?? '';
  const upstream = made(hashOf(newborn));
  const withMother = made(hashOf(newborn), { [`patient/${id}/ibu`]: ['R1', 'kunci-ibu'] });
  const named = aNewborn({ name: 'Arunika', nameIsOfficial: true }, { isVerified: true });

  test.each(['MTH', 'FAMMEMB'] as const)('gets its mother beside it, as %s', (motherRelationship) => {
    const message = messageOf(prepareBy({ motherRelationship }, newborn, upstream));
    expect(message).toMatchObject({
      plan: 'buat-ibu',
      path: '/RelatedPerson',
      body: { patient: { reference: 'Patient/P9' }, relationship: [{ coding: [{ code: motherRelationship }] }], gender: 'female' },
    });
    expect(hear(message, newborn, { resourceType: 'RelatedPerson', id: 'R1' })).toMatchObject({
      upstream: [
        { ref: `patient/${id}`, platformId: 'P9', hash: 'kunci-ibu' },
        { ref: `patient/${id}/ibu`, platformId: 'R1', hash: 'kunci-ibu' },
      ],
    });
  });

  test('keeps its number where the mother beside it is refused: that part stays out and is named', () => {
    const message = messageOf(prepare(newborn, upstream));
    expect(hear(message, newborn, refused({ text: 'x (RuleNumber: 10162)', code: 'value' }), 400)).toMatchObject({
      ...{ kind: 'rejected', refusedEntries: [1], entries: 2 },
    });
    const refusedBefore = { ...first, refused: new Map([[`patient/${id}/ibu`, 'kunci-ibu']]) };
    expect(prepare(newborn, upstream, refusedBefore)).toEqual({ do: 'settled', leftOut: [`patient/${id}/ibu`] });
  });

  test('whose mother may have arrived is looked for by child and mother first', () => {
    const look = messageOf(prepare(newborn, upstream, lookAgain));
    expect(look).toMatchObject({ plan: 'cari-ibu', effect: false });
    const entry = { resource: { resourceType: 'RelatedPerson', id: 'R3', patient: { reference: 'Patient/P9' } } };
    expect(hear(look, newborn, { resourceType: 'Bundle', entry: [entry] })).toMatchObject({ upstream: [{ platformId: 'R3' }] });
    expect(hear(look, newborn, found())).toMatchObject({ upstream: [], then: { do: 'continue' } });
  });

  test('and gets a NIK of its own later keeps its number, and nothing is sent', () => {
    const numbered = aNewborn({ nik: '6472994908259603', name: 'Arunika', nameIsOfficial: true }, { nikKey: 'kunci-baru' });
    expect(prepare(numbered, withMother)).toEqual({ do: 'settled', leftOut: [] });
    expect(patientIdOf({ id, nikKey: 'kunci-baru', motherKey: 'kunci-ibu' }, withMother)).toBe('P9');
    expect(patientIdOf({ id, nikKey: undefined, motherKey: 'ibu-lain' }, withMother)).toBeUndefined();
  });

  test.each([
    ['test-dan-replace', ['test', 'replace', 'test', 'replace', 'test', 'replace']],
    ['replace-saja', ['replace', 'replace', 'replace']],
  ] as const)('is corrected by %s once a nakes stands by its name', (patch, ops) => {
    const message = messageOf(prepareBy({ patch }, named, withMother));
    expect(message).toMatchObject({ plan: 'ubah-pasien', method: 'PATCH', path: '/Patient/P9', effect: true });
    const body = message.body as readonly { readonly op: string; readonly path: string; readonly value: unknown }[];
    expect(body.map(({ op }) => op)).toEqual(ops);
    if (patch === 'test-dan-replace')
      expect(body[0]).toEqual({ op: 'test', path: '/name', value: [{ use: 'official', text: 'Bayi Ny. Mega' }] });
    expect(body.find(({ op }) => op === 'replace')?.value).toEqual([{ use: 'official', text: 'Arunika' }]);
  });

  test('is not touched by what a kader alone wrote, and left to a person where nobody knows what stands there', () => {
    expect(prepare({ ...named, isVerified: false }, withMother)).toEqual({ do: 'settled', leftOut: [] });
    expect(prepare({ ...named, person: { ...named.person, birthDate: '2025-08-10' } }, withMother)).toMatchObject({
      reason: 'data-pasien-perlu-tangan',
    });
  });

  test('whose change was refused in the envelope of its own keeps its number', () => {
    const message = messageOf(prepare(named, withMother));
    const body = { code: 400, error: true, message: 'Failed', data: { validation: [{ property: 'test:name', valid: false }] } };
    for (const status of [200, 400]) expect(hear(message, named, body, status)).toMatchObject({ kind: 'rejected', refusedEntries: [1] });
    expect(hear(message, named, { resourceType: 'Patient', id: 'P9' })).toMatchObject({
      upstream: [{ ref: `patient/${id}` }, { ref: `patient/${id}/dibuat`, platformId: 'P9' }],
    });
  });

  test('whose change may have arrived is looked at first', () => {
    const look = messageOf(prepare(named, withMother, lookAgain));
    expect(look).toMatchObject({ plan: 'periksa-ubahan', method: 'GET' });
    expect(hear(look, named, found(aChild('P9', { name: [{ text: 'ARUNIKA' }] })))).toMatchObject({
      upstream: [{ ref: `patient/${id}/dibuat` }],
    });
    expect(hear(look, named, found(aChild('P9')))).toMatchObject({ upstream: [], then: { do: 'continue' } });
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
      ...{ timeoutMs: 1, now: () => 0, judge: () => [] },
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

function prepareBy(
  settings: Partial<IdentitySettings>,
  state: typeof newborn,
  upstream: ReturnType<typeof known>,
): ReturnType<typeof prepare> {
  const asking = { upstream, progress: first, now: later, mayAsk: () => true, mayAskByName: true };
  return preparePatient(state, { ...asking, settings: { ...identityDefaults, ...settings } });
}
