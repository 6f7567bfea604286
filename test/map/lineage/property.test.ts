import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../../src/root.ts';
import type { RequestFacts } from '../../../src/map/rows/row-context.ts';
import { loadSources } from './a-file.ts';
import { listDocumentCells, listTableCells } from './cells-of-file.ts';
import { inventedForms } from './invented-forms.ts';
import { checkFile } from './check-file.ts';
import { asOf } from './other-contents.ts';
import { seeded } from './seeded.ts';

const sources = await loadSources();

const samples: readonly (readonly [string, string, RequestFacts, number | undefined])[] = [
  ['posyandu-kenanga', '02_posyandu_kenanga_balita.csv', {}, 2],
  ['eppgbm', '05_eppgbm_export_pengukuran.csv', {}, 1],
  ['posyandu-ilp', '01_posyandu_ilp_bumil_nifas.json', {}, undefined],
  ['sistem-posyandu-imunisasi', '07_sistem_posyandu_imunisasi_rows.json', { place: 'posyandu-pengirim' }, undefined],
  ['sistem-posyandu-sasaran', '06_sistem_posyandu_sasaran_ibuhamil.csv', { place: 'posyandu-pengirim', date: '2025-10-27' }, 1],
];

describe('every element of every resource of a sample', () => {
  test.each(samples)('of %s names the cells that change it, and no others do', async (name, file, request, headerLine) => {
    const source = sources.get(name);
    if (source === undefined) throw new Error('no such source');
    const text = await readFile(join(packageRoot, 'sources', name, 'samples', file), 'utf8');
    const cells = headerLine === undefined ? listDocumentCells(text) : await listTableCells(text, headerLine);
    const checked = await checkFile(text, cells, { source, request, asOf }, seeded(7));
    expect({ unnamed: checked.unnamed, unmoved: checked.unmoved }).toEqual({ unnamed: [], unmoved: [] });
    // A register has no visits, and with them no resources.
    expect(checked.leaves > 100 || source.holds === 'pendaftaran').toBe(true);
    expect(checked.contents).toBeGreaterThan(50);
  });
});

describe('every element of every resource of an invented form', () => {
  test.each(inventedForms.map((form) => [form.name, form] as const))('of %s names the cells that change it', async (_, form) => {
    const { source, request, text, headerLine } = form;
    const cells = headerLine === undefined ? listDocumentCells(text) : await listTableCells(text, headerLine);
    const checked = await checkFile(text, cells, { source, request, asOf }, seeded(11));
    expect({ unnamed: checked.unnamed, unmoved: checked.unmoved }).toEqual({ unnamed: [], unmoved: [] });
    expect(checked.leaves).toBeGreaterThan(60);
    expect(checked.contents).toBeGreaterThan(15);
  });
});
