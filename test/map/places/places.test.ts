// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import fc from 'fast-check';
import type { Site } from '../../../src/map/place.ts';
import { policyOf, puskesmasOf, responsibleOn } from '../../../src/map/places/ask-site.ts';
import { localDateOf, toUtcText } from '../../../src/map/places/local-time.ts';
import { readSite } from '../../../src/map/places/read-site.ts';
import { resolvePlace } from '../../../src/map/places/resolve-place.ts';
import { toPosyanduDate, toVisitHours } from '../../../src/map/places/to-visit-hours.ts';
import { packageRoot } from '../../../src/root.ts';

const header = 'code,kind,name,aliases,parent,zone,open-from,open-to,posyandu-day,nakes-name,nakes-nik,nakes-from,nakes-to,from,to';
const network = [
  header,
  'pkm-a,puskesmas,Puskesmas Melati,PKM Melati,,WIB,07:30,14:00,,,,,,,',
  'pos-k1,posyandu,Posyandu Kamboja 1,,pkm-a,WIB,08:00,11:00,9,,,,,,',
  'pos-k2,posyandu,Posyandu Kamboja 2,KBJ DUA|Kamboja II,pkm-a,WIB,08:00,11:00,31,Bidan Sari,6471994708889701,2020-01-01,2023-12-31,,',
  'pos-k2,,,,,,,,,Bidan Tuti,6471994708889702,2024-01-01,,,',
  'pustu-k1,pustu,Pustu Kamboja 1,,pkm-a,WIB,08:00,12:00,,,,,,,',
  'pos-lama,posyandu,Posyandu Anggrek,,pkm-a,WIB,08:00,11:00,,,,,,,2023-12-31',
  'pkm-b,puskesmas,Puskesmas Dahlia,,,WIT,07:30,14:00,,,,,,,',
  'pos-b,posyandu,Posyandu Kamboja 2,,pkm-b,WIT,08:00,11:00,,,,,,,',
];
const policies =
  'pkm-a:\n  closing:\n    posyandu-balita: { code: Z00.1, display: Routine child health examination }\n  named-performer: true\n';

const readWith = (jejaring: readonly string[], pendaftaran = 'person,category,place,from\n', policy = policies) =>
  readSite({ jejaring: jejaring.join('\n'), pendaftaran, policies: policy });

function aSite(): Site {
  const site = readWith(network);
  if (!site.ok) throw new Error(JSON.stringify(site.issues));
  return site.value;
}

const texts = (result: { readonly issues: readonly { readonly text: string }[] }) => result.issues.map((issue) => issue.text);

describe('the register of a district', () => {
  test('the example district is without fault and holds every place of the samples', () => {
    const folder = join(packageRoot, 'site-example');
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const site = readSite({ jejaring: read('jejaring.csv'), pendaftaran: read('pendaftaran.csv'), policies: read('policies.yaml') });

    expect(site.issues).toEqual([]);
    if (!site.ok) throw new Error('refused');
    const find = (written: string, within: string) => {
      const place = resolvePlace(site.value, written, within, '2025-08-12');
      return place.ok ? [place.value.name, place.value.zone, responsibleOn(place.value, '2025-08-12')?.name] : place.issues;
    };
    expect(find('KAMBOJA 2', 'puskesmas-karang-joang')).toEqual(['Posyandu Kamboja 2', 'Asia/Makassar', 'Ratna Wulandari']);
    expect(find('POSYANDU KENANGA', 'puskesmas-bengkuring')).toEqual(['Posyandu Kenanga', 'Asia/Makassar', 'Dewi Kartika']);
    expect(find('posyandu-pengirim', 'puskesmas-karang-joang')).toEqual(['Posyandu Pengirim', 'Asia/Makassar', 'Ratna Wulandari']);
  });

  test('the example district names only nakes and organisations that the simulator knows', () => {
    const jejaring = readFileSync(join(packageRoot, 'site-example/jejaring.csv'), 'utf8');
    const simulator = ['people.json', 'organizations.json']
      .map((name) => readFileSync(join(packageRoot, 'site-example/simulator', name), 'utf8'))
      .join('');
    const ids = jejaring.match(/\b(\d{16}|1000\d{5}|3f0c[0-9a-f-]{32})\b/g) ?? [];

    expect(ids.length).toBeGreaterThan(8);
    expect(ids.filter((id) => !simulator.includes(id))).toEqual([]);
  });

  test('several lines of one code are the periods of its responsible nakes', () => {
    const place = aSite().places.get('pos-k2');

    expect(place?.aliases).toEqual(['KBJ DUA', 'Kamboja II']);
    expect(['2019-12-31', '2020-01-01', '2023-12-31', '2024-01-01'].map((day) => place && responsibleOn(place, day)?.name)).toEqual([
      undefined,
      'Bidan Sari',
      'Bidan Sari',
      'Bidan Tuti',
    ]);
  });

  test('a place belongs to its puskesmas, whose head has decided', () => {
    const site = aSite();
    const place = site.places.get('pos-k2');
    const puskesmas = place && puskesmasOf(site, place);

    expect(puskesmas?.code).toBe('pkm-a');
    expect(policyOf(site, 'pkm-a')).toEqual({
      puskesmas: 'pkm-a',
      closing: { 'posyandu-balita': { code: 'Z00.1', display: 'Routine child health examination' } },
      verificationRequired: false,
      namedPerformer: true,
    });
    expect(policyOf(site, 'pkm-b')).toBeUndefined();
  });

  test('the same texts have the same version, and a changed word has another', () => {
    expect(aSite().version).toBe(aSite().version);
    expect(readWith([...network, 'pos-x,posyandu,Posyandu Baru,,pkm-a,WIB,08:00,11:00,,,,,,,'])).not.toMatchObject({
      value: { version: aSite().version },
    });
  });

  test('semicolons, a byte order mark and a blank zone-short name are taken as Excel writes them', () => {
    const site = readWith([`\uFEFF${network.join('\n').replaceAll(',', ';').replaceAll('\n', '\r\n')}`]);

    expect(site.ok && site.value.places.get('pos-b')?.zone).toBe('Asia/Jayapura');
  });

  const edit = (line: number, from: string, to: string) =>
    network.map((text, index) => (index === line - 1 ? text.replace(from, to) : text));
  test.each<[string, readonly string[], readonly string[]]>([
    ['an unknown parent', edit(3, 'pkm-a', 'pkm-z'), ['jejaring.csv baris 3, kolom parent: induk pkm-z tidak ada']],
    [
      'parents in a circle',
      edit(3, 'pkm-a', 'pos-k2').map((text, index) => (index === 3 ? text.replace('pkm-a', 'pos-k1') : text)),
      ['baris 3, kolom parent: induknya berputar', 'baris 4, kolom parent: induknya berputar'],
    ],
    ['a posyandu under no puskesmas', edit(3, 'pkm-a', ''), ['baris 3, kolom parent: posyandu, pustu dan poli harus berada di bawah']],
    ['a puskesmas under another', edit(2, ',,WIB', ',pkm-b,WIB'), ['baris 2, kolom parent: puskesmas berdiri sendiri']],
    ['a zone outside Indonesia', edit(3, 'WIB', 'Asia/Singapore'), ['baris 3, kolom zone: diharapkan zona waktu Indonesia']],
    ['an unknown kind', edit(3, 'posyandu,', 'rumah,'), ['baris 3, kolom kind: diharapkan salah satu dari: puskesmas']],
    ['closing before opening', edit(3, '11:00', '07:00'), ['baris 3, kolom open-to: jam tutup harus sesudah']],
    ['an hour that does not exist', edit(3, '08:00', '25:00'), ['baris 3, kolom open-from: diharapkan jam']],
    ['a date that does not exist', edit(4, '2023-12-31', '2023-02-29'), ['baris 4, kolom nakes-to: diharapkan tanggal yang ada']],
    [
      'a period that ends before it begins',
      edit(4, '2023-12-31', '2019-12-31'),
      ['baris 4, kolom nakes-to: tanggal ini harus sesudah nakes-from'],
    ],
    ['a NIK that Excel cut', edit(4, '6471994708889701', '6.47199E+15'), ['baris 4, kolom nakes-nik: NIK harus 16 angka']],
    ['a nakes without number', edit(4, '6471994708889701', ''), ['baris 4, kolom nakes-nik: isi NIK atau nomor IHS']],
    ['one code for two places', edit(5, 'pos-k2,,', 'pos-k2,,Posyandu Lain'), ['baris 5, kolom name: kode pos-k2 sudah ada di baris 4']],
    [
      'one name for two places of a puskesmas',
      edit(3, 'Kamboja 1', 'Kamboja-02'),
      ['baris 4, kolom name: nama atau alias ini juga dipakai pos-k1 (baris 3)'],
    ],
    ['a missing column', [header.replace('zone,', ''), ...network.slice(1)], ['baris 1, kolom zone: kolom ini tidak ada']],
    [
      'an unknown column',
      [header.replace('zone,', 'zone,telepon,'), ...network.slice(1)],
      ['baris 1, kolom telepon: kolom ini tidak dikenal'],
    ],
    ['a row of another width', [...network, 'pos-z,posyandu'], ['baris 10: diharapkan 15 kolom, ada 2']],
    ['a quote without its pair', edit(3, 'Posyandu Kamboja 1', '"Posyandu Kamboja 1'), ['tanda kutip tidak berpasangan']],
    ['two nakes from the same day', edit(5, '2024-01-01', '2020-01-01'), ['baris 4, kolom nakes-to: dua nakes mulai pada hari yang sama']],
  ])('%s is refused with file, line, column and remedy', (_what, jejaring, expected) => {
    const site = readWith(jejaring);

    expect(site.ok).toBe(false);
    expect(site.issues).toHaveLength(expected.length);
    expected.forEach((text, index) => {
      expect(texts(site)[index]).toContain(text);
    });
  });

  test('overlapping duties are remarked, and the nakes who began last answers', () => {
    const site = readWith(edit(4, '2023-12-31', ''));
    const place = site.ok ? site.value.places.get('pos-k2') : undefined;

    expect(site.issues.map((issue) => issue.severity)).toEqual(['warning']);
    expect(place && responsibleOn(place, '2025-01-01')?.name).toBe('Bidan Tuti');
  });

  test.each<[string, string, string, string]>([
    ['a place not in jejaring', 'person,category,place,from\nx,balita,pos-z,2024-01-01', policies, 'pendaftaran.csv baris 2, kolom place'],
    [
      'a reason out without its day',
      'person,category,place,from,to,reason-out\nx,balita,pos-k1,2024-01-01,,pindah',
      policies,
      'pendaftaran.csv baris 2, kolom to',
    ],
    [
      'an unknown reason out',
      'person,category,place,from,to,reason-out\nx,balita,pos-k1,2024-01-01,2024-02-01,bosan',
      policies,
      'kolom reason-out: diharapkan salah satu dari: pindah',
    ],
    [
      'a diagnosis as closing code',
      'person,category,place,from\n',
      'pkm-a:\n  closing:\n    posyandu-balita: { code: E44.0, display: Gizi kurang }',
      'policies.yaml baris 3, kolom posyandu-balita: diharapkan kode ICD-10 bab Z',
    ],
    [
      'a policy of no puskesmas',
      'person,category,place,from\n',
      'pos-k1:\n  named-performer: true',
      'policies.yaml baris 1, kolom pos-k1: tidak ada puskesmas',
    ],
    [
      'an unknown key',
      'person,category,place,from\n',
      'pkm-a:\n  named: true',
      'policies.yaml baris 2, kolom named: kunci ini tidak dikenal',
    ],
    [
      'a switch that is no yes or no',
      'person,category,place,from\n',
      'pkm-a:\n  verification-required: kadang',
      'policies.yaml baris 2, kolom verification-required: diharapkan true atau false',
    ],
    ['broken YAML', 'person,category,place,from\n', 'pkm-a:\n  closing: [', 'policies.yaml baris 2: bukan YAML'],
  ])('%s is refused with file, line and remedy', (_what, pendaftaran, policy, expected) => {
    const site = readWith(network, pendaftaran, policy);

    expect(site.ok).toBe(false);
    expect(texts(site).join('\n')).toContain(expected);
  });

  test('an entry of pendaftaran keeps its dates, domicile and reason', () => {
    const site = readWith(
      network,
      'person,category,place,domicile,from,to,reason-out\nX1,ibu-hamil,pos-k1,Desa A,2024-01-01,2024-05-01,melahirkan',
    );

    expect(site.ok && site.value.enrolments).toEqual([
      {
        person: 'X1',
        category: 'ibu-hamil',
        place: 'pos-k1',
        domicile: 'Desa A',
        from: '2024-01-01',
        to: '2024-05-01',
        reasonOut: 'melahirkan',
      },
    ]);
  });
});

describe('the place that a file means', () => {
  const find = (written: string, within: string | undefined = 'pkm-a', on = '2025-08-12') => {
    const place = resolvePlace(aSite(), written, within, on);
    return place.ok ? place.value.code : place.issues.map((issue) => issue.code).join();
  };

  test.each([
    ['pos-k2', 'pos-k2'],
    ['Posyandu Kamboja 2', 'pos-k2'],
    ['POSYANDU  KAMBOJA-2 ', 'pos-k2'],
    ['Pos Kamboja 02', 'pos-k2'],
    ['kamboja2', 'pos-k2'],
    ['KBJ. Dua', 'pos-k2'],
    ['Posyandu Kamboja II', 'pos-k2'],
    ['Posyandu Kamboja 1', 'pos-k1'],
    ['PUSTU KAMBOJA 1', 'pustu-k1'],
    ['Pukesmas Melati', 'pkm-a'],
  ])('%s is found as %s', (written, code) => {
    expect(find(written)).toBe(code);
  });

  test('one name in two facilities means the one of the submitter', () => {
    expect([find('Kamboja 2', 'pkm-a'), find('Kamboja 2', 'pkm-b')]).toEqual(['pos-k2', 'pos-b']);
  });

  test.each([
    ['a name that fits two places', 'Kamboja 1', 'pkm-a'],
    ['a name of two facilities where none is given', 'Kamboja 2', undefined],
    ['an unknown name', 'Posyandu Tulip', 'pkm-a'],
    ['a place of another facility', 'pos-b', 'pkm-a'],
    ['nothing', '  ', 'pkm-a'],
    ['punctuation alone', '-', 'pkm-a'],
  ])('%s is never guessed', (_what, written, within) => {
    expect(resolvePlace(aSite(), written, within, '2025-08-12')).toMatchObject({
      ok: false,
      issues: [{ code: 'tempat-tidak-dikenal', severity: 'error' }],
    });
  });

  test('a file that names no place is answered with how to name one', () => {
    expect(texts(resolvePlace(aSite(), ' ', 'pkm-a', '2025-08-12'))[0]).toContain('--place TEMPAT');
  });

  test('a slip of the pen is answered with the nearest names, and what was written is not repeated', () => {
    const place = resolvePlace(aSite(), 'Posyandu Kambjoa 2', 'pkm-a', '2025-08-12');

    expect(texts(place)[0]).toContain('Yang mirip: Posyandu Kamboja 2 (pos-k2)');
    expect(texts(place)[0]).not.toContain('Kambjoa');
  });

  test('a place that had closed by then is not taken, and the reason is told', () => {
    expect(find('Anggrek', 'pkm-a', '2023-12-31')).toBe('pos-lama');
    expect(texts(resolvePlace(aSite(), 'Anggrek', 'pkm-a', '2024-01-01'))[0]).toContain('tidak berlaku pada 2024-01-01');
  });
});

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const days = ['2025-08-01', '2025-07-31', '2025-12-31', '2026-01-01', '2024-02-29', '2025-02-28', '2025-03-01'];
const toHoursText = (zone: string, date: string, openFrom = '08:00', openTo = '11:00') => {
  const hours = toVisitHours({ zone, openFrom, openTo }, date);
  return [toUtcText(hours.startUtc), toUtcText(hours.endUtc)];
};

describe('a visit of which only the day is known', () => {
  test.each([
    ['WIB', 'Asia/Jakarta', ['2025-08-01T01:00:00+00:00', '2025-08-01T04:00:00+00:00']],
    ['WITA', 'Asia/Makassar', ['2025-08-01T00:00:00+00:00', '2025-08-01T03:00:00+00:00']],
    ['WIT', 'Asia/Jayapura', ['2025-08-01T00:00:00+00:00', '2025-08-01T03:00:00+00:00']],
  ])('of 1 August in %s is sent on 1 August', (_name, zone, expected) => {
    expect(toHoursText(zone, '2025-08-01')).toEqual(expected);
  });

  test('a place that is open day and night keeps to the day', () => {
    expect(toHoursText('Asia/Jayapura', '2025-08-01', '00:00', '23:59')).toEqual([
      '2025-08-01T00:00:00+00:00',
      '2025-08-01T23:59:00+00:00',
    ]);
  });

  test('begins and ends on its own day in UTC, in its own zone and whatever the hours', () => {
    const date = fc
      .date({ min: new Date(Date.UTC(2000, 0, 1)), max: new Date(Date.UTC(2040, 0, 1)), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const clock = fc.integer({ min: 0, max: 1438 });
    const toText = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.constantFrom(...zones), date, clock, clock, (zone, day, from, length) => {
        const openTo = Math.min(1439, from + 1 + length);
        const { startUtc, endUtc } = toVisitHours({ zone, openFrom: toText(from), openTo: toText(openTo) }, day);
        expect([toUtcText(startUtc).slice(0, 10), toUtcText(endUtc).slice(0, 10), localDateOf(startUtc, zone)]).toEqual([day, day, day]);
        expect(endUtc.getTime()).toBeGreaterThan(startUtc.getTime());
      }),
    );
  });

  test('the local day of a moment follows the zone', () => {
    const moment = new Date(Date.UTC(2025, 6, 31, 15, 30));

    expect(zones.map((zone) => localDateOf(moment, zone))).toEqual(['2025-07-31', '2025-07-31', '2025-08-01']);
  });

  test('the posyandu day of a short month is its last day', () => {
    expect(['2025-02', '2024-02', '2025-04', '2025-08'].map((month) => toPosyanduDate({ posyanduDay: 31 }, month))).toEqual([
      '2025-02-28',
      '2024-02-29',
      '2025-04-30',
      '2025-08-31',
    ]);
    expect(toPosyanduDate({}, '2025-08')).toBeUndefined();
  });

  test('the zone of the computer changes nothing', () => {
    const here = days.flatMap((day) => zones.map((zone) => toHoursText(zone, day)));
    const answers = ['UTC', 'America/New_York', 'Asia/Jayapura'].map((zone) => runUnder(zone));

    expect(answers.map((answer) => answer.host)).toEqual(['UTC', 'America/New_York', 'Asia/Jayapura']);
    for (const answer of answers) expect(answer.hours).toEqual(here);
  });
});

/** Runs the same reckoning in a process of its own whose host zone is another. */
function runUnder(hostZone: string): { readonly host: string; readonly hours: unknown } {
  const folder = mkdtempSync(join(tmpdir(), 'titian-zone-'));
  try {
    mkdirSync(join(folder, 'places'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const name of ['days', 'places/local-time', 'places/to-visit-hours']) writeFileSync(join(folder, `${name}.js`), compile(name));
    const script = `import { toVisitHours } from './places/to-visit-hours.js'; import { toUtcText } from './places/local-time.js';
      const hours = ${JSON.stringify(days)}.flatMap((day) => ${JSON.stringify(zones)}.map((zone) => { const h = toVisitHours({ zone, openFrom: '08:00', openTo: '11:00' }, day); return [toUtcText(h.startUtc), toUtcText(h.endUtc)]; }));
      console.log(JSON.stringify({ host: Intl.DateTimeFormat().resolvedOptions().timeZone, hours }));`;
    writeFileSync(join(folder, 'run.js'), script);
    const child = spawnSync(process.execPath, [join(folder, 'run.js')], { env: { ...process.env, TZ: hostZone }, encoding: 'utf8' });
    return JSON.parse(child.stdout) as { host: string; hours: unknown };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(name: string): string {
  const source = readFileSync(join(packageRoot, 'src/map', `${name}.ts`), 'utf8').replaceAll(".ts';", ".js';");
  return transformSync(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }).code;
}
