import type { ContactNumber } from '../../insight/antenatal/to-contact-number.ts';
import { toContactNumber } from '../../insight/antenatal/to-contact-number.ts';
import { isNakesContact } from '../../insight/antenatal/is-contact.ts';
import type { Visit } from '../../map/visit.ts';
import type { GatewayParts } from '../parts.ts';
import { loadHistories } from './judge-persons.ts';

/** The last day on which a newborn's contact may count, with room for a birth date that is corrected. */
const newbornDays = 31;

/**
 * Says which of the contacts that the programme counts a visit is, by all that is known of the person now; undefined for one that counts as none. Only
 * of a visit that may count is the history read.
 */
export function createContactCount(
  parts: Pick<GatewayParts, 'store' | 'tables' | 'newId' | 'site' | 'now'>,
): (visit: Visit) => Promise<ContactNumber | undefined> {
  const { store, tables } = parts;
  return async (visit) => {
    if (!mayCount(visit) || !isNakesContact(visit, tables.antenatal)) return undefined;
    const judging = { ...parts, site: await parts.site(), at: parts.now() };
    const [history] = await store.transact((tx) => loadHistories(tx, [visit.person], judging));
    const own = history?.visits.find(({ id }) => id === visit.id);
    return history === undefined || own === undefined ? undefined : toContactNumber(own, history, tables.antenatal);
  };
}

/** In days, ten years: below that nobody is taken for a mother. */
const youngestMother = 3652;

/** A child's visit counts in its first month alone; a woman's may be one of childbed whatever its own words say. */
function mayCount({ ageDays }: Visit): boolean {
  return ageDays === undefined || ageDays <= newbornDays || ageDays >= youngestMother;
}
