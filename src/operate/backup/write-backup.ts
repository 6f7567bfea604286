import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { OperateFault } from '../operate-fault.ts';
import type { BackupHeader, TableDigest } from './archive.ts';
import { copyOut } from './copy-rows.ts';
import { listTables, oneTextEach, toCopyOut } from './list-tables.ts';
import { syncFolder } from '../../sync-folder.ts';

/** What was written, for the person who keeps it. */
export interface BackupMade {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file as it lies there, to compare copies by. */
  readonly sha256: string;
  readonly keyId: string;
  readonly tables: readonly TableDigest[];
}

/**
 * Writes everything the store keeps to a new file, as it was at one instant, beside a gateway at work. Memory stays flat.
 * Ciphertexts stay ciphertexts; the master key is not in it. The file appears whole, synced, mode 0600, or not at all.
 */
export async function writeBackup(client: ClientBase, file: string, now: Date): Promise<BackupMade> {
  await refuseExisting(file);
  const draft = `${file}.partial`;
  await rm(draft, { force: true });
  const handle = await open(draft, 'wx', 0o600).catch((cause: unknown) => {
    throw new OperateFault(`Berkas ${file} tidak dapat ditulis.`, `The file ${file} cannot be written.`, cause);
  });
  try {
    const made = await writeAll(client, handle, now);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    await syncFolder(dirname(file));
    return { file, ...made };
  } catch (fault) {
    await handle.close();
    await rm(draft, { force: true });
    throw fault;
  }
}

async function writeAll(client: ClientBase, handle: FileHandle, now: Date): Promise<Omit<BackupMade, 'file'>> {
  const gzip = createGzip({ level: 1 });
  const fileHash = createHash('sha256');
  let bytes = 0;
  const written = pipeline(gzip, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      fileHash.update(piece);
      bytes += piece.length;
      // From where the file ends so far, and all of it (unlike `write`).
      await handle.writeFile(piece);
    }
  });
  // A full disk is told by whoever writes next; this only keeps it from being a crash before.
  written.catch(() => undefined);
  const content = await writeContent(client, createLines(gzip), now);
  gzip.end();
  await written;
  return { ...content, bytes, sha256: fileHash.digest('hex') };
}

async function writeContent(client: ClientBase, out: Lines, now: Date): Promise<Pick<BackupMade, 'keyId' | 'tables'>> {
  await client.query(oneTextEach);
  await client.query('begin isolation level repeatable read read only');
  const header = await describe(client, now);
  await out.line(header);
  const tables: TableDigest[] = [];
  for (const table of await listTables(client)) {
    await out.line({ table: table.name, columns: table.columns });
    const hash = createHash('sha256');
    const rows = await copyOut(client, toCopyOut(table), (piece) => {
      hash.update(piece);
      return out.write(piece);
    });
    await out.write(Buffer.from('\\.\n'));
    tables.push({ table: table.name, rows, sha256: hash.digest('hex') });
  }
  await client.query('commit');
  await out.line({ manifest: tables });
  await out.line({ sha256: out.hash.copy().digest('hex') });
  return { keyId: header.keyId, tables };
}

async function describe(client: ClientBase, now: Date): Promise<BackupHeader> {
  const { rows: known } = await client.query<{ there: boolean }>("select to_regclass('meta') is not null as there");
  const key =
    known[0]?.there === true ? await client.query<{ value: string }>("select value from meta where name = 'master-key'") : undefined;
  const keyId = key?.rows[0]?.value.split(':', 1)[0];
  if (keyId === undefined)
    throw new OperateFault(
      'Basis data ini belum pernah dipakai Titian: belum ada yang dapat dicadangkan. Jalankan titian start dahulu.',
      'Titian never used this database: there is nothing to back up yet. Run titian start first.',
    );
  const { rows: versions } = await client.query<{ server: string }>("select current_setting('server_version') as server");
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration order by name');
  return { 'titian-backup': 1, madeAt: now.toISOString(), keyId, server: versions[0]?.server ?? '', migrations };
}

interface Lines {
  readonly hash: Hash;
  write(bytes: Buffer): Promise<void>;
  line(value: unknown): Promise<void>;
}

function createLines(gzip: Gzip): Lines {
  const hash = createHash('sha256');
  const write = (bytes: Buffer): Promise<void> => {
    hash.update(bytes);
    // Resolved when the piece has been taken, so that nothing piles up.
    return new Promise((resolve, reject) => {
      gzip.write(bytes, (fault) => {
        if (fault) reject(fault);
        else resolve();
      });
    });
  };
  return { hash, write, line: (value) => write(Buffer.from(`${JSON.stringify(value)}\n`)) };
}

async function refuseExisting(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) return;
  throw new OperateFault(
    `Berkas ${file} sudah ada dan tidak ditimpa. Pilih nama lain, misalnya dengan tanggal hari ini.`,
    `The file ${file} exists and is not overwritten. Choose another name, for example with today's date.`,
  );
}
