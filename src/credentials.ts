import { access, readFile } from 'node:fs/promises';
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
 * Credentials that lie open, by the IHS number of the Organization: those of the sandbox, with the site or in TITIAN_CREDENTIALS_FILE.
 * Outside `simulasi` there are none: there the puskesmas enters its own, with its letter of authority (field rules, 11).
 */
export async function readCredentials(config: Config): Promise<ReadonlyMap<string, Credential>> {
  if (config.environment !== 'simulasi') return new Map();
  const file = config.credentialsFile ?? join(config.siteDir, 'kredensial-simulasi.json');
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  // A site of one's own need not bring any.
  if (!isThere && config.credentialsFile === undefined) return new Map();
  const parsed: unknown = await readFile(file, 'utf8').then(JSON.parse, (cause: unknown) => {
    throw new CredentialsFault(
      `File kredensial ${file} tidak dapat dibaca sebagai JSON. / The credentials file ${file} cannot be read as JSON.`,
      { cause: nameOf(cause) },
    );
  });
  const check = new Ajv().compile<Record<string, Credential>>(schema);
  if (!check(parsed))
    throw new CredentialsFault(
      `File kredensial ${file} harus berisi {"<nomor Organization>": {"clientId", "clientSecret"}}. / The credentials file ${file} must hold {"<Organization number>": {"clientId", "clientSecret"}}.`,
    );
  return new Map(Object.entries(parsed));
}

/** Only which fault it was: the words of a parser quote what it could not read, and that may be a secret. */
function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'fault';
}
