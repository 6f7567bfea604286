import type { Response, Router } from 'express';
import { createOutcomeRoutes } from './http/outcome-routes.ts';
import { createKeyRoutes, createReceiptRoutes } from './http/receipt-routes.ts';
import { holderOf } from './http/require-key.ts';
import { toViewer } from './http/to-viewer.ts';
import type { Site } from './map/place.ts';
import { holdReasons } from './platforms/satusehat/holds/hold-reasons.ts';
import { createReceiptDesk } from './receipt/receipt-desk.ts';
import { createWordsOf } from './report/catalogue/cause-words.ts';
import { listErrorPages } from './report/catalogue/error-catalogue.ts';
import { createOutcomeDesk } from './report/outcome-desk.ts';
import type { Store } from './store/open-store.ts';
import type { OutcomeViewer } from './store/outcomes.ts';

/** What a sender hears afterwards: receipts, the public keys they are signed with, and the feed of outcomes. */
export interface OutcomeRoutes {
  readonly keyRoutes: Router;
  readonly receiptRoutes: Router;
  readonly outcomeRoutes: Router;
}

/** Opens the routes by which senders hear what became of what they handed in. */
export function openOutcomes(parts: {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
}): OutcomeRoutes {
  const receipts = createReceiptDesk(parts);
  const outcomes = createOutcomeDesk({ ...parts, wordsOf: createWordsOf(listErrorPages(holdReasons)) });
  const viewerOf = async (response: Response): Promise<OutcomeViewer> => toViewer(holderOf(response), await parts.site());
  return {
    keyRoutes: createKeyRoutes(receipts),
    receiptRoutes: createReceiptRoutes(receipts, viewerOf),
    outcomeRoutes: createOutcomeRoutes(outcomes, viewerOf),
  };
}
