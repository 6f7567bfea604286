import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { readProgrammeFiles } from '../../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import { compileSource } from '../../../src/map/compile-source.ts';
import { packageRoot } from '../../../src/root.ts';
import { aSourceYaml } from './a-form.ts';

const guide = await readFile(join(packageRoot, 'docs/guides/menambah-sumber.md'), 'utf8');
const programme = compileProgramme(await readProgrammeFiles(packageRoot));
const plainColumns = 'Nama: { is: person.name }\n';

/** The examples of a section, as the two tables of one folder. */
const sections = guide.split('\n## ').flatMap((section) => {
  const blocks = [...section.matchAll(/```yaml\n# (source|columns)\.yaml\n([^`]*)```/g)].map(([, file, text]) => ({
    file,
    text: text ?? '',
  }));
  const title = section.split('\n')[0] ?? '';
  const sources = blocks.filter(({ file }) => file === 'source');
  const columns = blocks.filter(({ file }) => file === 'columns');
  const count = Math.max(sources.length, columns.length);
  return Array.from({ length: count }, (_, at) => ({ title, source: sources[at]?.text ?? '', columns: columns[at]?.text ?? plainColumns }));
});

describe('the guide to sources', () => {
  test('has an example of every verb', () => {
    for (const verb of ['context:', 'header:', 'skip:', 'stop:', 'fill:', 'repeat:', 'group:', 'split:', 'extract:', 'holds:', 'join:']) {
      expect(guide).toContain(verb);
    }
    expect(sections.length).toBeGreaterThanOrEqual(8);
  });

  test.each(sections)('shows in "$title" what a folder may hold', ({ source, columns }) => {
    if (!programme.ok) throw new Error('the programme does not compile');
    const whole = { ...(parse(aSourceYaml({})) as object), ...(parse(source) as object | null) };
    const files = [
      { path: 'contoh/source.yaml', text: stringify(whole) },
      { path: 'contoh/columns.yaml', text: columns },
    ];
    expect(compileSource('contoh', files, programme.value).issues.map(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});
