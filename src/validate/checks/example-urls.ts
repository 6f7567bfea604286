const HOSTS = /(?:example\.(?:org|com|net)|acme\.(?:com|org))(?:\/|$)/;

/** True for addresses that exist for examples alone: RFC 2606, the acme hosts of the specification, and the OIDs 1.3.6.1.4.1.32473 and 2.999. */
export function isExampleUrl(url: string): boolean {
  return HOSTS.test(url) || url.startsWith('urn:oid:2.999.') || url.startsWith('urn:oid:1.3.6.1.4.1.32473.');
}
