import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import type { Config } from './config.ts';

/** What a puskesmas received to speak for its Organization. */
export interface Credential {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The credentials file cannot be used; the message never holds a secret. */
export class CredentialsFault extends Error {}

const schema = Type.Record(
  Type.String(),
  Type.Object({ clientId: Type.String({ minLength: 1 }), clientSecret: Type.String({ minLength: 1 }) }),
);

/**
 * Reads client credentials by the IHS number of the Organization. In `simulasi` those of the sandbox lie openly with the site;
 * elsewhere they are a 0600 file of the puskesmas, named by TITIAN_CREDENTIALS_FILE.
 */
export async function readCredentials(config: Config): Promise<ReadonlyMap<string, Credential>> {
  const file = config.credentialsFile ?? join(config.siteDir, 'kredensial-simulasi.json');
  if (config.environment !== 'simulasi') await refuseOpenFile(file);
  const parsed: unknown = await readFile(file, 'utf8').then(JSON.parse, (cause: unknown) => {
    throw new CredentialsFault(
      `File kredensial ${file} tidak dapat dibaca sebagai JSON. / The credentials file ${file} cannot be read as JSON.`,
      { cause },
    );
  });
  const check = new Ajv().compile<Record<string, Credential>>(schema);
  if (!check(parsed))
    throw new CredentialsFault(
      `File kredensial ${file} harus berisi {"<nomor Organization>": {"clientId", "clientSecret"}}. / The credentials file ${file} must hold {"<Organization number>": {"clientId", "clientSecret"}}.`,
    );
  return new Map(Object.entries(parsed));
}

async function refuseOpenFile(file: string): Promise<void> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw new CredentialsFault(`File kredensial ${file} tidak ada. / There is no credentials file ${file}.`, { cause });
  });
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new CredentialsFault(
      `File kredensial ${file} terbuka bagi pengguna lain; jalankan chmod 600. / The credentials file ${file} is open to others; run chmod 600.`,
    );
}
