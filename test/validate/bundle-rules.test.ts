// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { compile, toValidator } from './a-validator.ts';

const validator = toValidator(compile());
const uuid = (last: number): string => `urn:uuid:0a3b5c1e-1111-4222-8333-44445555666${String(last)}`;
const patient = { resourceType: 'Patient', id: 'danu', gender: 'male' };
const weight = { resourceType: 'Observation', id: 'o', status: 'final', code: { text: 'berat' }, subject: { reference: uuid(1) } };
const header = { resourceType: 'MessageHeader', id: 'h', eventUri: 'http://x.y/kiriman', source: { endpoint: 'http://x.y/pkm' } };
const summary = {
  ...{ resourceType: 'Composition', id: 'c', status: 'final', type: { text: 'resume' }, date: '2026-08-01', title: 'Resume' },
  ...{ author: [{ reference: uuid(1) }], section: [{ title: 'Isi', entry: [{ reference: uuid(2) }], code: { text: 'isi' } }] },
};

type Entry = Readonly<Record<string, unknown>>;

const entry = (last: number, resource: object, more: Entry = {}): Entry => ({ fullUrl: uuid(last), resource, ...more });
const post = { request: { method: 'POST', url: 'Patient' } };
const aBundle = (type: string, entries: readonly Entry[], more: Entry = {}): object => ({
  resourceType: 'Bundle',
  type,
  entry: entries,
  ...more,
});
const aDocument = (...entries: readonly Entry[]): object =>
  aBundle('document', entries, { identifier: { system: 'urn:ietf:rfc:3986', value: uuid(9) }, timestamp: '2026-08-01T09:00:00Z' });
const aSearch = (entries: readonly Entry[], url = 'http://x.y/Patient?name=danu'): object =>
  aBundle('searchset', entries, { link: [{ relation: 'self', url }] });
const paged = (type: string, ...relations: readonly string[]): object =>
  aBundle(type, [entry(1, patient)], { link: relations.map((relation) => ({ relation, url: 'http://x.y/Patient?page=1' })) });
const whole = aDocument(entry(0, summary), entry(1, patient), entry(2, weight));
const stored = (fullUrl: string, resource: object = patient): object => aBundle('collection', [{ fullUrl, resource }]);
const values = { resourceType: 'ValueSet', id: 'v', url: 'http://x.y/ValueSet/v', status: 'draft' };
const matched = { search: { mode: 'match' } };

function find(resource: object): readonly string[] {
  const told = validator.validate(resource).issues.filter(({ severity }) => severity !== 'information');
  return told.map(({ severity, code, expression = '' }) => `${severity} ${code} ${expression}`);
}

const defects: readonly (readonly [string, object, string, object])[] = [
  [
    'a fullUrl that is not absolute',
    stored('Patient/danu'),
    'error full-url-relative Bundle.entry[0].fullUrl',
    stored('http://x.y/Patient/danu'),
  ],
  [
    'a fullUrl of another id',
    stored('http://x.y/Patient/dani'),
    'error full-url-other-id Bundle.entry[0].fullUrl',
    stored('http://x.y/danu'),
  ],
  [
    'a fullUrl of another id at a server that is made up',
    stored('http://hapi.example.org/Patient/dani'),
    'warning full-url-other-id Bundle.entry[0].fullUrl',
    stored('http://x.y/danu'),
  ],
  [
    'a fullUrl of a version',
    stored('http://x.y/Patient/danu/_history/1'),
    'error full-url-other-id Bundle.entry[0].fullUrl',
    stored(uuid(1)),
  ],
  [
    'a canonical for a fullUrl',
    stored('http://x.y/v', { ...values, url: 'http://x.y/v' }),
    'error full-url-canonical Bundle.entry[0].fullUrl',
    stored('http://x.y/ValueSet/v', values),
  ],
  [
    'an entry that was deleted, without a fullUrl',
    aBundle('history', [{ request: { method: 'DELETE', url: 'Patient/1' }, response: { status: '204' } }]),
    'error bundle-full-url Bundle.entry[0].fullUrl',
    aBundle('history', [{ fullUrl: uuid(1), request: { method: 'DELETE', url: 'Patient/1' }, response: { status: '204' } }]),
  ],
  [
    'a next page where there are no pages',
    paged('collection', 'next'),
    'error bundle-link-page Bundle.link[0].relation',
    paged('collection', 'self'),
  ],
  [
    'the same page twice',
    paged('searchset', 'self', 'self'),
    'error bundle-link-duplicate Bundle.link[1].relation',
    paged('searchset', 'self', 'next'),
  ],
  [
    'a reference from a nameless entry of a transaction',
    aBundle('transaction', [{ resource: weight, ...post }]),
    'error reference-without-full-url Bundle.entry[0].resource.subject.reference',
    aBundle('transaction', [{ resource: patient, ...post }]),
  ],
  [
    'a search as a reference outside of transactions',
    aBundle('collection', [entry(2, { ...weight, subject: { reference: 'Patient?active=true' } })]),
    'error reference-relative Bundle.entry[0].resource.subject.reference',
    aBundle('transaction', [entry(2, { ...weight, subject: { reference: 'Patient?active=true' } }, post)]),
  ],
  [
    'a reference that two entries answer',
    aBundle('collection', [entry(1, patient), entry(1, patient), entry(2, weight)]),
    'error reference-ambiguous Bundle.entry[2].resource.subject.reference',
    aBundle('collection', [entry(1, patient), entry(2, weight)]),
  ],
  [
    'a urn that no entry has',
    aBundle('collection', [entry(2, weight)]),
    'warning reference-urn-missing Bundle.entry[0].resource.subject.reference',
    aBundle('collection', [entry(1, patient), entry(2, weight)]),
  ],
  [
    'a reference to what has another fullUrl',
    aBundle('collection', [entry(1, patient), entry(2, { ...weight, subject: { reference: 'Patient/danu' } })]),
    'warning reference-near-miss Bundle.entry[1].resource.subject.reference',
    aBundle('collection', [
      { fullUrl: 'http://x.y/Patient/danu', resource: patient },
      { fullUrl: 'http://x.y/Observation/o', resource: { ...weight, subject: { reference: 'Patient/danu' } } },
    ]),
  ],
  ['a document without its Composition', aDocument(entry(1, patient)), 'error bundle-first Bundle.entry[0]', whole],
  [
    'a message without its header',
    aBundle('message', [entry(1, patient)]),
    'error bundle-first Bundle.entry[0]',
    aBundle('message', [entry(0, header)]),
  ],
  [
    'a document without what a section lists',
    aDocument(entry(0, summary), entry(1, patient)),
    'error document-missing Bundle.entry[0].resource.section[0].entry[0]',
    whole,
  ],
  [
    'a message without its focus',
    aBundle('message', [entry(0, { ...header, focus: [{ reference: uuid(5) }] })]),
    'error document-missing Bundle.entry[0].resource.focus[0]',
    aBundle('message', [entry(0, { ...header, focus: [{ reference: uuid(1) }] }), entry(1, patient)]),
  ],
  [
    'an entry of a document that nothing leads to',
    aDocument(entry(0, summary), entry(1, patient), entry(2, weight), entry(3, { resourceType: 'Patient' })),
    'error entry-orphan Bundle.entry[3]',
    whole,
  ],
  [
    'an entry of a document that only points at others',
    aDocument(entry(0, summary), entry(1, patient), entry(2, weight), entry(3, { ...weight, id: 'p' })),
    'warning entry-backward Bundle.entry[3]',
    whole,
  ],
  [
    'a reference in a document that goes by the id alone',
    aDocument(entry(0, summary), entry(1, patient), entry(2, { ...weight, subject: { reference: 'Patient/danu' } })),
    'error reference-near-entry Bundle.entry[2]',
    whole,
  ],
  [
    'a search result without a self link',
    aBundle('searchset', [entry(1, patient, matched)]),
    'warning search-self Bundle',
    aSearch([entry(1, patient, matched)]),
  ],
  [
    'a match of another type',
    aSearch([entry(2, weight, matched)]),
    'error search-match-type Bundle.entry[0].resource',
    aSearch([entry(1, patient, matched), entry(2, weight, { search: { mode: 'include' } })]),
  ],
  [
    'a match without an id',
    aSearch([entry(1, { ...patient, id: undefined }, matched)]),
    'error search-id Bundle.entry[0].resource',
    aSearch([entry(1, patient, matched)]),
  ],
  [
    'an outcome that is none',
    aSearch([entry(1, patient, { search: { mode: 'outcome' } })]),
    'error search-outcome Bundle.entry[0].resource',
    aSearch([entry(1, patient, matched)]),
  ],
  [
    'an empty result',
    aSearch([{ fullUrl: uuid(1), ...matched }]),
    'error search-entry-empty Bundle.entry[0]',
    aSearch([entry(1, patient, matched)]),
  ],
  [
    'results of two types without a mode',
    aSearch([entry(1, patient), entry(2, weight)], 'http://x.y?_type=Patient,Observation'),
    'warning search-mode Bundle',
    aSearch([entry(1, patient)]),
  ],
];

describe('a Bundle', () => {
  test.each(defects)('with %s is found, and its twin is sound', (_, broken, finding, sound) => {
    const clean = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
    expect(find(clean(broken))).toContain(finding);
    expect(validator.judge(clean(broken))).toBe(finding.startsWith('error') ? 'invalid' : 'warnings');
    const [, code = ''] = finding.split(' ');
    expect(find(clean(sound)).filter((found) => found.includes(` ${code} `))).toEqual([]);
    expect(validator.isValid(clean(sound))).toBe(true);
  });

  test('changed between two validations is judged as it is now', () => {
    const changing = { resourceType: 'Bundle', type: 'collection', entry: [entry(2, weight)] };
    expect(find(changing)).toHaveLength(1);
    changing.entry.push(entry(1, patient));
    expect(find(changing)).toEqual([]);
  });

  test('of ten thousand entries that all refer to one another costs no more than ten times one of a thousand', () => {
    const chain = (count: number): object =>
      aDocument(
        entry(0, { ...summary, author: [{ reference: 'urn:uuid:0a3b5c1e-1111-4222-8333-000000000001' }], section: [] }),
        ...Array.from({ length: count }, (_, at) => {
          const name = (n: number): string => `urn:uuid:0a3b5c1e-1111-4222-8333-${String(n).padStart(12, '0')}`;
          return {
            fullUrl: name(at + 1),
            resource: { ...patient, id: `p${String(at)}`, link: [{ other: { reference: name(at + 2) }, type: 'refer' }] },
          };
        }),
      );
    const time = (bundle: object): number => {
      const started = performance.now();
      validator.judge(bundle);
      return performance.now() - started;
    };
    time(chain(1000));
    expect(time(chain(10_000))).toBeLessThan(2000);
  });
});
