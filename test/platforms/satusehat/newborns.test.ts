// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../../src/platforms/platform.ts';
import { identityDefaults, type IdentitySettings } from '../../../src/platforms/satusehat/identity/identity-settings.ts';
import { preparePatient } from '../../../src/platforms/satusehat/identity/prepare-patient.ts';
import { patientIdOf } from '../../../src/platforms/satusehat/known-ids.ts';
import { absent, aChild, aNewborn, found, hear, newcomer, nikIbu, refused } from './a-newcomer.ts';
import { first, known, later, messageOf, openPolicy, prepare } from './a-subject.ts';

const id = newcomer.person.id;
const newborn = aNewborn();
const noChild = known(absent(newborn, 'kunci-ibu'));
const lookAgain = { ...first, reconcile: true };
const made = (hash: string, extra: object = {}): ReturnType<typeof known> =>
  known({ [`patient/${id}`]: ['P9', 'kunci-ibu'], [`patient/${id}/dibuat`]: ['P9', hash], ...extra });
const reasonOf = (delivery: Delivery): unknown =>
  delivery.kind === 'accepted' && 'reason' in delivery.then ? delivery.then.reason : delivery.kind;

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

function prepareBy(
  settings: Partial<IdentitySettings>,
  state: typeof newborn,
  upstream: ReturnType<typeof known>,
): ReturnType<typeof prepare> {
  const asking = { upstream, progress: first, now: later, mayAsk: () => true, mayAskByName: true };
  return preparePatient(state, { ...asking, settings: { ...identityDefaults, ...settings } });
}
