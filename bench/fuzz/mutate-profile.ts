import { isObject } from '../../src/validate/json.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';

/** A profile changed in some places, under a canonical of its own, so that it is compiled anew. */
export function mutateProfile(text: string, url: string, random: Random): Readonly<Record<string, unknown>> {
  const profile: unknown = JSON.parse(text);
  for (let at = random.below(4); at >= 0; at--) mutate(profile, random);
  const changed = isObject(profile) ? { ...profile } : {};
  return { ...changed, resourceType: 'StructureDefinition', url, ...random.pick(additions)(url) };
}

const base = 'http://hl7.org/fhir/StructureDefinition/';

/** What a definition can say that leads in circles, nowhere, or very far. */
const additions: readonly ((url: string) => object)[] = [
  () => ({}),
  () => ({}),
  (url) => ({ baseDefinition: url, snapshot: undefined }),
  () => ({ baseDefinition: 'http://contoh.example/tidak-ada', snapshot: undefined }),
  (url) => ({
    snapshot: undefined,
    differential: {
      element: [
        { id: 'Patient', path: 'Patient' },
        { id: 'Patient.contact', path: 'Patient.contact', type: [{ code: 'x', profile: [url] }] },
      ],
    },
  }),
  (url) => ({
    differential: { element: [{ id: 'Patient.link', path: 'Patient.link.other', type: [{ code: 'Reference', targetProfile: [url] }] }] },
  }),
  () => withInvariant('name.repeat($this | given).count() > 0'),
  () => withInvariant('('.repeat(5000)),
  () => withInvariant(`${'iif(true, '.repeat(300)}1${', 2)'.repeat(300)}`),
  () => withInvariant("name.family.matches('(a+)+$')"),
  () => withInvariant("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+$')"),
  () => withInvariant('descendants().descendants().descendants().exists()'),
  () => withInvariant('%resource.descendants().where($this is string).count() < 0'),
  () => withInvariant('1/0 = 2 and {} or $index > %x'),
];

function withInvariant(expression: string): object {
  const constraint = [{ key: 'uji-1', severity: 'error', human: 'x', expression }];
  const element = [{ id: 'Patient', path: 'Patient', min: 0, max: '*', constraint }];
  return {
    type: 'Patient',
    kind: 'resource',
    derivation: 'constraint',
    baseDefinition: `${base}Patient`,
    snapshot: { element },
    differential: { element },
  };
}
