import { afterEach, describe, expect, test } from '@jest/globals';
import { aSandbox, type Sandbox } from './a-sandbox.ts';

let sandbox: Sandbox | undefined;
afterEach(async () => {
  await sandbox?.simulator.stop();
  sandbox = undefined;
});
const start = async (): Promise<Sandbox> => (sandbox = await aSandbox());

describe('a disturbance that cannot be meant is refused with the setting named', () => {
  test.each([
    [{ kind: 'quota', limit: -1 }, '"limit" harus / must be: angka / a number > 0'],
    [{ kind: 'quota', limit: '50' }, '"limit" harus / must be: angka / a number > 0'],
    [{ kind: 'quota', style: 'sliding' }, '"style" harus / must be: window | bucket'],
    [{ kind: 'status', status: 200 }, '"status" harus / must be: angka / a number 300-599'],
    [{ kind: 'status-503', probability: 2 }, '"probability" harus / must be: angka / a number 0-1'],
    [{ kind: 'late-commit', afterSeconds: '30' }, '"afterSeconds" harus / must be: angka / a number >= 0'],
    [{ kind: 'html-200', time: 2 }, '"time" tidak dikenal / is not known; kind, times,'],
    [{ kind: 'html-200', match: { patth: 'x' } }, '"match.patth" tidak dikenal / is not known; method, path, client, resource'],
    [{ kind: 'html-200', match: ['POST'] }, '"match" harus / must be: objek'],
    [{ kind: 'html-200', ['__proto__x']: 1 }, '"__proto__x" tidak dikenal'],
  ])('%j', async (spec, words) => {
    const { http } = await start();
    const answer = await http.post('/_sandbox/faults', [spec]);
    const listed = (await http.get('/_sandbox/faults')).data as { faults: unknown[] };

    expect([answer.status, JSON.stringify(answer.data).replaceAll('\\"', '"').includes(words), listed.faults]).toEqual([400, true, []]);
  });
});

test('a body of lists in lists without end is a broken body, not a fault of the platform', async () => {
  const fhir = await (await start()).signedIn();
  const deep = `{"resourceType":"Condition","a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const answer = await fhir.post('/Condition', Buffer.from(deep), { headers: { 'content-type': 'application/json' } });

  expect([answer.status, JSON.stringify(answer.data).includes('RuleNumber: 20006')]).toEqual([400, true]);
});
