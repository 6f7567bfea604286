import { afterEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localDateOf, toMoment, toOffsetMinutes } from '../../src/map/places/local-time.ts';
import { packageRoot } from '../../src/root.ts';
import { aDatabase } from '../a-store.ts';
import { aDistrict, aPerson, type District } from './a-district.ts';

const hostZone = process.env['TITIAN_TEST_HOST_ZONE'];
let open: District | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

describe('a visit of which only the day is known, 1 August', () => {
  test.each([
    ['WIB', 'Asia/Jakarta'],
    ['WITA', 'Asia/Makassar'],
    ['WIT', 'Asia/Jayapura'],
  ])('in %s keeps its day and its month, waits at 07:00, and is never refused', async (_, zone) => {
    const date = '2025-08-01';
    const made = await aDistrict({ change: (place) => ({ ...place, zone }) });
    open = made;
    const { owe, deliver, at, outcomes, stored, calls } = made;
    at(toMoment(date, 7 * 60 - toOffsetMinutes(zone)).toISOString());
    await owe({ person: aPerson(), date });
    await deliver();
    expect(await outcomes()).toMatchObject({ waiting: 1, reasons: { 'menunggu-waktu': 1 } });
    expect((await calls())['POST fhir-r4/v1']).toBeUndefined();

    at(toMoment(date, 23 * 60).toISOString());
    await deliver();
    expect(await outcomes()).toMatchObject({ delivered: 1, rejected: 0 });
    const [encounter] = await stored('Encounter');
    const [weight] = await stored('Observation');
    const moments = [encounter?.period?.start, encounter?.period?.end, weight?.effectiveDateTime].map(String);
    expect(moments.map((moment) => [moment.slice(0, 10), localDateOf(new Date(moment), zone)])).toEqual(Array(3).fill([date, date]));
  });
});

if (hostZone === undefined) {
  describe('the zone of the machine', () => {
    test('changes nothing: the same claims hold in UTC, New York and Jayapura', async () => {
      const url = await aDatabase();
      await Promise.all(['UTC', 'America/New_York', 'Asia/Jayapura'].map((zone) => runIn(zone, url)));
    }, 60_000);
  });
} else {
  test(`this machine runs in ${hostZone}`, () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(hostZone);
  });
}

/** Runs this file in a process of that zone, on the same database server; rejects when a claim fails. */
async function runIn(zone: string, url: string): Promise<void> {
  const jest = join(packageRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  await promisify(execFile)(process.execPath, ['--experimental-vm-modules', jest, '--silent', 'test/deliver/zones.test.ts'], {
    cwd: packageRoot,
    env: { ...process.env, TZ: zone, TITIAN_TEST_HOST_ZONE: zone, TITIAN_TEST_DATABASE_URL: url },
  });
}
