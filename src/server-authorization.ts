import { readFile, stat } from 'node:fs/promises';
import type { FhirServerSettings } from './config.ts';

/** The file with the header for a FHIR server cannot be used; the message never holds what is in it. */
export class ServerAuthorizationFault extends Error {
  override readonly name = 'ServerAuthorizationFault';
}

/** One line of visible ASCII, such as `Bearer ...` or `Basic ...` (RFC 9110, 11.6.2). */
const headerLine = /^[\x21-\x7e][\x20-\x7e]{0,8190}$/;

/**
 * The whole header `Authorization` for a FHIR server of one's own; undefined where the settings name no file.
 * Throws a ServerAuthorizationFault where the file is missing, may be read by others, or holds no header of one line.
 */
export async function readServerAuthorization({ authFile }: Pick<FhirServerSettings, 'authFile'>): Promise<string | undefined> {
  if (authFile === undefined) return undefined;
  const found = await stat(authFile).catch(() => undefined);
  if (found?.isFile() !== true) throw toFault(authFile, 'tidak ada', 'is not there');
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw toFault(authFile, 'dapat dibaca orang lain; jalankan: chmod 600', 'may be read by others; run: chmod 600');
  const text = await readFile(authFile, 'utf8').catch(() => {
    throw toFault(authFile, 'tidak dapat dibaca', 'cannot be read');
  });
  const header = text.trim();
  if (!headerLine.test(header))
    throw toFault(authFile, 'harus berisi satu baris, misalnya "Bearer ..."', 'must hold one line, such as "Bearer ..."');
  return header;
}

function toFault(file: string, id: string, en: string): ServerAuthorizationFault {
  return new ServerAuthorizationFault(`TITIAN_FHIR_SERVER_AUTH_FILE ${file}: ${id} / ${en}`);
}
