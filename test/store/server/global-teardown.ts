import { stopRun } from './run-server.ts';

/** Jest's globalTeardown: stops the server of the run, if one was started. */
export default async function globalTeardown(): Promise<void> {
  const folder = process.env['TITIAN_TEST_RUN'];
  if (folder !== undefined) await stopRun(folder);
}
