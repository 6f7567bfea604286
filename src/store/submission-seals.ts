import type { Db, Tx } from './db.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';
import type { SealingKey } from './sealing/seal.ts';
import { toScopedKey } from './sealing/keyring.ts';

/** What makes a submission the same as another, besides its bytes. */
export interface SubmissionIdentity {
  readonly source: string;
  readonly request: Readonly<Record<string, string>>;
  readonly fileName?: string;
  readonly readsFileName?: boolean;
}

/** What is said of a submission under seal: the hash of its bytes, and its file's name. */
export interface SubmissionLabel {
  readonly contentHash?: string;
  readonly fileName?: string | undefined;
}

/** The keyed hash by which the same bytes for the same source and request are known again. `contentHash` is the SHA-256 of the bytes, in hex. */
export function toIdentity(tx: Tx, { source, request, fileName, readsFileName }: SubmissionIdentity, contentHash: string): Buffer {
  const told = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  const named = readsFileName === true && fileName !== undefined ? [fileName] : [];
  return tx.digest('submission', contentHash, source, JSON.stringify(told), ...named);
}

/** The key that seals one submission's bytes and label. */
export function submissionKey({ keys }: Db, submission: string): SealingKey {
  return toScopedKey(keys.raw, `submission|${submission}`);
}

/** Names a piece of a submission to its seal. */
export function chunkContext(submission: string, ordinal: number): string {
  return `submission_chunk.bytes|${submission}|${String(ordinal)}`;
}

/** Seals the label of a submission. */
export function sealLabel(tx: Tx, submission: string, label: SubmissionLabel): Buffer {
  return sealJson(submissionKey(tx, submission), `submission.label|${submission}`, label, tx.random);
}

/** Opens the label of a submission; empty when it was erased. */
export function openLabel(db: Db, submission: string, sealed: Buffer | null): SubmissionLabel {
  if (sealed === null) return {};
  return unsealJson(submissionKey(db, submission), `submission.label|${submission}`, sealed) as SubmissionLabel;
}
