import type { GatewayParts } from './gateway/parts.ts';
import { createIdentityDesk } from './gateway/persons/identity-desk.ts';
import { createPersonDesk } from './gateway/persons/person-desk.ts';
import type { PersonDeskParts } from './gateway/persons/person-desk-parts.ts';
import type { WhoIsWho } from './identity-desk.ts';

/** Opens the desk at which officers decide who is who. */
export function openPersons(
  { store, site, now, wake }: Pick<GatewayParts, 'store' | 'site' | 'now' | 'wake'>,
  note: PersonDeskParts['note'],
): WhoIsWho {
  const desk = { store, site, now, wake, note, platforms: store.platforms };
  return { ...createPersonDesk(desk), ...createIdentityDesk(desk) };
}
