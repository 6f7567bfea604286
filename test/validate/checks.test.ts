// Longer than 200 lines: rules beyond the definitions, each with its sound twin, in one file, because every further file costs a loading of its own.
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ValidationOptions } from '../../src/validate/options.ts';
import { compile, toValidator } from './a-validator.ts';
import { fastestOf } from './fastest-of.ts';

const validator = toValidator(compile());

type Case = readonly [what: string, broken: unknown, finds: readonly string[], sound: unknown, options?: Partial<ValidationOptions>];

/** What was found beyond information, as severity, code and place. */
function find(resource: unknown, options: Partial<ValidationOptions> = {}): readonly string[] {
  const { issues } = validator.validate(resource, [], options);
  const told = issues.filter(({ severity }) => severity !== 'information');
  return told.map(({ severity, code, expression = '' }) => `${severity} ${code} ${expression}`.trim());
}

/** Both paths find it, the twin has nothing of it. */
function expectFound(broken: unknown, finds: readonly string[], sound: unknown, options: Partial<ValidationOptions> = {}): void {
  const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  expect(find(clean(broken), options)).toEqual(expect.arrayContaining([...finds]));
  const verdict = finds.some((found) => found.startsWith('error')) ? 'invalid' : 'warnings';
  expect(validator.judge(clean(broken), [], options)).toBe(verdict);
  const codes = finds.map((found) => found.split(' ')[1] ?? '');
  const left = find(clean(sound), options).filter((found) => codes.includes(found.split(' ')[1] ?? ''));
  expect(left).toEqual([]);
  expect(validator.judge(clean(sound), [], options)).not.toBe('invalid');
}

const patient = { resourceType: 'Patient', id: 'danu', gender: 'male' };
const weight = { resourceType: 'Observation', status: 'final', code: { text: 'berat' }, subject: { reference: 'Patient/danu' } };
const told = (subject: object): object => ({ ...weight, subject });
const given = (parameter: object): object => ({ resourceType: 'Parameters', parameter: [{ name: 'a', ...parameter }] });

describe('references', () => {
  const contained = [{ resourceType: 'Patient', id: 'p' }];
  test.each<Case>([
    ['a blank in a reference', told({ reference: 'Patient/ 1' }), ['error reference-form Observation.subject.reference'], weight],
    [
      'a # that finds nothing',
      { ...told({ reference: '#q' }), contained, performer: [{ reference: '#p' }] },
      ['error reference-contained-missing Observation.subject.reference'],
      { ...told({ reference: '#p' }), contained },
    ],
    [
      'the container meant from outside of it',
      told({ reference: '#' }),
      ['error reference-contained-missing Observation.subject.reference'],
      {
        ...{ ...patient, contained: [{ ...weight, id: 'o', subject: { reference: '#' } }] },
      },
    ],
    [
      'a type other than the reference names',
      told({ reference: 'Patient/1', type: 'Group' }),
      ['error reference-type Observation.subject.type'],
      told({ reference: 'Patient/1', type: 'Patient' }),
    ],
    [
      'a search that is none',
      told({ reference: 'Patient?identifier' }),
      ['error reference-search Observation.subject.reference'],
      told({ reference: 'Patient?identifier=http://x.y|1&active=true' }),
    ],
    [
      'a reference to nothing',
      told({ identifier: { use: 'usual' } }),
      ['warning reference-empty Observation.subject'],
      told({ display: 'Danu' }),
    ],
  ])('%s is found, and its twin is sound', (_, broken, finds, sound) => {
    expectFound(broken, finds, sound);
  });

  test('have to exist only where that is asked for, and examples need not', () => {
    const lone = given({ resource: weight });
    const both = {
      resourceType: 'Parameters',
      parameter: [
        { name: 'a', part: [{ name: 'b', resource: patient }] },
        { name: 'c', resource: weight },
      ],
    };
    expectFound(lone, ['error reference-unresolved Parameters.parameter[0].resource.subject.reference'], both, { references: 'exists' });
    expect(find(lone)).toEqual([]);
    const example = given({ resource: told({ reference: 'http://example.org/Patient/1' }) });
    expect(find(example, { references: 'exists', exampleUrls: 'allowed' })).toEqual([]);
  });
});

describe('contained resources', () => {
  const person = { resourceType: 'Patient', id: 'p' };
  const meant = told({ reference: '#p' });
  test.each<Case>([
    [
      'one nobody refers to',
      { ...weight, contained: [person] },
      ['error contained-orphan Observation.contained[0]'],
      { ...meant, contained: [person] },
    ],
    [
      'two that refer only to each other',
      {
        ...weight,
        contained: ['p', 'q'].map((id) => ({ ...person, id, link: [{ other: { reference: id === 'p' ? '#q' : '#p' }, type: 'refer' }] })),
      },
      ['error contained-orphan Observation.contained[0]', 'error contained-orphan Observation.contained[1]'],
      {
        ...meant,
        contained: [
          { ...person, link: [{ other: { reference: '#q' }, type: 'refer' }] },
          { ...person, id: 'q' },
        ],
      },
    ],
    [
      'one without an id',
      { ...weight, contained: [{ resourceType: 'Patient' }] },
      ['error contained-id Observation.contained[0]'],
      { ...meant, contained: [person] },
    ],
    [
      'two with one id',
      { ...meant, contained: [person, person] },
      ['error contained-id-duplicate Observation.contained[1].id'],
      { ...meant, contained: [person] },
    ],
    [
      'two elements with one id',
      { ...patient, name: [{ id: 'a', text: 'x' }], _gender: { id: 'a' } },
      ['error element-id-duplicate Patient.gender'],
      { ...patient, name: [{ id: 'a', text: 'x' }], _gender: { id: 'b' } },
    ],
  ])('%s is found, and its twin is sound', (_, broken, finds, sound) => {
    expectFound(broken, finds, sound);
  });

  test('one that refers to its container is no orphan, and one the narrative shows is none either', () => {
    expect(find({ ...patient, contained: [{ ...weight, id: 'o', subject: { reference: '#' } }] })).toEqual([]);
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">a <a href="#p">b</a></div>';
    expect(find({ ...weight, text: { status: 'additional', div }, contained: [person] })).toEqual([]);
  });
});

describe('a narrative', () => {
  const shown = (inside: string, start = '<div xmlns="http://www.w3.org/1999/xhtml">'): object => ({
    ...patient,
    text: { status: 'generated', div: `${start}${inside}</div>` },
  });
  test.each([
    ['that is no XML', shown('<p>a'), 'xhtml-malformed', shown('<p>a</p>')],
    ['with a bare <', shown('a < b'), 'xhtml-malformed', shown('a &lt; b &gt; c')],
    ['with two roots', shown('a</div><div xmlns="http://www.w3.org/1999/xhtml">b'), 'xhtml-malformed', shown('<div>a</div><div>b</div>')],
    ['with an attribute without quotes', shown('<p class=a>a</p>'), 'xhtml-malformed', shown(`<p class='a'>a</p>`)],
    ['with an attribute twice', shown('<p class="a" class="b">a</p>'), 'xhtml-malformed', shown('<p class="a" title="b">a</p>')],
    ['with a name of HTML', shown('a&nbsp;b'), 'xhtml-entity', shown('a&#160;b &#xA0; &amp;')],
    ['in no namespace', shown('a', '<div>'), 'xhtml-namespace', shown('a')],
    ['with a foreign namespace inside', shown('<p xmlns="http://x">a</p>'), 'xhtml-namespace', shown('<p>a</p>')],
    ['with a script', shown('a<script>x()</script>'), 'xhtml-element', shown('a<code>x()</code>')],
    ['in capitals', shown('<P>a</P>'), 'xhtml-element', shown('<p>a</p>')],
    ['with a handler', shown('<p onclick="x()">a</p>'), 'xhtml-attribute', shown('<p style="color:red">a</p>')],
    ['with a block in a paragraph', shown('<p><div>a</div></p>'), 'xhtml-in-paragraph', shown('<div><p>a</p></div>')],
    ['of blanks', shown(' <br/> '), 'xhtml-empty', shown('<img src="a.png" alt="a"/>')],
    ['with a link that runs code', shown('<a href="JavaScript:x()">a</a>'), 'xhtml-link-active', shown('<a href="https://x.y">a</a>')],
    ['with an empty link', shown('<a href="">a</a>'), 'xhtml-link-empty', shown('<a name="b">a</a>')],
    ['with a name for an address', shown('<a href="urn:oid:1.2.3.4">a</a>'), 'xhtml-link-scheme', shown('<a href="tel:1">a</a>')],
    ['with a blank in an address', shown('<a href="a b">a</a>'), 'xhtml-link-characters', shown('<a href="a%20b">a</a>')],
    [
      'with broken image data',
      shown('<img src="data:image/png;base64,AAA"/>'),
      'xhtml-link-characters',
      shown('<img src="data:image/png;base64,AAAA"/>'),
    ],
    ['with a link that finds nothing', shown('<a href="#x">a</a>'), 'xhtml-link-missing', shown('<p id="x">a</p><a href="#x">a</a>')],
  ])('%s is found, and its twin is sound', (_, broken, code, sound) => {
    expectFound(broken, [`error ${code} Patient.text.div`], sound);
  });

  test('may have a declaration, a comment and an instruction before and inside it', () => {
    const start = '<?xml version="1.0"?><!DOCTYPE div> <!-- a --><div xmlns="http://www.w3.org/1999/xhtml">';
    expect(find(shown('a<!-- b < c --><?d e?>', start))).toEqual([]);
  });

  test('of a megabyte that never ends its tags is refused within a second', () => {
    const hostile = [
      '<p '.repeat(300_000),
      `<a ${'x="y" '.repeat(170_000)}`,
      '<a href="'.repeat(110_000),
      '<div>'.repeat(200_000),
      '&'.repeat(1_000_000),
    ];
    const { answer, ms } = fastestOf(() => hostile.map((inside) => validator.isValid(shown(inside))));
    expect(answer).toEqual(hostile.map(() => false));
    expect(ms).toBeLessThan(1000);
  });
});

describe('a definition', () => {
  const searched = {
    ...{ resourceType: 'SearchParameter', url: 'http://x.y/SearchParameter/s', name: 'S', status: 'draft', description: 's', code: 's' },
    ...{ base: ['Patient'], type: 'token', expression: 'Patient.gender | (Patient.active as boolean)' },
  };
  const parts = ['a', 'b'].map((expression) => ({ definition: 'http://x.y/SearchParameter/t', expression }));
  test.each<Case>([
    [
      'a composite of one part',
      { ...searched, type: 'composite', component: parts.slice(1) },
      ['error search-parameter-components SearchParameter'],
      { ...searched, type: 'composite', component: parts },
    ],
    [
      'an expression for another type',
      { ...searched, expression: 'Group.code' },
      ['error search-parameter-base SearchParameter.expression'],
      searched,
    ],
  ])('with %s is found, and its twin is sound', (_, broken, finds, sound) => {
    expectFound(broken, finds, sound);
  });
});

describe('a value', () => {
  const data = 'AAAA';
  const hash = createHash('sha1').update(Buffer.from(data, 'base64')).digest('base64');
  test.each<Case>([
    [
      'a text that begins with a blank',
      given({ valueString: ' a' }),
      ['warning text-edges Parameters.parameter[0].value'],
      given({ valueString: 'a b' }),
    ],
    ['a text of blanks', given({ valueString: ' \n' }), ['warning text-blank Parameters.parameter[0].value'], given({ valueString: 'a' })],
    [
      'a control character',
      given({ valueString: 'a\u0001' }),
      ['warning text-control Parameters.parameter[0].value'],
      given({ valueString: 'a\tb' }),
    ],
    [
      'half a surrogate pair',
      given({ valueString: 'a\ud83d' }),
      ['error primitive-syntax Parameters.parameter[0].value'],
      given({ valueString: 'a😀' }),
    ],
    [
      'a direction of writing that is not ended',
      given({ valueString: 'a\u202eb' }),
      ['warning text-direction Parameters.parameter[0].value'],
      given({ valueString: 'a\u202eb\u202c' }),
    ],
    [
      'HTML in markdown',
      given({ valueMarkdown: 'a <b>c' }),
      ['warning markdown-tags Parameters.parameter[0].value'],
      given({ valueMarkdown: 'a \\<b> 1 < 2' }),
    ],
    [
      'HTML in markdown where it is refused',
      given({ valueMarkdown: '<!-- a -->' }),
      ['error markdown-tags Parameters.parameter[0].value'],
      given({ valueMarkdown: 'a' }),
      { htmlInMarkdown: 'refused' },
    ],
    [
      'an example address',
      given({ valueUri: 'http://example.org/a' }),
      ['warning url-example Parameters.parameter[0].value'],
      given({ valueUri: 'http://contoh.id/a' }),
    ],
    [
      'an example address where it is refused',
      given({ valueUri: 'urn:oid:2.999.1' }),
      ['error url-example Parameters.parameter[0].value'],
      given({ valueUri: 'http://example.organic/a' }),
      { exampleUrls: 'refused' },
    ],
    [
      'a relative canonical',
      given({ valueCanonical: 'a' }),
      ['error canonical-relative Parameters.parameter[0].value'],
      given({ valueCanonical: 'http://x.y/a|1' }),
    ],
    [
      'a canonical that finds nothing inside',
      given({ valueCanonical: '#a' }),
      ['error canonical-missing Parameters.parameter[0].value'],
      given({ valueCanonical: 'urn:oid:2.16.840.1|2' }),
    ],
    [
      'a scheme left out',
      given({ valueUri: 'oid:2.16.840.1' }),
      ['error primitive-syntax Parameters.parameter[0].value'],
      given({ valueUri: 'urn:oid:2.16.840.1' }),
    ],
    [
      'a year of long ago',
      { ...patient, birthDate: '1226-01-01' },
      ['warning year-doubtful Patient.birthDate'],
      { ...patient, birthDate: '1926-01-01' },
    ],
    [
      'blanks in base64',
      given({ valueBase64Binary: 'AA AA' }),
      ['warning encoding-blanks Parameters.parameter[0].value'],
      given({ valueBase64Binary: data }),
    ],
    [
      'the size of another attachment',
      given({ valueAttachment: { contentType: 'text/plain', data: 'AAA=', size: 3 } }),
      ['error attachment-size Parameters.parameter[0].value.size'],
      given({ valueAttachment: { contentType: 'text/plain', data: 'AAA=', size: 2 } }),
    ],
    [
      'the hash of another attachment',
      given({ valueAttachment: { contentType: 'text/plain', data: 'BBBB', hash } }),
      ['error attachment-hash Parameters.parameter[0].value.hash'],
      given({ valueAttachment: { contentType: 'text/plain', data, hash } }),
    ],
    [
      'blanks in an attachment',
      given({ valueAttachment: { contentType: 'text/plain', data: 'AA\nAA' } }),
      ['error attachment-blanks Parameters.parameter[0].value.data'],
      given({ valueAttachment: { contentType: 'text/plain', data } }),
    ],
    [
      'an attachment of a title',
      given({ valueAttachment: { title: 'a' } }),
      ['warning attachment-empty Parameters.parameter[0].value'],
      given({ valueAttachment: { url: 'http://x.y/a' } }),
    ],
    [
      'a system that is no address',
      { ...patient, identifier: [{ system: 'puskesmas', value: '1' }] },
      ['error identifier-system Patient.identifier[0].system'],
      { ...patient, identifier: [{ system: 'http://x.y/puskesmas', value: '1' }] },
    ],
    [
      'a value that should be an address',
      { ...patient, identifier: [{ system: 'urn:ietf:rfc:3986', value: '1' }] },
      ['error identifier-uri Patient.identifier[0].value'],
      { ...patient, identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.16.840.1' }] },
    ],
  ])('%s is found, and its twin is sound', (...[, broken, finds, sound, options]) => {
    expectFound(broken, finds, sound, options);
  });

  test('with a tag in plain text is told, but changes no verdict', () => {
    const { valid, issues } = validator.validate(given({ valueString: 'a <b>c</b>' }));
    expect([valid, issues.map(({ severity, code }) => [severity, code])]).toEqual([true, [['information', 'text-tags']]]);
    expect(validator.judge(given({ valueString: 'a <b>c</b>' }))).toBe('ok');
  });
});
