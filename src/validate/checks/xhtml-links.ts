const ACTIVE = /^\s*(?:javascript|vbscript)\s*:/i;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const ALLOWED = /^[\p{L}\p{N};?:@&=+$.,/%\-_~#[\]!'()*|]*$/u;
/** `data:[type][;base64],data` */
const DATA = /^data:\s*([^,]*),([^,]*)$/;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
const LITERAL: ReadonlySet<string> = new Set(['urn', 'cid']);

/** What is wrong with the target of a link or image. */
export type LinkFault = 'xhtml-link-empty' | 'xhtml-link-active' | 'xhtml-link-scheme' | 'xhtml-link-characters';

/**
 * Judges the address of a link (`a`) or an image. R4 narrative.html forbids active content; the reference validator also refuses empty links, names
 * that are no addresses (urn, cid) as links, and characters an address does not have. Schemes are compared without regard to case, as
 * browsers do.
 */
export function judgeLink(address: string, image: boolean): LinkFault | undefined {
  if (address === '') return image ? undefined : 'xhtml-link-empty';
  if (ACTIVE.test(address)) return 'xhtml-link-active';
  const scheme = toScheme(address);
  const sound = scheme === 'data' ? isData(address) : ALLOWED.test(address);
  if (!sound) return 'xhtml-link-characters';
  return !image && LITERAL.has(scheme) ? 'xhtml-link-scheme' : undefined;
}

function toScheme(address: string): string {
  return (SCHEME.exec(address)?.[1] ?? '').toLowerCase();
}

function isData(address: string): boolean {
  const found = DATA.exec(address);
  if (found === null) return false;
  const [, head = '', data = ''] = found;
  return !head.endsWith(';base64') || (BASE64.test(data) && data.replace(/\s/g, '').length % 4 === 0);
}
