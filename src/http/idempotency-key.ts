import type { Request } from 'express';
import { Refusal } from './refusal.ts';

/** 1 to 255 visible ASCII characters. */
const visible = /^[\x21-\x7e]{1,255}$/;
/** RFC 8941, 3.3.3: a quoted string, in which only quotes and backslashes are escaped. */
const quoted = /^"(?:[^"\\]|\\["\\])*"$/;

/**
 * The sender's own key of a request (draft-ietf-httpapi-idempotency-key-header-07), undefined where there is none. The draft writes it as a
 * quoted string, most senders write it bare: both mean the same key. Throws a Refusal for a header that is no key.
 */
export function readIdempotencyKey(request: Pick<Request, 'headers'>): string | undefined {
  const written = request.headers['idempotency-key'];
  if (written === undefined) return undefined;
  // Node joins a header that came twice with a comma and a space, which is no key either.
  const text = String(written);
  const key = quoted.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;
  if (!visible.test(key) || (key === text && text.startsWith('"'))) throw new Refusal(400, [badKey]);
  return key;
}

/** 409: the key was used before for something else. */
export function toOtherRequest(): Refusal {
  return new Refusal(409, [otherRequest]);
}

/** 409: the first request under the key is not done yet. */
export function toUnderWay(): Refusal {
  return new Refusal(409, [underWay], { 'retry-after': '5' });
}

const badKey = {
  severity: 'error',
  type: 'value',
  code: 'kunci-idempotensi-rusak',
  text: 'Kepala Idempotency-Key harus ditulis satu kali dan berisi 1 sampai 255 karakter ASCII yang terlihat, tanpa spasi, misalnya UUID baru untuk setiap kiriman.',
  diagnostics:
    'The header Idempotency-Key must come once and hold 1 to 255 visible ASCII characters without spaces, such as a new UUID for each submission.',
} as const;

const otherRequest = {
  severity: 'error',
  type: 'conflict',
  code: 'kunci-idempotensi-lain-isi',
  text: 'Idempotency-Key ini sudah dipakai untuk kiriman lain (isi file, source, place, date, atau file berbeda). Tidak ada yang disimpan. Pakai kunci baru untuk kiriman ini; kirim ulang yang lama hanya dengan isi yang sama.',
  diagnostics:
    'This Idempotency-Key was used for another submission (other bytes, source, place, date or file). Nothing was stored. Use a new key for this one; repeat the old one only with the same content.',
} as const;

const underWay = {
  severity: 'error',
  type: 'conflict',
  code: 'kunci-idempotensi-sedang-dikerjakan',
  text: 'Kiriman pertama dengan Idempotency-Key ini masih dikerjakan. Kirim ulang permintaan yang sama beberapa detik lagi; jawabannya akan sama.',
  diagnostics:
    'The first submission with this Idempotency-Key is still being worked on. Send the same request again in a few seconds; the answer will be the same.',
} as const;
