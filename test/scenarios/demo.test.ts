import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axios from 'axios';
import { packageRoot } from '../../src/root.ts';
import { keepSandbox, type SandboxProcess } from '../../src/sandbox-process.ts';
import { aGatewayHome, sweep, type GatewayHome } from './a-gateway-process.ts';

const run = promisify(execFile);

/** What the demo says in its last line, on all sample files (expected outcomes: sources/<name>/samples/*.expected.json). */
const expected = {
  files: [
    { file: '01_posyandu_ilp_bumil_nifas.json', rows: 3, accepted: 3, warning: 0, quarantined: 0, skipped: 0 },
    { file: '02_posyandu_kenanga_balita.csv', rows: 11, accepted: 1, warning: 7, quarantined: 0, skipped: 3 },
    { file: '05_eppgbm_export_pengukuran.csv', rows: 5, accepted: 2, warning: 3, quarantined: 0, skipped: 0 },
    { file: '06_sistem_posyandu_sasaran_ibuhamil.csv', rows: 4, accepted: 2, warning: 2, quarantined: 0, skipped: 0 },
    { file: '07_sistem_posyandu_imunisasi_rows.json', rows: 13, accepted: 10, warning: 1, quarantined: 1, skipped: 1 },
  ],
  visits: 22,
  resources: 190,
  delivered: 13,
  held: 0,
  waiting: 4,
  rejected: 0,
};

describe('the demo', () => {
  let home: GatewayHome;
  let sandbox: SandboxProcess;
  const said: unknown[] = [];

  beforeAll(async () => {
    home = await aGatewayHome();
    for (let time = 0; time < 2; time += 1) {
      const { stdout } = await run(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), 'demo', '--json'], {
        env: { ...home.environment },
      });
      said.push(JSON.parse(stdout.trim()));
    }
    sandbox = await keepSandbox({ port: 0, dataDir: join(home.dir, 'data-demo', 'sandbox'), people: [] });
  }, 120_000);

  afterAll(async () => {
    await sandbox.stop();
    await sweep(home, 'data-demo');
    await rm(home.dir, { recursive: true, force: true });
  });

  test('does the main job on the samples', () => {
    const { warnings, ...rest } = said[0] as typeof expected & { readonly warnings: number };
    expect(rest).toEqual(expected);
    // Which of them time has ended by now depends on the day; those of children last.
    expect(warnings).toBeGreaterThan(5);
  });

  test('adds nothing the second time', () => {
    expect(said[1]).toEqual(said[0]);
  });

  test('leaves in the sandbox exactly the visits that may be sent, once', async () => {
    const { data } = await axios.get<{ readonly resources: readonly { readonly subject: string; readonly instant: string }[] }>(
      `${sandbox.url}/_sandbox/resources`,
      {
        params: { type: 'Encounter', written: 1 },
      },
    );
    const people = await Promise.all(data.resources.map(({ subject }) => findNik(subject)));
    expect(people.sort()).toEqual([
      ...Array.from({ length: 6 }, () => '3271992001259561'),
      ...['6471994211079502', '6471995403969501', '6471996506859503'],
      ...['6472990112219516', '6472991805239511', '6472994302249512'],
      // Arsyila has no NIK of her own: she is found by her mother's, her birth date and her name.
      'Patient/P99000000205',
    ]);
  });

  /** The sandbox's own list of people tells whose number an Encounter bears. */
  async function findNik(subject: string): Promise<string> {
    const { default: people } = (await import(join(packageRoot, 'site-example', 'simulator', 'people.json'), {
      with: { type: 'json' },
    })) as {
      readonly default: Readonly<Record<string, readonly { readonly ihs?: string; readonly nik: string }[]>>;
    };
    const all = Object.values(people).flat();
    return all.find(({ ihs }) => subject.endsWith(ihs ?? 'nobody'))?.nik ?? subject;
  }
});
