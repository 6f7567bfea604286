import { execFile } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import type { DurableDisk } from './durable-disk.ts';
import { TraceFault } from './trace-fault.ts';
import { segmentBytes, type Lsn } from './wal-reader.ts';

/** What becomes of sectors that were written and not synced: all there, none there, each by chance; and, of the log alone, sectors of zeros or of rubbish. */
export const fates = ['kept', 'lost', 'mixed', 'zeroed', 'garbled'] as const;
export type Fate = (typeof fates)[number];

/** An image before it is made. */
export interface ImagePlan {
  readonly data: Extract<Fate, 'kept' | 'lost' | 'mixed'>;
  readonly log: Fate;
}

/** What was changed: sectors that had been written and not synced, and how many of them the image has lost or spoilt. */
export interface ImageDamage {
  readonly unsyncedData: number;
  readonly unsyncedLog: number;
  readonly spoilt: number;
}

/** Draws the fates of an image. */
export function planImage(random: SeededRandom): ImagePlan {
  return {
    data: random.pick(['kept', 'lost', 'mixed', 'mixed']),
    log: random.pick(['kept', 'lost', 'mixed', 'mixed', 'zeroed', 'garbled', 'garbled']),
  };
}

const sectorBytes = 512;
/** Rubbish and zeros reach this far beyond what is durable, also where nothing had been written yet. */
const spoiltBytes = 64 * sectorBytes;

/** Copies a data directory while its server stands still. What a running server keeps beside its data is left out. */
export async function copyDataDirectory(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  // Not Node's own cp, which does not keep owners: the server runs as another user where we are root.
  await promisify(execFile)('cp', ['-a', from, to]);
  await Promise.all(['postmaster.pid', 'postmaster.opts'].map((name) => rm(join(to, name), { force: true })));
}

interface Spoiling {
  readonly plan: ImagePlan;
  readonly disk: DurableDisk;
  readonly durable: Lsn;
  readonly random: SeededRandom;
  readonly damage: { unsyncedData: number; unsyncedLog: number; spoilt: number };
}

/**
 * Turns a copy into what a power cut might have left: every sector of 512 bytes is as it was last synced or as it was written since, and the log
 * may hold zeros or rubbish from the first sector on that lies wholly behind its durable end.
 */
export async function spoilImage(
  image: string,
  { plan, disk, durable }: { readonly plan: ImagePlan; readonly disk: DurableDisk; readonly durable: Lsn },
  random: SeededRandom,
): Promise<ImageDamage> {
  const spoiling: Spoiling = { plan, disk, durable, random, damage: { unsyncedData: 0, unsyncedLog: 0, spoilt: 0 } };
  const files = (await readdir(image, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    spoilFile(path, path.slice(image.length + 1), spoiling);
  }
  return spoiling.damage;
}

const logFile = /^pg_wal\/([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/;

function spoilFile(path: string, file: string, spoiling: Spoiling): void {
  const open = openSync(path, 'r+');
  try {
    const { size } = fstatSync(open);
    const written = readAll(open, size);
    const synced = Buffer.alloc(size);
    spoiling.disk.read(file, 0, size)?.copy(synced);
    const begin = toLogBegin(file);
    const before = spoiling.damage.spoilt;
    if (begin !== undefined) spoilLog(written, synced, begin, spoiling);
    else if (!written.equals(synced)) spoilData(written, synced, spoiling);
    if (spoiling.damage.spoilt > before) writeSync(open, written, 0, size, 0);
  } finally {
    closeSync(open);
  }
}

function readAll(open: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  readSync(open, bytes, 0, size, 0);
  return bytes;
}

/** Where a segment begins in the log; undefined for a file that is none. */
function toLogBegin(file: string): Lsn | undefined {
  const [, , high, low] = logFile.exec(file) ?? [];
  return high === undefined || low === undefined
    ? undefined
    : Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16) * segmentBytes;
}

function spoilData(written: Buffer, synced: Buffer, { plan, random, damage }: Spoiling): void {
  for (let at = 0; at < written.length; at += sectorBytes) {
    const old = synced.subarray(at, at + sectorBytes);
    if (old.equals(written.subarray(at, at + sectorBytes))) continue;
    damage.unsyncedData += 1;
    const sector = written.subarray(at, at + sectorBytes);
    if (plan.data !== 'kept' && revert(sector, old, plan.data === 'lost' ? 100 : 50, random)) damage.spoilt += 1;
  }
}

function spoilLog(written: Buffer, synced: Buffer, begin: Lsn, { plan, durable, random, damage }: Spoiling): void {
  for (let at = 0; at < written.length; at += sectorBytes) {
    const sector = written.subarray(at, at + sectorBytes);
    const old = synced.subarray(at, at + sectorBytes);
    const unsynced = !old.equals(sector);
    if (unsynced && begin + at + sectorBytes <= durable)
      throw new TraceFault('The log differs before its durable end: the trace has missed something');
    if (unsynced) damage.unsyncedLog += 1;
    if (spoilSector(sector, old, { fate: plan.log, free: begin + at >= durable && begin + at < durable + spoiltBytes, random }))
      damage.spoilt += 1;
  }
}

/** `free`: nothing that is durable lies in it, and it is near enough to the durable end to be spoilt. */
function spoilSector(
  sector: Buffer,
  old: Buffer,
  { fate, free, random }: { readonly fate: Fate; readonly free: boolean; readonly random: SeededRandom },
): boolean {
  if (fate === 'kept') return false;
  if (free && fate !== 'lost' && fate !== 'mixed' && random.chance(70)) {
    overwrite(sector, fate, random);
    return true;
  }
  return !old.equals(sector) && revert(sector, old, fate === 'lost' ? 100 : 50, random);
}

function revert(sector: Buffer, old: Buffer, percent: number, random: SeededRandom): boolean {
  const lost = random.chance(percent);
  if (lost) old.copy(sector);
  return lost;
}

function overwrite(sector: Buffer, fate: 'zeroed' | 'garbled', random: SeededRandom): void {
  for (let at = 0; at < sector.length; at += 1) sector[at] = fate === 'zeroed' ? 0 : random.between(0, 255);
}
