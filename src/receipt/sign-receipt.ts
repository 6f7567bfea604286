import type { KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import { receiptType, type ReceiptClaims } from './claims.ts';

/** Signs claims as a compact JWS (RFC 7515) with Ed25519 (RFC 8037). */
export async function signReceipt(
  claims: ReceiptClaims,
  { kid, privateKey }: { readonly kid: string; readonly privateKey: KeyObject },
): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims), 'utf8'))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: receiptType })
    .sign(privateKey);
}
