import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { generateKenanga } from '../generate/generate-kenanga.ts';
import { createSeededRandom } from '../generate/seeded-random.ts';
import { aGatewayHome, startGateway, sweep, type GatewayHome, type GatewayProcess } from './a-gateway-process.ts';

const seed = Number(process.env['TITIAN_KILL_SEED'] ?? '20250812');
const rows = 2000;
const kills = 10;

interface SandboxEncounter {
  readonly resource: { readonly subject: { readonly reference: string }; readonly period: { readonly start: string } };
}

describe('a gateway that is killed ten times', () => {
  const generated = generateKenanga({ rows, seed, date: '2025-08-12' });
  const random = createSeededRandom(seed);
  let home: GatewayHome;
  let gateway: GatewayProcess;
  let key = '';
  let accepted: { readonly id: string; readonly counts: Readonly<Record<string, number>> };

  beforeAll(async () => {
    home = await aGatewayHome();
    const people = join(home.dir, 'people.ndjson');
    await writeFile(people, generated.people);
    gateway = await startGateway(home, ['--people', people]);
    key = gateway.key ?? '';
    await submit();
    for (let kill = 0; kill < kills; kill += 1) await killOnce(kill);
    accepted = await waitUntilRead();
    await waitUntilQuiet();
  }, 300_000);

  afterAll(async () => {
    await gateway.stop();
    await sweep(home);
  });

  test('has a verdict for every row of the file', () => {
    const { counts } = accepted;
    expect((counts['accepted'] ?? 0) + (counts['warning'] ?? 0) + (counts['quarantined'] ?? 0) + (counts['skipped'] ?? 0)).toBe(
      counts['rows'],
    );
    expect(counts['rows']).toBe(generated.lines.filter(({ kind }) => kind !== 'judul' && kind !== 'kepala').length);
  });

  test('delivers every visit that may be sent, once', async () => {
    const encounters = await listEncounters();
    const contacts = encounters.map(({ resource }) => `${resource.subject.reference} ${resource.period.start}`);
    expect(encounters).toHaveLength(generated.visits.filter(({ outcome }) => outcome === 'arrives').length);
    expect(new Set(contacts).size).toBe(contacts.length);
  });

  test('leaves nothing twice in the sandbox', async () => {
    const { data } = await axios.get<{ readonly byIdentifier: readonly unknown[] }>(`${gateway.sandboxUrl}/_sandbox/duplicates`);
    expect(data.byIdentifier).toEqual([]);
  });

  async function submit(): Promise<string> {
    const { data } = await axios.post<{ readonly id: string }>(`${gateway.url}/v1/submissions`, generated.content, {
      params: { source: 'posyandu-kenanga' },
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    });
    return data.id;
  }

  /** Every second kill hits between the sandbox's commit and our settle: the sandbox keeps a visit and then says nothing. */
  async function killOnce(kill: number): Promise<void> {
    if (kill % 2 === 1) await waitForSilentCommit();
    else await pause(random.between(150, 1650));
    await gateway.kill();
    await axios.delete(`${gateway.sandboxUrl}/_sandbox/faults`);
    gateway = await startGateway(home);
  }

  async function waitForSilentCommit(): Promise<void> {
    await axios.post(`${gateway.sandboxUrl}/_sandbox/faults`, {
      kind: 'lost-after-commit',
      hang: true,
      times: 8,
      match: { method: 'POST', path: '^/fhir-r4/v1/?$' },
    });
    const before = (await listEncounters()).length;
    for (let tries = 0; tries < 100 && (await listEncounters()).length === before; tries += 1) await pause(50);
  }

  async function waitUntilRead(): Promise<typeof accepted> {
    const id = await submit();
    for (;;) {
      const { data } = await axios.get<typeof accepted & { readonly state: string }>(`${gateway.url}/v1/submissions/${id}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      if (data.state === 'selesai') return data;
      await pause(200);
    }
  }

  async function waitUntilQuiet(): Promise<void> {
    const wanted = generated.visits.filter(({ outcome }) => outcome === 'arrives').length;
    for (let still = 0, seen = -1; still < 20;) {
      const now = (await listEncounters()).length;
      still = now === seen && now >= wanted ? still + 1 : 0;
      seen = now;
      await pause(150);
    }
  }

  async function listEncounters(): Promise<readonly SandboxEncounter[]> {
    const found: SandboxEncounter[] = [];
    for (;;) {
      const { data } = await axios.get<{ readonly resources: readonly SandboxEncounter[] }>(`${gateway.sandboxUrl}/_sandbox/resources`, {
        params: { type: 'Encounter', written: 1, full: 1, limit: 1000, offset: found.length },
      });
      found.push(...data.resources);
      if (data.resources.length < 1000) return found;
    }
  }
});
