import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '@medplum/fhirtypes';
import { describe, expect, test } from '@jest/globals';
import { isBlocking } from '../../../src/fhir/issue.ts';
import { profiles, systems } from '../../../src/fhir/systems.ts';
import { toProvenance, type ProvenanceInput } from '../../../src/map/lineage/to-provenance.ts';
import { packageRoot } from '../../../src/root.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';
import { loadSources, site, trace } from './a-file.ts';
import { asOf } from './other-contents.ts';

const validator = await loadValidator();
const source = (await loadSources()).get('posyandu-ilp');
if (source === undefined) throw new Error('no such source');
const text = await readFile(join(packageRoot, 'sources/posyandu-ilp/samples/01_posyandu_ilp_bumil_nifas.json'), 'utf8');
const read = await trace(text, { source, request: {}, asOf });
const place = site.places.get('posyandu-kamboja-2');
const puskesmas = site.places.get('puskesmas-karang-joang');
const [first, named] = [read.visits[0], read.lineage[0]];
if (place === undefined || puskesmas === undefined || first === undefined || named === undefined) throw new Error('the sample has a visit');

const uuid = (at: number): string => `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const traced = { ...named, resources: named.resources.map((resource, at) => ({ ...resource, fullUrl: uuid(at) })) };
const urls = traced.resources.map(({ fullUrl }) => fullUrl);
const closing = uuid(999);
const bundle: Bundle = { resourceType: 'Bundle', type: 'collection', entry: [...urls, closing].map((fullUrl) => ({ fullUrl })) };

const input: ProvenanceInput = {
  ...{ id: 'asal-1', recorded: '2025-08-01T03:00:00+00:00', visit: first.visit, place, bundle, record: 'hash-rekaman' },
  environment: 'simulasi',
  tables: { 'posyandu-ilp': source.version, programme: 'v1' },
};

describe('the Provenance of a visit', () => {
  test('is valid, with and without its lineage and the closing code of a policy', () => {
    const given = [input, { ...input, lineage: traced }, { ...input, administrative: { id: 'asal-2', fullUrls: [closing], puskesmas } }];
    expect(given.flatMap(toProvenance).flatMap((one) => validator.validate(one).issues.filter(isBlocking))).toEqual([]);
  });

  test('follows the profile of Provenances, marked with the environment; the profile misses who put it together, and out of what', () => {
    const made = toProvenance({ ...input, lineage: traced, administrative: { id: 'asal-2', fullUrls: [closing], puskesmas } });
    const meta = { profile: [profiles.provenance], tag: [{ system: systems.environment, code: 'simulasi' }] };
    expect(made.map((one) => one.meta)).toEqual([meta, meta]);

    const faulty = made.flatMap(({ entity, agent: [, ...others], ...rest }) => [
      { ...rest, agent: others, ...(entity && { entity }) },
      { ...rest, agent: rest.target.map(() => ({ who: { display: 'Titian' } })) },
      { ...rest, agent: others, activity: {} },
    ]);
    expect(faulty.map((one) => validator.isValid(one))).toEqual(faulty.map(() => false));
  });

  test('names the record by its hash, the tables by their versions, and whoever wrote it down by kind and place', () => {
    const [made] = toProvenance(input);
    expect(made).toMatchObject({
      entity: [{ role: 'source', what: { identifier: { value: 'hash-rekaman' } } }],
      agent: [
        { type: { coding: [{ code: 'assembler' }] }, who: { display: `Titian: posyandu-ilp ${source.version}, programme v1` } },
        {
          type: { coding: [{ code: 'author' }] },
          who: { display: 'Kader' },
          onBehalfOf: { identifier: { value: 'posyandu-kamboja-2' } },
        },
        { type: { coding: [{ code: 'verifier' }] }, role: [{ coding: [{ code: 'diverifikasi-nakes' }] }] },
      ],
    });
  });

  test('says of what a policy added that it is administrative, and says it of nothing else', () => {
    const [made, added] = toProvenance({ ...input, administrative: { id: 'asal-2', fullUrls: [closing], puskesmas } });
    expect(made?.target.map(({ reference }) => reference)).toEqual(urls);
    expect([added?.target, added?.activity?.text]).toEqual([[{ reference: closing }], expect.stringContaining('administratif')]);
  });

  test('says of every element of every resource where it comes from, and quotes nothing of it', () => {
    const [made] = toProvenance({ ...input, lineage: traced });
    const count = traced.resources.reduce((sum, { origins, needs }) => sum + origins.length + (needs.length > 0 ? 1 : 0), 0);
    expect(made?.extension).toHaveLength(count);
    expect(JSON.stringify(made?.extension)).toContain('$.data[0] [pemeriksaan.bbBumil]');
    expect(JSON.stringify(made)).not.toMatch(/WULAN|6471995403969501|1996-03-14|52[.,]3/);
  });
});
