import { execFile, spawn } from 'node:child_process';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const marker = 'TITIAN_OWN_MOUNTS';

/**
 * Runs this program again with mounts of its own, which end with it and which nobody else sees: as root, or as an ordinary user in a
 * namespace of users. Answers its exit code, 2 with the remedy where the machine does not allow it; undefined in the program that has them.
 */
export async function runWithOwnMounts(tell: (line: string) => void): Promise<number | undefined> {
  if (process.env[marker] !== undefined) return undefined;
  const way = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--mount', '--map-current-user', '--keep-caps'];
  const fault = await findMountFault(way);
  if (fault !== undefined) {
    tell(fault);
    return 2;
  }
  const args = [...way, process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn('unshare', args, { stdio: 'inherit', env: { ...process.env, [marker]: '1' } });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      resolve(code ?? 2);
    });
  });
}

async function findMountFault(way: readonly string[]): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'The proof needs Linux: it mounts a small tmpfs and fills it.';
  return run('unshare', [...way, 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'titian', '/mnt']).then(
    () => undefined,
    (cause: unknown) =>
      `A small volume cannot be mounted here. Run as root (in a container with --cap-add=SYS_ADMIN), or as a user who may make namespaces (unshare of util-linux 2.36 or newer; sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0). It said: ${cause instanceof Error ? cause.message.trim() : 'unknown'}`,
  );
}

/** A volume so small that it can be filled. */
export interface SmallVolume {
  readonly dir: string;
  /** Leaves so many megabytes of it free; 0 is not a byte. */
  fill(leftMegabytes: number): Promise<void>;
  /** Gives back what was filled. */
  free(): Promise<void>;
  close(): Promise<void>;
}

/** Mounts a tmpfs of so many megabytes in a folder that is made for it. */
export async function mountSmallVolume(dir: string, megabytes: number): Promise<SmallVolume> {
  await mkdir(dir, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=755`, 'titian', dir]);
  const ballast = join(dir, 'ballast');
  return {
    dir,
    fill: (leftMegabytes) => fill(dir, ballast, leftMegabytes),
    free: () => rm(ballast, { force: true }),
    close: async () => {
      await run('umount', ['--lazy', dir]);
    },
  };
}

async function fill(dir: string, ballast: string, leftMegabytes: number): Promise<void> {
  const file = await open(ballast, 'a');
  try {
    for (const block of [Buffer.alloc(1_048_576, 1), Buffer.alloc(4096, 1)])
      while ((await freeBytes(dir)) - block.length >= leftMegabytes * 1_048_576 && (await append(file, block)));
  } finally {
    await file.close();
  }
}

async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

/** False where there was no room: others write too. */
async function append(file: Awaited<ReturnType<typeof open>>, block: Buffer): Promise<boolean> {
  try {
    return (await file.write(block)).bytesWritten === block.length;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw fault;
  }
}
