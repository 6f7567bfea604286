import { rmSync, statSync, utimesSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const beatMs = 1000;
/** A holder that has shown no life for so long was killed. */
const staleMs = 10_000;

/** Runs a task while no other command installs or builds in this clone; a killed holder's lock is taken over after ten seconds. */
export async function withBusyLock(path, task) {
  let told = false;
  while (!(await take(path))) {
    if (!told) process.stderr.write('Menunggu perintah lain yang sedang memasang atau membangun ... / Waiting for another command that installs or builds ...\n');
    told = true;
    await pause(500);
  }
  const beat = setInterval(() => touch(path), beatMs);
  const drop = () => rmSync(path, { force: true });
  process.on('exit', drop);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    process.off('exit', drop);
    drop();
  }
}

async function take(path) {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (ageMs(path) > staleMs) await setAside(path);
  return false;
}

/** Renaming is atomic: of two who find the same stale lock only one removes it. */
async function setAside(path) {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  await rm(aside, { force: true });
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Somebody removed it by hand; the work goes on.
  }
}
