import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Terminal } from '../../src/cli/compose-deliveries.ts';
import { readConfig } from '../../src/config.ts';
import { testKey } from '../a-store.ts';

/** What a command wrote, and what it gave back. */
export interface Ran<T> {
  readonly code: T;
  readonly out: string;
  readonly err: string;
}

/** A terminal whose settings name a database of tests. */
export interface TestTerminal {
  run<T>(work: (terminal: Terminal) => Promise<T>): Promise<Ran<T>>;
  close(): Promise<void>;
}

export async function aTerminal(url: string): Promise<TestTerminal> {
  const folder = await mkdtemp(join(tmpdir(), 'titian-terminal-'));
  await writeFile(join(folder, 'master.key'), testKey, { mode: 0o600 });
  const settings = { DATABASE_URL: url, TITIAN_DATA: join(folder, 'data'), TITIAN_MASTER_KEY_FILE: join(folder, 'master.key') };
  const config = readConfig({ ...settings, TITIAN_LOG_LEVEL: 'info' });
  return {
    run: async (work) => {
      const [out, err] = [aSink(), aSink()];
      const code = await work({ config, out: out.stream, err: err.stream });
      return { code, out: out.text(), err: err.text() };
    },
    close: () => rm(folder, { recursive: true }),
  };
}

function aSink(): { readonly stream: Writable; readonly text: () => string } {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => written.join('') };
}
