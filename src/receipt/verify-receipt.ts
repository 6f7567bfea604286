import { Ajv } from 'ajv';
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { claimsSchema, receiptType, type ReceiptClaims } from './claims.ts';

/** Why a receipt does not hold. */
export type ReceiptFault = 'bukan-tanda-terima' | 'algoritma' | 'jenis' | 'kunci-tidak-dikenal' | 'tanda-tangan' | 'isi';

/** What verifying the signature found. */
export type VerifiedReceipt =
  { readonly holds: true; readonly kid: string; readonly claims: ReceiptClaims } | { readonly holds: false; readonly fault: ReceiptFault };

const isClaims = new Ajv().compile<ReceiptClaims>(claimsSchema);

/**
 * Verifies a receipt with public keys alone: nothing is asked of anybody. Only EdDSA over Ed25519 with a key of the set is a signature here,
 * whatever the header says (RFC 8725, 3.1), and each of the three parts must be the one text of its bytes.
 */
export async function verifyReceipt(jws: string, keys: readonly JWK[]): Promise<VerifiedReceipt> {
  const header = readHeader(jws);
  const fault = findFault(header);
  if (fault !== undefined) return { holds: false, fault };
  const key = keys.find(({ kid, kty, crv }) => kid !== undefined && kid === header?.kid && kty === 'OKP' && crv === 'Ed25519');
  if (key?.x === undefined) return { holds: false, fault: 'kunci-tidak-dikenal' };
  const payload = await openSigned(jws, key.x);
  if (payload === undefined) return { holds: false, fault: 'tanda-tangan' };
  const claims = parse(payload);
  return isClaims(claims) ? { holds: true, kid: key.kid ?? '', claims } : { holds: false, fault: 'isi' };
}

type Header = ReturnType<typeof decodeProtectedHeader>;

function findFault(header: Header | undefined): ReceiptFault | undefined {
  if (header === undefined) return 'bukan-tanda-terima';
  if (header.alg !== 'EdDSA' || header.crit !== undefined) return 'algoritma';
  return header.typ === receiptType ? undefined : 'jenis';
}

/** Base64url has spare bits at the end of a part: only the text an encoder writes is accepted, so that no byte can be changed unseen. */
function readHeader(jws: string): Header | undefined {
  const parts = jws.split('.');
  const whole = parts.length === 3 && parts.every((part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part);
  if (!whole) return undefined;
  try {
    return decodeProtectedHeader(jws);
  } catch {
    return undefined;
  }
}

/** Any fault of verifying means that the signature does not hold. */
async function openSigned(jws: string, x: string): Promise<string | undefined> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return Buffer.from(payload).toString('utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
