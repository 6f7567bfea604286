import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { generateKenanga } from '../generate/generate-kenanga.ts';
import {
  aGatewayHome,
  askDatabase,
  databaseUrl,
  startGateway,
  sweep,
  until,
  type GatewayHome,
  type GatewayProcess,
} from './a-gateway-process.ts';

describe('two gateways on one database', () => {
  const generated = generateKenanga({ rows: 600, seed: 11, date: '2025-08-12' });
  const arriving = generated.visits.filter(({ outcome }) => outcome === 'arrives').length;
  let home: GatewayHome;
  let first: GatewayProcess;
  let second: GatewayProcess;
  const ids: string[] = [];

  beforeAll(async () => {
    home = await aGatewayHome();
    const people = join(home.dir, 'people.ndjson');
    await writeFile(people, generated.people);
    first = await startGateway(home, ['--people', people]);
    const other = { DATABASE_URL: await databaseUrl(home), TITIAN_SATUSEHAT_URL: first.sandboxUrl };
    second = await startGateway({ ...home, environment: { ...home.environment, ...other } });
    for (const { url } of [first, second]) ids.push(await submit(url));
    await until(readRows, (rows) => rows > 0);
    await first.kill();
    // The leases of the dead run out.
    await askDatabase(home, "update reading set lease_until = now() where state = 'reading'");
    await askDatabase(home, 'update owed set lease_until = now(), due = least(due, now()) where lease_owner is not null');
  }, 60_000);

  afterAll(async () => {
    await second.stop();
    await (await startGateway(home)).stop();
    await sweep(home);
  });

  test('take the same file as one submission', () => {
    expect(new Set(ids).size).toBe(1);
  });

  test('finish what the one that was killed had begun, and deliver each visit once', async () => {
    await until(
      () => askDatabase(home, 'select state from reading'),
      ([reading]) => reading?.['state'] === 'finished',
    );
    await until(countEncounters, (total) => total >= arriving);
    expect(await countEncounters()).toBe(arriving);
    const { data } = await axios.get<{ readonly byIdentifier: readonly unknown[] }>(`${first.sandboxUrl}/_sandbox/duplicates`);
    expect(data.byIdentifier).toEqual([]);
    expect(await readRows()).toBe(generated.lines.length);
  }, 45_000);

  async function submit(url: string): Promise<string> {
    const { data } = await axios.post<{ readonly id: string }>(`${url}/v1/submissions`, generated.content, {
      params: { source: 'posyandu-kenanga' },
      headers: { authorization: `Bearer ${first.key ?? ''}` },
    });
    return data.id;
  }

  async function readRows(): Promise<number> {
    return Number((await askDatabase(home, 'select count(*) as n from source_row'))[0]?.['n']);
  }

  async function countEncounters(): Promise<number> {
    const { data } = await axios.get<{ readonly total: number }>(`${first.sandboxUrl}/_sandbox/resources`, {
      params: { type: 'Encounter', written: 1, limit: 1 },
    });
    return data.total;
  }
});
