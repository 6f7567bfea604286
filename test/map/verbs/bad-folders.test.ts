import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Issue } from '../../../src/fhir/issue.ts';
import { readProgrammeFiles, readSourceFolders } from '../../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import { compileSource } from '../../../src/map/compile-source.ts';
import type { TableFile } from '../../../src/map/tables/read-table.ts';
import { packageRoot } from '../../../src/root.ts';
import { compileForm } from './a-form.ts';

const programme = compileProgramme(await readProgrammeFiles(packageRoot));
if (!programme.ok) throw new Error(programme.issues.map(({ diagnostics }) => diagnostics).join('\n'));
const compiled = programme.value;
const folders = await readSourceFolders(join(packageRoot, 'sources'), 'sources');

/** Random numbers that are the same in every run (mulberry32). */
function aDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const strays = [
  'null',
  '[]',
  '{}',
  '12',
  'true',
  '~',
  '[a, b]',
  '{ a: b }',
  '*tidak-ada',
  '&x [*x]',
  "''",
  '"',
  '|',
  '- -',
  '!!js/function x',
  '\t',
  '日',
  '12:30',
  '2025-08-12',
];

/** One slip of the pen: a line gone, doubled, moved, indented, a letter changed, a value of another kind. */
function mutate(text: string, dice: (below: number) => number): string {
  const lines = text.split('\n');
  const at = dice(lines.length);
  const line = lines[at] ?? '';
  const letter = dice(Math.max(1, line.length));
  const stray = strays[dice(strays.length)] ?? '';
  const slips: readonly (() => readonly string[])[] = [
    () => lines.toSpliced(at, 1),
    () => lines.toSpliced(at, 0, line),
    () => lines.toSpliced(at, 1, ` ${line}`),
    () => lines.toSpliced(at, 1, line.replace(/:.*$/, `: ${stray}`)),
    () =>
      lines.toSpliced(
        at,
        1,
        line.replace(/(is|convert|codes|unit|ignore|split|each|missing|aliases|column|title): [^,}]*/, `$1: ${stray}`),
      ),
    () => lines.toSpliced(at, 1, `${line.slice(0, letter)}${line.slice(letter + 1)}`),
    () => lines.toSpliced(at, 1, `${line.slice(0, letter)}${stray}${line.slice(letter)}`),
    () => lines.toSpliced(dice(lines.length), 0, ...lines.slice(at, at + 3)),
    () => lines.slice(0, at),
    () => lines.toSpliced(at, 1, line.replace(/^(\s*)[\w-]+:/, `$1${stray}:`)),
  ];
  return (slips[dice(slips.length)] ?? (() => lines))().join('\n');
}

describe.each(folders)('the folder $name with slips of the pen', ({ name, files }) => {
  test('never breaks the compiler, and each refusal names its file and a line of it', () => {
    const dice = aDice(name.length * 7919);
    for (let round = 0; round < 250; round += 1) {
      const which = dice(files.length);
      const changed = files.map((file, at): TableFile => {
        if (at !== which) return file;
        const once = mutate(file.text, dice);
        return { ...file, text: dice(3) === 0 ? mutate(once, dice) : once };
      });
      const result = compileSource(name, changed, compiled);
      for (const issue of result.ok ? [] : result.issues) expect(faultOf(issue, changed)).toBeNull();
    }
  });
});

/** What is wrong with a refusal: it has to be fatal and to name, in both languages, a file and a line that it has. */
function faultOf({ severity, text, diagnostics }: Issue, files: readonly TableFile[]): string | null {
  const places = files.flatMap(({ path, text: written }) =>
    written.split('\n').map((_, at) => `${path.slice(path.lastIndexOf('/'))}:${String(at + 1)}: `),
  );
  const place = places.find((each) => text.includes(each));
  return severity === 'fatal' && place !== undefined && diagnostics.includes(place) ? null : text;
}

describe('a source folder that cannot be', () => {
  const faults = (form: Parameters<typeof compileForm>[1]): string =>
    compileForm(compiled, form)
      .issues.map(({ text }) => text)
      .join('\n');
  const columns = 'Nama: { is: person.name }\nBB: { is: berat-badan }\n';

  test.each([
    ['an alias of itself', 'Nama: &a { is: person.name, aliases: [*a] }\n', /columns\.yaml:1: /],
    ['an alias nobody declared', 'Nama: { is: person.name, aliases: *nama }\n', /columns\.yaml:\d+: /],
    [
      'a column whose alias is another column',
      'Nama: { is: person.name, aliases: [BB] }\nBB: { is: berat-badan }\n',
      /columns\.yaml:2: .*"Nama"/,
    ],
    ['two columns of one name', 'BB: { is: berat-badan }\nBB: { is: tinggi-badan }\n', /columns\.yaml:2: /],
    ['two columns of one name but for its case', 'BB: { is: berat-badan }\nbb: { is: tinggi-badan }\n', /columns\.yaml:2: .*"BB"/],
    ['a text where a list belongs', 'BB: { is: berat-badan, missing: kosong }\n', /columns\.yaml:1: .*daftar/],
    ['a number where a text belongs', 'BB: { is: 12 }\n', /columns\.yaml:1: .*teks/],
    ['a list where a group belongs', 'BB: [berat-badan]\n', /columns\.yaml:1: .*kelompok/],
    ['nothing at all', '', /columns\.yaml:1: /],
  ])('has %s', (_, written, fault) => {
    expect(faults({ columns: written })).toMatch(fault);
  });

  test.each([
    ['stop: Mengetahui', /source\.yaml:16: .*daftar/],
    ['fill: [Nma]', /source\.yaml:16: .*"Nma".*"Nama"/],
    ['repet: {}', /source\.yaml:16: .*"repet".*"repeat"/],
    ['holds: pendaftaran', /source\.yaml:16: .*"category"/],
    ['category: ibu-hamil', /source\.yaml:16: .*"category"/],
    ['holds: pendaftaran\ncategory: ibu-hamill', /source\.yaml:17: .*"ibu-hamill".*"ibu-hamil"/],
    ['holds: pendaftarn', /source\.yaml:16: .*"pendaftarn".*"pendaftaran"/],
  ])('says %s', (verbs, fault) => {
    expect(faults({ columns, verbs })).toMatch(fault);
  });

  test.each([
    ['{ within: 20, lines: 9 }', /source\.yaml:3: .*1 sampai 5/],
    ['{ lines: 2 }', /source\.yaml:3: .*"within"/],
    ['{ positional: true, within: 3 }', /source\.yaml:3: .*"within"/],
    ['{ none: true }', /columns\.yaml:1: .*"Nama" harus bernama nomor/],
    ['{ withn: 20 }', /source\.yaml:3: .*"withn".*"within"/],
  ])('has the header %s', (header, fault) => {
    expect(faults({ columns, header })).toMatch(fault);
  });

  test.each([
    ["place: [{ title: 'POSYANDU {plac}' }]\ndate: [{ request: true }]", /source\.yaml:13: .*"{plac}".*"{place}"/],
    ["place: [{ title: 'POSYANDU' }]\ndate: [{ request: true }]", /source\.yaml:13: .*{place}/],
    ['place: [{ lable: Posyandu }]\ndate: [{ request: true }]', /source\.yaml:13: .*"lable".*"label"/],
    ['place: [{ request: true, label: Posyandu }]\ndate: [{ request: true }]', /source\.yaml:13: /],
    ['place: [{ request: true }]\ndate: [{ column: BB }]', /source\.yaml:14: .*"BB"/],
  ])('has the context %s', (context, fault) => {
    expect(faults({ columns, context })).toMatch(fault);
  });

  test('has a pattern that would skip every line', () => {
    expect(faults({ columns, skip: "{ jumlah: [], pola: ['*'] }" })).toMatch(/source\.yaml:15: .*"\*"/);
  });
});
