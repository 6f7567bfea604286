import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readProgrammeFiles } from '../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import type { ElementDefinition, Shape } from '../../src/map/element-definition.ts';
import { listGaps } from '../../src/map/list-gaps.ts';
import { createOrdinals } from '../../src/map/visits/ordinals.ts';
import { packageRoot } from '../../src/root.ts';
import { SYNTAXES } from '../../src/validate/terminology/syntax.ts';
import { isUnit, toUnitSize } from '../../src/validate/terminology/units.ts';
import { vocabulary } from './vocabulary.ts';

const files = await readProgrammeFiles(packageRoot);
const compiled = compileProgramme(files);
if (!compiled.ok) throw new Error(compiled.issues.map(({ text }) => text).join('\n'));
const { elements, groups } = compiled.value;
const all = [...elements.elements.values()];
const gaps = listGaps(elements, 'satusehat');

/** Every coding anywhere in the element tables, those of options that are not chosen included. */
const codings = files.filter(({ path }) => path.includes('elements/')).flatMap(({ path, text }) => findCodings(path, parse(text)));

function findCodings(at: string, node: unknown): readonly { readonly at: string; readonly system: string; readonly code: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'system' in node && 'code' in node ? [{ at, system: String(node.system), code: String(node.code) }] : [];
  return [...own, ...Object.entries(node).flatMap(([key, child]) => findCodings(`${at}.${key}`, child))];
}

const kemkes = new Set(
  readFileSync(join(packageRoot, 'programme/terminology/kemkes/codes.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',').slice(0, 2).join('|')),
);

describe('the elements of mother and child', () => {
  test('use each of the twelve shapes', () => {
    const shapes: readonly Shape[] = [
      ...(['quantity', 'coded', 'boolean', 'text', 'date', 'answer'] as const),
      ...(['condition', 'procedure', 'immunization', 'medication', 'lab-result', 'referral'] as const),
    ];
    expect(new Set(all.map(({ shape }) => shape))).toEqual(new Set(shapes));
  });

  test.each(all)('$key says where it comes from, and either what it is nationally or why it stays', ({ citation, kirim, fhir }) => {
    const sent = kirim['satusehat'];
    expect(citation.length).toBeGreaterThan(15);
    if (sent === true) expect(fhir).toBeDefined();
    else expect(sent?.length).toBeGreaterThan(15);
  });

  test('belong to a life stage, each of them', () => {
    const used = new Set([...groups.values()].flatMap((group) => [...group.elements.keys()]));
    expect(all.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([]);
  });

  test.each(['thresholds.yaml', 'thresholds-growth.yaml', 'warnings.yaml'])('are known wherever %s names one', (name) => {
    const text = readFileSync(join(packageRoot, 'programme', name), 'utf8');
    const named = [
      ...text.matchAll(
        /\belement: ([a-z0-9-]+)|(?<![a-z-])(bahaya-(?:hamil|nifas|bayi)-[a-z-]+)|(?<![a-z-])(tbc-(?!tanda|jumlah)[a-z-]+)/g,
      ),
    ].map((found) => found.slice(1).join(''));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !elements.elements.has(key))).toEqual([]);
  });

  test.each(vocabulary)('know %s, %s in %s', (key, shape, unit) => {
    const element = elements.elements.get(key);
    expect([element?.shape, element?.unit?.ucum ?? null]).toEqual([shape, unit]);
  });
});

describe('two blood pressures of one day', () => {
  test.each(['tekanan-darah-sistolik', 'tekanan-darah-diastolik'])(
    'are two facts of %s, and a corrected one stays the same fact',
    (key) => {
      const ordinals = createOrdinals([], elements);
      const toOrdinal = (int: number, ordinal: number): number =>
        ordinals.of({ key, ordinal, value: { kind: 'quantity', int, written: String(int) }, cell: 'td' });
      expect([toOrdinal(96, 1), toOrdinal(94, 2), toOrdinal(98, 1)]).toEqual([1, 2, 1]);
    },
  );
});

describe('the codes of the elements', () => {
  test('are possible codes of their systems: check digits of LOINC and SNOMED CT, forms of ICD and KFA', () => {
    expect(codings.length).toBeGreaterThan(200);
    expect(codings.filter(({ system, code }) => SYNTAXES.get(system)?.(code) === 'unknown')).toEqual([]);
  });

  test('of the ministry are codes that were found in public', () => {
    const own = codings.filter(({ system }) => system.startsWith('http://terminology.kemkes.go.id/CodeSystem/'));
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter(({ system, code }) => !kemkes.has(`${system}|${code}`))).toEqual([]);
  });

  test('are offered under a setting wherever sources disagree', () => {
    const settings = files.flatMap(({ text }) => [...text.matchAll(/setting: ([a-z-]+)/g)].map(([, slug]) => slug));
    expect(settings.sort()).toEqual(['kelompok-vaksin-td', 'kode-kepala-janin', 'kode-partus', 'kode-pb-u-normal', 'metode-sifilis']);
  });

  test('tell the vaccines apart, dose by dose', () => {
    const { values = {} } = elements.elements.get('imunisasi')?.fhir ?? {};
    const said = Object.values(values).map((value) => JSON.stringify(value));
    expect(new Set(said).size).toBe(said.length);
    expect(Object.keys(values)).toEqual(elements.elements.get('imunisasi')?.codes);
  });
});

describe('the numbers of the elements', () => {
  const measured = all.filter((element): element is ElementDefinition & Required<Pick<ElementDefinition, 'unit'>> => 'unit' in element);

  test.each(measured)('$key is in a unit of UCUM', ({ unit }) => {
    expect(isUnit(unit.ucum)).toBe(true);
  });

  test.each(measured)('$key is kept in whole smallest units', ({ unit: { ucum, smallest, perUnit } }) => {
    const [, part, base] = /^(0\.0?1 )?(.+)$/.exec(smallest) ?? [];
    const [one, least] = [toUnitSize(ucum)?.size, toUnitSize(base ?? '')?.size];
    const factor = part === undefined ? perUnit : perUnit * Number(part);
    // Degrees and arbitrary units are no mere factors of others: the same unit then.
    if (one === undefined || least === undefined) expect([base, factor]).toEqual([ucum, 1]);
    else expect(one / least).toBeCloseTo(factor, 6);
  });

  test.each(all.filter(({ range }) => range !== undefined))('$key has limits that make sense', ({ range }) => {
    for (const [low, high] of [range?.soft, range?.hard].flatMap((each) => (each === undefined ? [] : [each]))) {
      expect(low).toBeLessThan(high);
    }
    const [soft, hard] = [range?.soft, range?.hard];
    if (soft !== undefined && hard !== undefined) expect([soft[0] >= hard[0], soft[1] <= hard[1]]).toEqual([true, true]);
  });
});

describe('what must be kept from others', () => {
  test.each(all.filter(({ shape }) => shape === 'text'))('$key, a free text, is for named officers only', ({ kerahasiaan }) => {
    expect(kerahasiaan).toBe('sangat-terbatas');
  });

  test.each([
    ...['hiv', 'sifilis', 'hepatitis-b', 'abortus', 'tanggal-keguguran', 'kontrasepsi', 'kb-pasca-salin', 'tbc-kontak', 'diagnosis'],
    ...['preeklamsia-pasangan-baru', 'bahaya-hamil-sulit-tidur-cemas'],
  ])('%s is for named officers only', (key) => {
    expect(elements.elements.get(key)?.kerahasiaan).toBe('sangat-terbatas');
  });

  test.each(['hiv', 'sifilis', 'hepatitis-b', 'kb-pasca-salin', 'diagnosis'])('%s goes to no platform before a policy says so', (key) => {
    expect(elements.elements.get(key)?.kirim['satusehat']).toMatch(/kebijakan/);
  });
});

describe('the gaps', () => {
  const page = readFileSync(join(packageRoot, 'docs/gaps.md'), 'utf8');

  test('are all on the page of gaps, with their reasons, and nothing else is', () => {
    const rows = [...page.matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \|$/gm)].map(([, key, title, said]) => `${key} ${title} ${said}`);
    const said = gaps.map(
      ({ key, title, reason, words = [] }) => `${key} ${title} ${reason ?? words.map((word) => `\`${word}\``).join(', ')}`,
    );
    expect(rows.sort()).toEqual(said.sort());
  });

  test('are words that go out without a coding only where no source gives one', () => {
    const bare = gaps.flatMap(({ key, words = [] }) => words.map((word) => `${key} ${word}`));
    expect(bare).toEqual([
      ...['sesar', 'vakum', 'forsep'].map((word) => `cara-persalinan ${word}`),
      ...['somnolen', 'sopor', 'koma'].map((word) => `kesadaran ${word}`),
      'kondisi-payudara tidak-normal',
      ...['sesuai', 'penyimpangan'].map((word) => `kpsp ${word}`),
      'kuesioner-perilaku-emosional normal',
      ...['dokter-spesialis', 'bidan', 'perawat', 'keluarga'].map((word) => `penolong-persalinan ${word}`),
      'skor-z-lk-u makrosefali',
      ...['skrining-autisme', 'skrining-gpph'].map((key) => `${key} normal`),
      ...['rumah', 'lainnya'].map((word) => `tempat-persalinan ${word}`),
      ...['tes-daya-dengar', 'tes-daya-lihat'].map((key) => `${key} normal`),
      ...['rubra', 'sanguinolenta', 'alba'].map((word) => `warna-lokhia ${word}`),
    ]);
  });
});
