import { describe, expect, test } from '@jest/globals';
import { compile, toValidator } from './a-validator.ts';

const compiled = compile();
const validator = toValidator(compiled);
const patient = { resourceType: 'Patient', id: 'danu', name: [{ text: 'Danu Contoh' }], gender: 'male', birthDate: '2025-11-03' };
const weight = { resourceType: 'Observation', status: 'final', code: { text: 'berat' } };
const attachment = { resourceType: 'Media', status: 'completed', content: { contentType: 'image/png', data: 'AAAA' } };

describe('a hostile resource', () => {
  const caps = { depth: 20, nodes: 1000, stringLength: 5000, names: 50 };
  const guarded = toValidator(compiled, caps);

  test.each([
    ['too-deep', nest(10_000)],
    ['too-wide', { resourceType: 'Patient', ...Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${String(at)}`, 1])) }],
    ['too-many-nodes', { resourceType: 'Patient', name: Array.from({ length: 2000 }, () => ({ text: 'a' })) }],
    ['too-long', { resourceType: 'Patient', name: [{ text: 'a'.repeat(6000) }] }],
  ])('is refused as %s before it is walked', (code, resource) => {
    expect(guarded.validate(resource).issues.map((issue) => issue.code)).toEqual([code]);
    expect(guarded.isValid(resource)).toBe(false);
  });

  test('a million bad base64 characters are refused within a second', () => {
    const started = performance.now();
    expect(validator.isValid({ ...attachment, content: { data: `${'A'.repeat(1_000_001)}!` } })).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('more than a thousand issues are cut, and that is said', () => {
    const { issues } = validator.validate({ resourceType: 'Patient', name: Array.from({ length: 2000 }, () => ({})) });
    expect(issues).toHaveLength(1001);
    expect(issues.at(-1)?.code).toBe('issues-cut');
  });

  test('a contained resource may not contain others itself', () => {
    const inner = { resourceType: 'Patient', id: 'b', link: [{ other: { reference: '#' }, type: 'refer' }] };
    const contained = [{ resourceType: 'Basic', id: 'a', code: { text: 'a' }, author: { reference: '#b' }, contained: [inner] }];
    const { issues } = validator.validate({ resourceType: 'Patient', contained, extension: [{ url: 'http://x', valueUri: '#a' }] });
    expect(issues.map(({ code, expression, rule }) => [code, expression, rule])).toEqual([
      ['contained-nested', 'Patient.contained', 'dom-2'],
    ]);
    expect(validator.isValid({ resourceType: 'Patient', contained })).toBe(false);
  });

  test('an entry beyond the cut still has its verdict, and a thousand warnings hide no error', () => {
    const foreign = { resourceType: 'Patient', meta: { profile: ['http://orang.lain/profil'] } };
    const entry = [...Array.from({ length: 1100 }, () => foreign), { ...foreign, gender: 'perempuan' }].map((resource, at) => ({
      ...{ fullUrl: `http://x/Patient/${String(at)}`, resource: { ...resource, id: String(at) } },
    }));
    const { issues, valid } = validator.validate({ resourceType: 'Bundle', type: 'collection', entry });
    expect(valid).toBe(false);
    expect(issues.slice(1000).map((issue) => [issue.code, issue.expression])).toEqual([
      ['issues-cut', undefined],
      ['binding-required', 'Bundle.entry[1100].resource.gender'],
    ]);
  });
});

describe('a message', () => {
  test('says what came when it is a code', () => {
    const [issue] = validator.validate({ ...patient, gender: 'perempuan' }).issues;
    expect(issue?.text).toContain('"perempuan"');
    expect(issue?.diagnostics).toContain('"perempuan"');
    expect(issue?.rule).toBe('http://hl7.org/fhir/StructureDefinition/Patient');
  });

  test.each([
    ['a NIK as number', { ...patient, identifier: [{ value: 3204991234560001 }] }, '3204991234560001'],
    ['a NIK in a code', { ...patient, gender: '3204991234560001' }, '3204991234560001'],
    ['a name in a list', { ...patient, name: 'Danu' }, 'Danu'],
    ['a birth date', { ...patient, birthDate: '2025-11-33' }, '2025-11-33'],
    ['a text with blanks', { ...weight, status: 'Danu Contoh' }, 'Danu Contoh'],
  ])('never repeats %s', (_, resource, secret) => {
    const { issues } = validator.validate(resource);
    expect(issues).not.toEqual([]);
    expect(JSON.stringify(issues)).not.toContain(secret);
  });
});

function nest(depth: number): unknown {
  let resource: Record<string, unknown> = { resourceType: 'Patient' };
  for (let level = 0; level < depth; level++) resource = { resourceType: 'Patient', contained: [resource] };
  return resource;
}
