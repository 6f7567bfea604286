import { platforms, type GatewayParts } from './gateway/parts.ts';
import { createPersonDesk } from './gateway/persons/person-desk.ts';
import type { PersonDeskParts } from './gateway/persons/person-desk-parts.ts';
import type { PersonDesk } from './person-desk.ts';

/** Opens the desk at which officers decide who is who. */
export function openPersons(
  { store, site, now, wake }: Pick<GatewayParts, 'store' | 'site' | 'now' | 'wake'>,
  note: PersonDeskParts['note'],
): PersonDesk {
  return createPersonDesk({ store, site, now, wake, note, platforms });
}
