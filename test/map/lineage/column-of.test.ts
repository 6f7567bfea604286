import { describe, expect, test } from '@jest/globals';
import { toColumnOf } from '../../../src/map/lineage/to-column-of.ts';
import { loadSources } from './a-file.ts';

const sources = await loadSources();

describe('a fault of a Patient or an Encounter', () => {
  test.each([
    ['posyandu-kenanga', 'Patient.birthDate', 'Tgl Lahir'],
    ['posyandu-kenanga', 'Patient.identifier[0].value', 'NIK'],
    ['posyandu-kenanga', 'Encounter.period.start', 'Tanggal Ukur'],
    ['posyandu-ilp', 'Patient.name[0].text', 'peserta.nama'],
    ['posyandu-ilp', 'Encounter.location[0].location', 'berkas.posyandu.nama'],
    // The place of this list stands in its title, in no column.
    ['posyandu-kenanga', 'Encounter.status', undefined],
  ])('of %s at %s is named by its column', (name, expression, column) => {
    expect(toColumnOf(expression, sources.get(name) ?? {})).toBe(column);
  });
});
