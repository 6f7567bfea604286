import { createHash } from 'node:crypto';
import { toStandingReading } from '../gateway/replay/standing-reading.ts';
import type { Store } from '../store/open-store.ts';
import type { OutcomeViewer } from '../store/outcomes.ts';
import type { KeptDelivery } from '../store/receipt-facts.ts';
import type { Reading } from '../store/readings.ts';
import type { Submission } from '../store/submissions.ts';
import type { PublicSigningKey } from '../store/signing-key.ts';
import type { ReceiptClaims, ReceiptDelivery } from './claims.ts';
import { toDeliveryLine, toVerdictLine } from './receipt-lines.ts';
import { signReceipt } from './sign-receipt.ts';
import { toClaims, type ReceiptFacts } from './to-claims.ts';

/** A signed receipt, and what it says. */
export interface Receipt {
  readonly jws: string;
  readonly claims: ReceiptClaims;
}

/** What the routes ask for. */
export interface ReceiptDesk {
  /** A receipt of a submission as it stands now; undefined for an id that is none, or another submitter's. `after` pages its deliveries. */
  receipt(id: string, viewer: OutcomeViewer, after: DeliveryKey | undefined): Promise<Receipt | undefined>;
  publicKeys(): Promise<readonly PublicSigningKey[]>;
}

/** Names a delivery among those of a submission. */
export type DeliveryKey = Pick<KeptDelivery, 'visit' | 'platform'>;

/** Deliveries named in one receipt; the hash is over all (our choice: a receipt then stays under 200 KB). */
const deliveriesTold = 500;
/** Rows or visits read at a time. */
const pageRows = 10_000;

/** Issues receipts and says with which keys they are signed. */
export function createReceiptDesk({ store, now }: { readonly store: Store; readonly now: () => Date }): ReceiptDesk {
  return {
    receipt: async (id, viewer, after) => {
      const submission = await findSubmission(store, id, viewer);
      const reading = toStandingReading(await store.readings.readingsOf(store.db, id));
      if (submission === undefined || reading === undefined) return undefined;
      const claims = toClaims({
        issuer: store.signingKeys.installationId(store.db),
        at: now(),
        submission,
        reading,
        verdicts: reading.state === 'finished' ? await sumVerdicts(store, reading) : undefined,
        deliveries: await sumDeliveries(store, reading.id, after),
      });
      return { jws: await signReceipt(claims, await store.signingKeys.currentSigningKey(store.db, now())), claims };
    },
    publicKeys: () => store.signingKeys.publicSigningKeys(store.db, now()),
  };
}

/** Each who handed in the same bytes gets a receipt of having done so, and nobody hears who else did. */
async function findSubmission(
  { db, submissions, receiptFacts }: Store,
  id: string,
  viewer: OutcomeViewer,
): Promise<Submission | undefined> {
  const submission = await submissions.getSubmission(db, id);
  if (submission === undefined) return undefined;
  const { submitter } = viewer;
  const receivedAt = await receiptFacts.handedInAt(db, id, submitter);
  if (receivedAt !== undefined) return { ...submission, submitter, receivedAt };
  const inside = viewer.within === undefined || submission.request['within'] === viewer.within;
  return viewer.all && inside ? submission : undefined;
}

const noCounts = { rows: 0, headings: 0, parts: 0, accepted: 0, warning: 0, quarantined: 0, skipped: 0 };

/** The rows of a finished reading do not change any more, so their hash is computed once. */
async function sumVerdicts(store: Store, { id, counts }: Reading): Promise<NonNullable<ReceiptFacts['verdicts']>> {
  const known = await store.receiptFacts.getVerdictDigest(store.db, id);
  const sha256 = known ?? (await hashVerdicts(store, id));
  if (known === undefined) await store.receiptFacts.keepVerdictDigest(store.db, id, sha256);
  return { counts: { ...noCounts, ...counts }, sha256 };
}

async function hashVerdicts({ db, receiptFacts }: Store, reading: string): Promise<string> {
  const hash = createHash('sha256');
  for (let after = -1; ;) {
    const page = await receiptFacts.verdictsOf(db, reading, after, pageRows);
    for (const verdict of page) hash.update(toVerdictLine(verdict), 'utf8');
    if (page.length < pageRows) return hash.digest('hex');
    after = page.at(-1)?.position ?? after;
  }
}

async function sumDeliveries(
  { db, receiptFacts }: Store,
  reading: string,
  after: DeliveryKey | undefined,
): Promise<ReceiptFacts['deliveries']> {
  const hash = createHash('sha256');
  const list: ReceiptDelivery[] = [];
  let count = 0;
  let left = 0;
  for await (const kept of receiptFacts.deliveriesOf(db, reading, pageRows)) {
    const delivery = toDelivery(kept);
    hash.update(toDeliveryLine(delivery), 'utf8');
    count += 1;
    if (!isAfter(delivery, after)) continue;
    if (list.length < deliveriesTold) list.push(delivery);
    else left += 1;
  }
  return { count, sha256: hash.digest('hex'), list, after: nameOf(after), next: left === 0 ? undefined : nameOf(list.at(-1)) };
}

function toDelivery({ patient, at, ...kept }: KeptDelivery): ReceiptDelivery {
  return { ...kept, ...(patient === undefined ? {} : { patient }), at: at.toISOString() };
}

/** In the order of the list: ids are of one length, so that the database sorts them as their texts. */
function isAfter({ visit, platform }: DeliveryKey, after: DeliveryKey | undefined): boolean {
  return after === undefined || visit > after.visit || (visit === after.visit && platform > after.platform);
}

function nameOf(key: DeliveryKey | undefined): string | undefined {
  return key === undefined ? undefined : `${key.visit}.${key.platform}`;
}
