import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { OperateFault } from '../operate-fault.ts';

// A backup is gzip over lines. `zcat` shows it, and psql could load it:
//   {"titian-backup":1, …}          who made it, which master key and schema it needs
//   {"table":"place","columns":[…]} then rows as COPY writes them, then a line \.
//   {"manifest":[…]}                rows and SHA-256 of each table
//   {"sha256":"…"}                  of every byte before this line

const name = Type.String({ pattern: '^[a-z_][a-z0-9_]*$' });
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

const headerSchema = Type.Object({
  'titian-backup': Type.Literal(1),
  madeAt: Type.String(),
  /** Id of the master key without which nothing in it can be read. */
  keyId: Type.String({ pattern: '^[0-9a-f]{8}$' }),
  server: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), checksum: sha256 })),
});

const tableSchema = Type.Object({ table: name, columns: Type.Array(name, { minItems: 1 }) });
const manifestSchema = Type.Object({ manifest: Type.Array(Type.Object({ table: name, rows: Type.Integer({ minimum: 0 }), sha256 })) });
const sealSchema = Type.Object({ sha256 });

/** The first line of a backup. */
export type BackupHeader = Readonly<Static<typeof headerSchema>>;

/** What a table of a backup holds: its rows, and the SHA-256 of them as COPY writes them in the order of the primary key. */
export type TableDigest = Readonly<Static<typeof manifestSchema>['manifest'][number]>;

const ajv = new Ajv();
const isHeader = ajv.compile<Static<typeof headerSchema>>(headerSchema);
const isTable = ajv.compile<Static<typeof tableSchema>>(tableSchema);
const isManifest = ajv.compile<Static<typeof manifestSchema>>(manifestSchema);
const isSeal = ajv.compile<Static<typeof sealSchema>>(sealSchema);

/** Reads the first line; throws an OperateFault where a file is no backup, or one of another form. */
export function parseHeader(line: string): BackupHeader {
  const value = parse(line);
  if (!isHeader(value)) throw noBackup();
  return value;
}

/** Reads the line after the header or after a table: another table, or the manifest. */
export function parseSection(line: string): { readonly table: string; readonly columns: readonly string[] } | readonly TableDigest[] {
  const value = parse(line);
  if (isTable(value)) return value;
  if (isManifest(value)) return value.manifest;
  throw damaged();
}

/** Reads the last line. */
export function parseSeal(line: string): string {
  const value = parse(line);
  if (!isSeal(value)) throw damaged();
  return value.sha256;
}

/** A backup that is cut short or was changed, and is therefore no backup. */
export class DamagedBackup extends OperateFault {}

/** The fault of a file that is cut short or was changed. */
export function damaged(cause?: unknown): DamagedBackup {
  return new DamagedBackup(
    'Cadangan ini rusak atau terpotong: isinya tidak cocok dengan daftar dan sidik SHA-256 di dalamnya. Tidak ada yang dipulihkan darinya; pakai salinan lain.',
    'This backup is damaged or cut short: its content does not match the manifest and SHA-256 in it. Nothing was restored from it; use another copy.',
    cause,
  );
}

function noBackup(): OperateFault {
  return new OperateFault(
    'Berkas ini bukan cadangan Titian, atau dibuat oleh versi Titian yang lain. Yang diharapkan: berkas dari perintah titian backup.',
    'This file is no Titian backup, or was made by another version of Titian. Expected: a file made by titian backup.',
  );
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
