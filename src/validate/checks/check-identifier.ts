import type { Check, CheckReport } from './check.ts';

const SYSTEM = /^(?:https?|urn|ldap):/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const RULE = 'R4 datatypes.html#Identifier';

/**
 * Identifiers: the system is an absolute address (as the reference validator takes it: http, https, urn or ldap), and a value of the system
 * urn:ietf:rfc:3986 is itself a URI. UUIDs have their own system only by mistake, of which it warns.
 */
export const checkIdentifier: Check = (node, _world, report) => {
  const { system, value } = node;
  if (typeof system !== 'string' || system === '') return;
  if (!SYSTEM.test(system)) report.add({ code: 'identifier-system', severity: 'error', at: '.system', rule: RULE });
  if (typeof value === 'string' && value !== '') checkValue(system, value, report);
};

function checkValue(system: string, value: string, report: CheckReport): void {
  if (system === 'https://tools.ietf.org/html/rfc4122') checkUuid(value, report);
  if (system !== 'urn:ietf:rfc:3986' || ABSOLUTE.test(value)) return;
  report.add({ code: 'identifier-uri', severity: 'error', at: '.value', rule: RULE });
}

function checkUuid(value: string, report: CheckReport): void {
  const told = value.startsWith('urn:uuid:') || UUID.test(value);
  report.add({ code: 'identifier-uuid', severity: told ? 'warning' : 'error', at: '', rule: RULE });
}
