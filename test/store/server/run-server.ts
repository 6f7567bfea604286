import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../../../src/store/embedded/error-code.ts';
import { openEmbeddedServer } from '../../../src/store/embedded/embedded-server.ts';
import { findPostmaster } from '../../../src/store/embedded/postmaster.ts';

const prefix = 'titian-test-';

/** Makes the folder of a run. Nothing is started until a test asks for a server. */
export async function makeRunFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  // Run as root, the server has an account of its own and must be able to pass through.
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'pid'), String(process.pid));
  return folder;
}

/** The address of the run's server. The first process that asks starts it, the others wait for it. */
export async function runServerUrl(folder: string): Promise<string> {
  const file = join(folder, 'url');
  const first = await mkdir(join(folder, 'starting')).then(
    () => true,
    () => false,
  );
  if (first) await startServer(folder, file);
  for (let tries = 0; !existsSync(file); tries += 1) {
    if (tries > 600) throw new Error(`No test server came up in ${folder} within a minute.`);
    await pause(100);
  }
  return readFile(file, 'utf8');
}

/** Stops the server of a run, if one was started, and removes what it left. At once: nothing of it is to be kept. */
export async function stopRun(folder: string): Promise<void> {
  const postmaster = await findPostmaster(join(folder, 'data', 'postgres'));
  if (postmaster !== undefined) {
    process.kill(postmaster.pid, 'SIGQUIT');
    while ((await findPostmaster(join(folder, 'data', 'postgres'))) !== undefined) await pause(20);
  }
  await rm(folder, { recursive: true, force: true });
}

/** Stops servers whose run was killed before it could. */
export async function stopOrphans(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix)).map((name) => join(tmpdir(), name));
  for (const folder of folders) {
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => 'NaN'));
    if (Number.isInteger(pid) && !isAlive(pid)) await stopRun(folder);
  }
}

async function startServer(folder: string, file: string): Promise<void> {
  const { url } = await openEmbeddedServer({ dataDir: join(folder, 'data'), say: () => undefined });
  await writeFile(`${file}.draft`, url);
  await rename(`${file}.draft`, file);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
