import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { TableDigest } from './archive.ts';
import { copyOut } from './copy-rows.ts';
import { listTables, oneTextEach, toCopyOut } from './list-tables.ts';

/** A table of a restored database beside what the backup promised. */
export interface TableCompared {
  readonly table: string;
  readonly promised: number;
  readonly rows: number;
  readonly same: boolean;
}

/** Writes every table of a restored database out again and compares rows and SHA-256 with what the backup promised. */
export async function verifyRestored(client: ClientBase, promised: readonly TableDigest[]): Promise<readonly TableCompared[]> {
  await client.query(oneTextEach);
  const compared: TableCompared[] = [];
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  for (const { table, rows: expected, sha256 } of promised) {
    const found = tables.get(table);
    const hash = createHash('sha256');
    const rows = found === undefined ? 0 : await copyOut(client, toCopyOut(found), (piece) => Promise.resolve(void hash.update(piece)));
    compared.push({ table, promised: expected, rows, same: rows === expected && hash.digest('hex') === sha256 });
  }
  return compared;
}
