/** A tag of a narrative: its name as written without a prefix, and its attributes; a closing tag has none and says so. */
export interface Tag {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Is told what a narrative consists of, in order. */
export interface XhtmlReader {
  readonly open: (tag: Tag) => void;
  readonly close: () => void;
  readonly text: (text: string) => void;
}

const BLANK = /\S/g;
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

interface Scan {
  readonly text: string;
  readonly open: string[];
  readonly reader: XhtmlReader;
  at: number;
  /** The element around it all has been opened, so that no other may follow. */
  ended: boolean;
}

/**
 * Reads a narrative in one pass and tells what it is made of; false where it is no well-formed XML with one element around it all.
 * Instructions, comments and a document type may stand before. Nothing is looked at twice, so that long bad input costs no more than good.
 */
export function scanXhtml(text: string, reader: XhtmlReader): boolean {
  const scan: Scan = { text, open: [], reader, at: toSolid(text, 0), ended: false };
  while (scan.at < text.length) {
    if (scan.open.length === 0 && !mayStand(scan)) return false;
    if (!step(scan)) return false;
    if (scan.open.length === 0) scan.at = toSolid(text, scan.at);
  }
  return scan.ended && scan.open.length === 0;
}

/** Outside of the one element around it all there are only that, and what is no element. */
function mayStand(scan: Scan): boolean {
  const { text, at, ended } = scan;
  const next = text.charAt(at + 1);
  const other = next === '!' || next === '?';
  if (!other) scan.ended = true;
  return text.charAt(at) === '<' && (other || !ended);
}

/** The next place that is not blank; a byte order mark counts as blank. */
function toSolid(text: string, from: number): number {
  BLANK.lastIndex = from;
  return BLANK.exec(text)?.index ?? text.length;
}

/** Takes the text up to the next tag, or the tag. */
function step(scan: Scan): boolean {
  const { text, at, reader } = scan;
  const next = text.indexOf('<', at);
  if (next !== at) {
    scan.at = next < 0 ? text.length : next;
    reader.text(text.slice(at, scan.at));
    return true;
  }
  const mark = text.charAt(at + 1);
  if (mark === '!') return skipDeclaration(scan);
  if (mark === '?') return skipTo(scan, '?>');
  return mark === '/' ? closeTag(scan) : openTag(scan);
}

function skipDeclaration(scan: Scan): boolean {
  if (scan.text.startsWith('<!--', scan.at)) return skipTo(scan, '-->');
  if (scan.text.startsWith('<![CDATA[', scan.at)) return scan.open.length > 0 && skipTo(scan, ']]>');
  return scan.open.length === 0 && skipTo(scan, '>');
}

function skipTo(scan: Scan, end: string): boolean {
  const found = scan.text.indexOf(end, scan.at);
  scan.at = found + end.length;
  return found >= 0;
}

function closeTag(scan: Scan): boolean {
  scan.at += 2;
  const name = take(scan, NAME)?.[0];
  if (name === undefined || name !== scan.open.pop() || take(scan, END)?.[1] !== '') return false;
  scan.reader.close();
  return true;
}

function openTag(scan: Scan): boolean {
  scan.at += 1;
  const written = take(scan, NAME)?.[0];
  const attributes = written === undefined ? undefined : takeAttributes(scan);
  const end = take(scan, END);
  if (written === undefined || attributes === undefined || end === null) return false;
  const colon = written.indexOf(':');
  scan.reader.open({ name: written.slice(colon + 1), prefix: written.slice(0, colon < 0 ? 0 : colon), attributes });
  if (end[1] === '/') scan.reader.close();
  else scan.open.push(written);
  return true;
}

/** The attributes of a tag; undefined when one stands twice. */
function takeAttributes(scan: Scan): ReadonlyMap<string, string> | undefined {
  let attributes: Map<string, string> | undefined;
  for (let found = take(scan, ATTRIBUTE); found !== null; found = take(scan, ATTRIBUTE)) {
    const [, name = '', quoted, single = ''] = found;
    attributes ??= new Map();
    if (attributes.has(name)) return undefined;
    attributes.set(name, quoted ?? single);
  }
  return attributes ?? NO_ATTRIBUTES;
}

function take(scan: Scan, token: RegExp): RegExpExecArray | null {
  token.lastIndex = scan.at;
  const found = token.exec(scan.text);
  if (found !== null) scan.at = token.lastIndex;
  return found;
}
