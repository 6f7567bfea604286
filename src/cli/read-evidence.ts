import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Type, type Static } from '@sinclair/typebox';
import { Ajv, type ValidateFunction } from 'ajv';
import axios, { AxiosError } from 'axios';
import type { JWK } from 'jose';
import type { HashedVerdict } from '../receipt/receipt-lines.ts';

/** A receipt, keys or rows cannot be read at all; the message says what to do. */
export class EvidenceFault extends Error {
  override readonly name = 'EvidenceFault';
}

const keySchema = Type.Object({ keys: Type.Array(Type.Object({ kty: Type.String() })) });
const rowSchema = Type.Object({
  row: Type.Union([Type.Number(), Type.String()]),
  status: Type.String(),
  heading: Type.Boolean(),
  reason: Type.Optional(Type.String()),
  issues: Type.Array(Type.Object({ severity: Type.String(), code: Type.String(), cell: Type.Optional(Type.String()) })),
});
const rowsSchema = Type.Union([Type.Array(rowSchema), Type.Object({ rows: Type.Array(rowSchema) })]);
const receiptSchema = Type.Object({ receipt: Type.String() });

const ajv = new Ajv();
const isKeySet = ajv.compile<Static<typeof keySchema>>(keySchema);
const isReceipt = ajv.compile<Static<typeof receiptSchema>>(receiptSchema);
// Which severities there are is for whoever made the rows; here they are only hashed.
const isRows: ValidateFunction<readonly HashedVerdict[] | { readonly rows: readonly HashedVerdict[] }> = ajv.compile(rowsSchema);

/** The receipt in a file: the compact text itself, or the JSON that the gateway gives with `?format=json`. */
export async function readReceipt(file: string): Promise<string> {
  const text = (await readText(file)).trim();
  if (!text.startsWith('{')) return text;
  const value = parse(text);
  if (isReceipt(value)) return value.receipt;
  throw new EvidenceFault(
    `${file}: JSON tanpa "receipt". Yang diharapkan: jawaban GET /v1/submissions/:id/receipt. / JSON without "receipt". Expected: the answer of GET /v1/submissions/:id/receipt.`,
  );
}

/** Public keys (RFC 7517) of a file or an address. */
export async function readKeys(from: string): Promise<readonly JWK[]> {
  const value = /^https?:\/\//.test(from) ? await fetchJson(from) : parse(await readText(from));
  if (isKeySet(value)) return value.keys;
  throw new EvidenceFault(
    `${from}: bukan daftar kunci publik (JWKS). Ambil dari /.well-known/jwks.json gateway yang membuat tanda terima. / not a set of public keys (JWKS). Get it from /.well-known/jwks.json of the gateway that made the receipt.`,
  );
}

/** Rows as `GET /v1/submissions/:id/rows` gives them, page after page. */
export async function readRows(files: readonly string[]): Promise<readonly HashedVerdict[]> {
  const pages: HashedVerdict[] = [];
  for (const file of files) {
    const value = parse(await readText(file));
    if (!isRows(value))
      throw new EvidenceFault(
        `${file}: bukan daftar baris. Simpan jawaban GET /v1/submissions/:id/rows apa adanya. / not a list of rows. Save the answer of GET /v1/submissions/:id/rows as it is.`,
      );
    pages.push(...('rows' in value ? value.rows : value));
  }
  return pages;
}

/** Length and SHA-256 of a file, read piece by piece. */
export async function hashFile(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(file), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  }).catch((cause: unknown) => {
    throw cannotRead(file, cause);
  });
  return { bytes, sha256: hash.digest('hex') };
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw cannotRead(file, cause);
  });
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await axios.get<unknown>(url, { timeout: 10_000, maxContentLength: 1_048_576 }).catch((cause: unknown) => {
    const code = cause instanceof AxiosError ? (cause.code ?? cause.name) : 'unknown';
    throw new EvidenceFault(
      `${url} tidak memberi kunci publik (${code}). Jalankan gateway, atau sebut berkasnya dengan --jwks. / gives no public keys (${code}). Start the gateway, or name a file with --jwks.`,
      { cause },
    );
  });
  return answer.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cannotRead(file: string, cause: unknown): EvidenceFault {
  return new EvidenceFault(`${file}: tidak dapat dibaca, periksa jalur dan haknya / cannot be read, check its path and rights`, { cause });
}
