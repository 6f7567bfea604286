import type { DeliveryDesk } from './deliveries.ts';
import { createDeliveryDesk, type DeskParts } from './gateway/delivery-desk.ts';
import { holdReasons } from './platforms/satusehat/holds/hold-reasons.ts';
import { createWordsOf } from './report/catalogue/cause-words.ts';
import { listErrorPages } from './report/catalogue/error-catalogue.ts';

type OfDeliveries = Pick<DeskParts, 'store' | 'site' | 'tables' | 'wake' | 'note'> & Partial<Pick<DeskParts, 'now'>>;

/** Opens the person's side of the way out over a store, in the words of every platform there is. */
export function openDeliveries({ now = () => new Date(), ...parts }: OfDeliveries): DeliveryDesk {
  return createDeliveryDesk({
    ...parts,
    now,
    platforms: parts.store.platforms,
    wordsOf: createWordsOf(listErrorPages(holdReasons)),
  });
}
