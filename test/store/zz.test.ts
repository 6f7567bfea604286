import { expect, test } from '@jest/globals';
import { makeRunFolder, runServerUrl, stopRun } from './server/run-server.ts';
test('t', async () => {
  const f = await makeRunFolder();
  let t = Date.now(); await runServerUrl(f); console.log('start', Date.now() - t);
  t = Date.now(); await stopRun(f); console.log('stop', Date.now() - t);
  expect(1).toBe(1);
}, 30000);
