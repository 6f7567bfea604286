import { rmSync, statSync, utimesSync } from 'node:fs';
import { mkdir, open, rm, rmdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const beatMs = 1000;
/** A holder that has shown no life for so long was killed. */
const staleMs = 10_000;

/** Runs a task while no other command installs or builds in this clone; a killed holder's lock is taken over after ten seconds. */
export async function withBusyLock(path, task) {
  let told = false;
  while (!(await take(path))) {
    if (!told)
      process.stderr.write(
        'Menunggu perintah lain yang sedang memasang atau membangun ... / Waiting for another command that installs or builds ...\n',
      );
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
  if (ageMs(path) > staleMs) await removeStale(path);
  return false;
}

/** Only whoever makes the folder may look again and remove; else a slow second one would remove the lock that a quick first one just took. */
async function removeStale(path) {
  const turn = `${path}.turn`;
  try {
    await mkdir(turn);
  } catch {
    if (ageMs(turn) > staleMs) await rmdir(turn).catch(() => undefined);
    return;
  }
  if (ageMs(path) > staleMs) await rm(path, { force: true });
  await rmdir(turn);
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
