import { createHash } from 'node:crypto';
import type { ReceiptClaims } from './claims.ts';
import { toDeliveryLine, toVerdictLine, type HashedVerdict } from './receipt-lines.ts';

/** One thing compared with what a receipt says. */
export interface ReceiptCheck {
  readonly name: 'berkas' | 'putusan' | 'pengiriman';
  readonly holds: boolean;
  readonly says: { readonly id: string; readonly en: string };
}

/** What somebody has beside the receipt. */
export interface Evidence {
  /** The file as it was handed in. */
  readonly file?: { readonly bytes: number; readonly sha256: string };
  /** All its rows as they were returned. */
  readonly rows?: readonly HashedVerdict[];
}

/** Compares the file, the rows, and the receipt's own list with the hashes in a receipt. Pure. */
export function checkReceipt(claims: ReceiptClaims, { file, rows }: Evidence): readonly ReceiptCheck[] {
  return [
    ...(file === undefined ? [] : [checkFile(claims, file)]),
    ...(rows === undefined ? [] : [checkRows(claims, rows)]),
    ...(claims.deliveries.list.length === claims.deliveries.count ? [checkDeliveries(claims)] : []),
  ];
}

function checkFile({ file: said }: ReceiptClaims, came: NonNullable<Evidence['file']>): ReceiptCheck {
  if (said.sha256 === undefined)
    return check('berkas', false, {
      id: 'Tanda terima ini tidak memuat sidik berkas: isinya dihapus bersama seseorang di dalamnya. Pakai tanda terima yang lebih lama.',
      en: 'This receipt holds no hash of the file: its bytes were erased with a person in it. Use an older receipt.',
    });
  const same = said.sha256 === came.sha256 && said.bytes === came.bytes;
  return check('berkas', same, {
    id: same ? 'Berkas ini persis yang diterima.' : 'Berkas ini bukan yang diterima: sidik SHA-256 atau panjangnya berbeda.',
    en: same ? 'This file is exactly what was received.' : 'This file is not what was received: its SHA-256 or its length differs.',
  });
}

function checkRows({ verdicts }: ReceiptClaims, rows: readonly HashedVerdict[]): ReceiptCheck {
  if (verdicts === undefined)
    return check('putusan', false, {
      id: 'Tanda terima ini dibuat sebelum semua baris dibaca dan belum memuat putusan. Minta lagi setelah selesai.',
      en: 'This receipt was made before all rows were read and holds no verdicts yet. Ask for another one when it is done.',
    });
  const same = hashOf(rows.map(toVerdictLine)) === verdicts.sha256;
  return check('putusan', same, {
    id: same
      ? 'Putusan semua baris sama dengan tanda terima.'
      : 'Putusan baris berbeda dari tanda terima, kurang, lebih, atau tidak berurutan.',
    en: same
      ? 'The verdicts on all rows are those of the receipt.'
      : 'Verdicts differ from the receipt, are missing, too many, or out of order.',
  });
}

function checkDeliveries({ deliveries }: ReceiptClaims): ReceiptCheck {
  const same = hashOf(deliveries.list.map(toDeliveryLine)) === deliveries.sha256;
  return check('pengiriman', same, {
    id: same ? 'Daftar pengirimannya lengkap.' : 'Daftar pengirimannya tidak cocok dengan sidiknya.',
    en: same ? 'Its list of deliveries is complete.' : 'Its list of deliveries does not match its hash.',
  });
}

function check(name: ReceiptCheck['name'], holds: boolean, says: ReceiptCheck['says']): ReceiptCheck {
  return { name, holds, says };
}

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line, 'utf8');
  return hash.digest('hex');
}
