import type { Reading } from '../store/readings.ts';
import type { Submission } from '../store/submissions.ts';
import type { RowCounts } from '../submission.ts';
import { receiptFormat, type ReceiptClaims, type ReceiptDelivery } from './claims.ts';

/** Everything a receipt is made of. */
export interface ReceiptFacts {
  readonly issuer: string;
  readonly at: Date;
  readonly submission: Submission;
  readonly reading: Reading;
  /** Counts and hash over all verdicts; absent while rows are still being read. */
  readonly verdicts: { readonly counts: RowCounts; readonly sha256: string } | undefined;
  readonly deliveries: {
    readonly count: number;
    readonly sha256: string;
    readonly list: readonly ReceiptDelivery[];
    readonly after?: string | undefined;
    readonly next?: string | undefined;
  };
}

/** Says what is certain of a submission at this moment: that it was received, and once it was read, what was found. Pure. */
export function toClaims(facts: ReceiptFacts): ReceiptClaims {
  const { issuer, at, submission, verdicts } = facts;
  const { environment } = submission;
  return {
    format: receiptFormat,
    iss: issuer,
    iat: Math.floor(at.getTime() / 1000),
    issuedAt: at.toISOString(),
    environment,
    ...(environment === 'produksi' ? {} : { notice: notices[environment] }),
    state: verdicts === undefined ? 'diproses' : 'selesai',
    submission: {
      id: submission.id,
      submitter: submission.submitter,
      source: submission.source,
      request: submission.request,
      receivedAt: submission.receivedAt.toISOString(),
    },
    file: toFile(submission),
    reading: toReading(facts.reading),
    ...(verdicts === undefined ? {} : { verdicts }),
    deliveries: toDeliveries(facts.deliveries),
  };
}

const notices = {
  simulasi: {
    id: 'SIMULASI: tidak ada yang dikirim ke SATUSEHAT; nomor Encounter dan IHS di sini berasal dari simulator.',
    en: 'SIMULATION: nothing was sent to SATUSEHAT; Encounter and IHS numbers here come from a simulator.',
  },
  staging: {
    id: 'STAGING: hanya dikirim ke lingkungan uji; tidak ada yang masuk rekam medis nasional.',
    en: 'STAGING: sent to a test environment only; nothing entered the national record.',
  },
} as const;

function toFile({ byteCount, contentHash, bytesErasedAt }: Submission): ReceiptClaims['file'] {
  return {
    bytes: byteCount,
    ...(contentHash === undefined ? {} : { sha256: contentHash }),
    ...(bytesErasedAt === undefined ? {} : { erasedAt: bytesErasedAt.toISOString() }),
  };
}

function toReading({ id, tablesVersion, startedAt, finishedAt }: Reading): ReceiptClaims['reading'] {
  return {
    ...{ id, tablesVersion, startedAt: startedAt.toISOString() },
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt.toISOString() }),
  };
}

function toDeliveries({ count, sha256, list, after, next }: ReceiptFacts['deliveries']): ReceiptClaims['deliveries'] {
  return { count, sha256, list: [...list], ...(after === undefined ? {} : { after }), ...(next === undefined ? {} : { next }) };
}
