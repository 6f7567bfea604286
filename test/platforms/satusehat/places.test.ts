import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Validator } from '../../../src/validate/validator.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';
import { sawo } from '../../map/bundle/a-visit.ts';
import { known, messageOf, openPolicy, placeState, prepare, puskesmas } from './a-subject.ts';

let validator: Validator;
beforeAll(async () => {
  validator = await loadValidator();
});

const org = '100009902';
const local = (slug: string): string => `http://sys-ids.kemkes.go.id/${slug}/${org}`;

describe('a place', () => {
  const sought = { 'place/posyandu-sawo/organization/dicari': 'tidak-ada', 'place/posyandu-sawo/location/dicari': 'tidak-ada' };
  const at = (change: Partial<typeof sawo>, more: object = {}) =>
    ({ kind: 'place', place: { ...sawo, ...change }, puskesmas, ...more }) as const;

  test('is looked for by its identifier before it is made, because another system of the facility may have made it', () => {
    const message = messageOf(prepare(placeState));
    expect(message).toMatchObject({ method: 'GET', effect: false, refs: [{ ref: 'place/posyandu-sawo/organization', hash: '' }] });
    expect(decodeURIComponent(message.path)).toBe(`/Organization?identifier=${local('organization')}|posyandu-sawo`);
  });

  test('is made as a team under its puskesmas, then gets its room', () => {
    const organization = messageOf(prepare(placeState, known(sought)));
    expect(organization).toMatchObject({
      method: 'POST',
      path: '/Organization',
      effect: true,
      body: {
        identifier: [{ system: local('organization'), value: 'posyandu-sawo' }],
        type: [{ coding: [{ code: 'team' }] }],
        partOf: { reference: `Organization/${org}` },
      },
    });
    const location = messageOf(prepare(placeState, known({ ...sought, 'place/posyandu-sawo/organization': 'O1' })));
    expect(location).toMatchObject({ path: '/Location', body: { managingOrganization: { reference: 'Organization/O1' } } });
    expect(location.body).toEqual(expect.not.objectContaining({ position: expect.anything() }));
    for (const { body } of [organization, location])
      expect(validator.validate(body).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ['pustu', undefined, { system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'dept' }],
    ['poli', undefined, { system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'dept' }],
    ['pustu', 'kemkes', { system: 'http://terminology.kemkes.go.id/CodeSystem/organization-type', code: 'OT000002' }],
    ['posyandu', 'kemkes', { system: 'http://terminology.kemkes.go.id/CodeSystem/organization-type', code: '131' }],
    ['poli', 'kemkes', { system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'dept' }],
    ['posyandu', 'hl7', { system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'team' }],
  ] as const)('that is a %s is named by the codes that were chosen: %s', (kind, organizationTypes, coding) => {
    const policy = organizationTypes === undefined ? openPolicy : { ...openPolicy, organizationTypes };
    expect(messageOf(prepare(at({ kind }, { policy }), known(sought))).body).toMatchObject({ type: [{ coding: [coding] }] });
  });

  test('whose codes and coordinates are known is told where it lies', () => {
    const where = at({ area: '6472011001', position: { latitude: -0.45, longitude: 117.15 } });
    const location = messageOf(prepare(where, known({ ...sought, 'place/posyandu-sawo/organization': ['O1', ''] })));
    expect(location.body).toMatchObject({
      position: { latitude: -0.45, longitude: 117.15 },
      address: {
        extension: [
          {
            url: 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode',
            extension: [
              { url: 'province', valueCode: '64' },
              { url: 'city', valueCode: '6472' },
              { url: 'district', valueCode: '647201' },
              { url: 'village', valueCode: '6472011001' },
            ],
          },
        ],
      },
    });
    expect(validator.validate(location.body).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('under a pustu waits for it and becomes a part of it', () => {
    const pustu = { ...sawo, code: 'pustu-sawo', kind: 'pustu', name: 'Pustu Sawo' } as const;
    const under = at({ parent: 'pustu-sawo' }, { parent: pustu });
    expect(prepare(under, known(sought))).toMatchObject({ do: 'wait', on: [{ kind: 'place', id: 'pustu-sawo' }] });
    const message = messageOf(prepare(under, known({ ...sought, 'place/pustu-sawo/organization': 'O9' })));
    expect(message.body).toMatchObject({ partOf: { reference: 'Organization/O9' } });
  });

  describe('that SATUSEHAT knows', () => {
    /** Makes both and remembers them as the worker does. */
    const make = (state: Parameters<typeof prepare>[0]): Record<string, readonly [string, string]> => {
      let entries: Record<string, readonly [string, string]> = {};
      for (const id of ['O1', 'L1']) {
        const { refs } = messageOf(prepare(state, known({ ...sought, ...entries })));
        entries = { ...entries, [refs[0]?.ref ?? '']: [id, refs[0]?.hash ?? ''] };
      }
      return entries;
    };

    test('is not sent again unchanged', () => {
      expect(prepare(placeState, known(make(placeState)))).toEqual({ do: 'settled' });
    });

    test.each<readonly [string, Partial<typeof sawo>]>([
      ['name', { name: 'Posyandu Sawo Baru' }],
      ['kind', { kind: 'pustu' }],
    ])('follows a change of its %s', (_, change) => {
      const message = messageOf(prepare(at(change), known(make(placeState))));
      expect(message).toMatchObject({ method: 'PUT', path: '/Organization/O1', effect: true, body: { id: 'O1' } });
    });

    test('follows a change of where it lies, and becomes inactive when it is closed', () => {
      const made = make(placeState);
      const moved = at({ position: { latitude: -0.5, longitude: 117 } });
      expect(messageOf(prepare(moved, known(made)))).toMatchObject({ method: 'PUT', path: '/Location/L1', body: { status: 'active' } });
      const closed = at({ to: '2025-08-11' });
      const first = messageOf(prepare(closed, known(made)));
      expect(first).toMatchObject({ path: '/Organization/O1', body: { active: false } });
      const [ref] = first.refs;
      const then = messageOf(prepare(closed, known({ ...made, [ref?.ref ?? '']: ['O1', ref?.hash ?? ''] })));
      expect(then).toMatchObject({ path: '/Location/L1', body: { status: 'inactive' } });
      expect(prepare(at({ to: '2025-08-12' }), known(made))).toEqual({ do: 'settled' });
    });

    test('and another system made is left alone, unless the head of the puskesmas says otherwise', () => {
      const adopted = { 'place/posyandu-sawo/organization': ['O1', ''], 'place/posyandu-sawo/location': ['L1', ''] } as const;
      expect(prepare(at({ name: 'Lain' }), known(adopted))).toEqual({ do: 'settled' });
      const policy = { ...openPolicy, changeAdoptedPlaces: true };
      expect(messageOf(prepare(at({ name: 'Lain' }, { policy }), known(adopted)))).toMatchObject({
        method: 'PUT',
        path: '/Organization/O1',
      });
    });

    test('by a number in jejaring is never changed', () => {
      expect(prepare(at({ name: 'Lain', organization: 'O1', location: 'L1', to: '2020-01-01' }))).toEqual({ do: 'settled' });
    });
  });

  test('whose answer was lost is looked up by its identifier first, and is ours if it is there', () => {
    const message = messageOf(prepare(placeState, known(sought), { reconcile: true, sentHash: 'h1' }));
    expect(message).toMatchObject({ method: 'GET', effect: false, refs: [{ hash: 'h1' }] });
    expect(decodeURIComponent(message.path)).toBe(`/Organization?identifier=${local('organization')}|posyandu-sawo`);
  });

  test('with both numbers in jejaring, or known upstream, is settled', () => {
    expect(prepare({ kind: 'place', place: { ...sawo, organization: 'O1', location: 'L1' }, puskesmas })).toEqual({ do: 'settled' });
    expect(prepare(placeState, known({ 'place/posyandu-sawo/organization': 'O1', 'place/posyandu-sawo/location': 'L1' }))).toEqual({
      do: 'settled',
    });
  });

  test('of a puskesmas without number or credentials is held', () => {
    const { organization: _, ...unknown } = puskesmas;
    expect(prepare({ kind: 'place', place: sawo, puskesmas: unknown })).toMatchObject({ do: 'hold', reason: 'organisasi-belum-ada' });
    expect(prepare({ kind: 'place', place: sawo, puskesmas: { ...puskesmas, organization: '999' } })).toMatchObject({
      do: 'hold',
      reason: 'kredensial-belum-ada',
    });
  });
});
