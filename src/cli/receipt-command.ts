import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { checkReceipt, type Evidence, type ReceiptCheck } from '../receipt/check-receipt.ts';
import type { ReceiptClaims } from '../receipt/claims.ts';
import { verifyReceipt, type ReceiptFault } from '../receipt/verify-receipt.ts';
import { hashFile, readKeys, readReceipt, readRows } from './read-evidence.ts';
import { createTell } from './tell.ts';
import { withStore } from './with-store.ts';

/** What a receipt is verified with. */
export interface VerifyFlags {
  readonly jwks?: string;
  readonly file?: string;
  readonly rows?: readonly string[];
  readonly json: boolean;
}

/** Adds `titian receipt verify` and `titian receipt rotate-key`. */
export function addReceiptCommand(program: Command): void {
  const receipt = program.command('receipt').description('tanda terima bertanda tangan / signed receipts');
  receipt
    .command('verify')
    .description('periksa tanda terima tanpa bertanya kepada gateway / verify a receipt without asking the gateway')
    .argument(
      '<receipt...>',
      'tanda terima; beberapa bila daftar pengirimannya bersambung / the receipt; several where its deliveries go on',
    )
    .option('--jwks <file|url>', 'kunci publik; bawaan: gateway di komputer ini / public keys; by default of the gateway here')
    .option('--file <original>', 'berkas yang diserahkan / the file that was handed in')
    .option('--rows <file...>', 'baris yang dikembalikan, semua halaman / the returned rows, all pages')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async (files: readonly string[], flags: VerifyFlags) => {
      process.exitCode = await printVerification(files, flags, process.stdout);
    });
  receipt
    .command('rotate-key')
    .description('ganti kunci penanda tangan; yang lama tetap dapat diperiksa / change the signing key; old receipts can still be verified')
    .option('--json', 'keluaran JSON / JSON output', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const kid = await withStore(readConfig(process.env), createTell({ json, out: process.stderr }), (store) =>
        store.transact((tx) => store.signingKeys.rotateSigningKey(tx, new Date())),
      );
      process.stdout.write(json ? `${JSON.stringify({ kid })}\n` : `Kunci baru / new key: ${kid}\n`);
    });
}

/** Verifies receipts and prints what was found; gives 0 where everything holds, else 1. Throws an EvidenceFault where it cannot be told. */
export async function printVerification(files: readonly string[], flags: VerifyFlags, out: NodeJS.WritableStream): Promise<0 | 1> {
  const report = await verify(files, flags);
  out.write(flags.json ? `${JSON.stringify(report)}\n` : tellReport(report));
  return report.holds ? 0 : 1;
}

interface VerifiedFile {
  readonly file: string;
  readonly holds: boolean;
  readonly fault?: ReceiptFault;
  readonly kid?: string;
  readonly claims?: ReceiptClaims;
}

interface Report {
  readonly holds: boolean;
  readonly receipts: readonly VerifiedFile[];
  readonly checks: readonly ReceiptCheck[];
}

async function verify(files: readonly string[], flags: VerifyFlags): Promise<Report> {
  const keys = await readKeys(flags.jwks ?? `http://127.0.0.1:${String(readConfig(process.env).port)}/.well-known/jwks.json`);
  const receipts: VerifiedFile[] = [];
  for (const file of files) receipts.push({ file, ...(await verifyReceipt(await readReceipt(file), keys)) });
  const evidence: Evidence = {
    ...(flags.file === undefined ? {} : { file: await hashFile(flags.file) }),
    ...(flags.rows === undefined ? {} : { rows: await readRows(flags.rows) }),
  };
  const whole = joinPages(receipts.flatMap(({ claims }) => claims ?? []));
  const checks = whole === undefined ? [] : checkReceipt(whole, evidence);
  return { holds: [...receipts, ...checks].every(({ holds }) => holds), receipts, checks };
}

/** Receipts of one submission at one state of its deliveries, as one; else the first alone. */
function joinPages(pages: readonly ReceiptClaims[]): ReceiptClaims | undefined {
  const [first, ...others] = pages;
  if (first === undefined) return undefined;
  const same = others.every(
    ({ submission, deliveries }) => submission.id === first.submission.id && deliveries.sha256 === first.deliveries.sha256,
  );
  return same ? { ...first, deliveries: { ...first.deliveries, list: pages.flatMap(({ deliveries }) => deliveries.list) } } : first;
}

const faults: Readonly<Record<ReceiptFault, readonly [string, string]>> = {
  'bukan-tanda-terima': [
    'ini bukan tanda terima utuh: yang diharapkan tiga bagian base64url yang dipisah titik.',
    'this is no whole receipt: expected are three parts in base64url with dots between.',
  ],
  algoritma: [
    'algoritmanya bukan EdDSA; tanda terima Titian selalu memakai EdDSA. Jangan dipercaya.',
    'its algorithm is not EdDSA, which every receipt of Titian uses. Do not trust it.',
  ],
  jenis: ['ini ditandatangani untuk keperluan lain, bukan tanda terima.', 'this was signed for another purpose and is no receipt.'],
  'kunci-tidak-dikenal': [
    'kuncinya tidak ada dalam daftar kunci publik itu: dari instalasi lain, atau daftarnya sudah lama. Ambil lagi /.well-known/jwks.json.',
    'its key is not among those public keys: it comes from another installation, or the set is old. Get /.well-known/jwks.json again.',
  ],
  'tanda-tangan': [
    'tanda tangannya tidak cocok: isinya diubah, atau ditandatangani kunci lain. Jangan dipercaya.',
    'its signature does not hold: it was changed, or signed with another key. Do not trust it.',
  ],
  isi: [
    'tanda tangannya sah, tetapi isinya berbentuk lain. Pakai versi Titian yang lebih baru.',
    'its signature holds, but its content has another form. Use a newer version of Titian.',
  ],
};

function tellReport({ receipts, checks }: Report): string {
  const lines = checks.map(({ name, holds, says }) => `${holds ? 'ok   ' : 'GAGAL'} ${name}: ${says.id}\n      ${says.en}\n`);
  return [...receipts.map(tellReceipt), ...lines].join('');
}

function tellReceipt({ file, fault, claims, kid }: VerifiedFile): string {
  if (claims === undefined) {
    const [id, en] = faults[fault ?? 'bukan-tanda-terima'];
    return `GAGAL ${file}: ${id}\n      ${en}\n`;
  }
  const { submission, environment, state, issuedAt, verdicts, notice, deliveries } = claims;
  return [
    `ok    ${file}: tanda tangan sah / the signature holds (${kid ?? ''})`,
    `      kiriman / submission ${submission.id}, ${submission.submitter}, ${submission.source}, ${submission.receivedAt}`,
    `      ${environment}, ${state}, dibuat / made ${issuedAt}, oleh / by ${claims.iss}`,
    ...(verdicts === undefined ? [] : [`      ${tellCounts(verdicts.counts)}`]),
    `      terkirim / delivered: ${String(deliveries.count)}${environment === 'simulasi' ? ' (simulasi / simulated)' : ''}`,
    ...(notice === undefined ? [] : [`      ${notice.id}`, `      ${notice.en}`]),
    '',
  ].join('\n');
}

function tellCounts(counts: NonNullable<ReceiptClaims['verdicts']>['counts']): string {
  return `diterima ${String(counts.accepted)}, catatan ${String(counts.warning)}, ditolak ${String(counts.quarantined)}, dilewati ${String(counts.skipped)} dari ${String(counts.rows)} baris`;
}
