import { scanXhtml } from './scan-xhtml.ts';
import type { Tag } from './scan-xhtml.ts';
import { BLOCKS, ELEMENTS, isAllowedAttribute } from './xhtml-vocabulary.ts';
import { judgeLink } from './xhtml-links.ts';

/** Something wrong in a narrative; `came` is the name of an element or attribute. */
export interface NarrativeFault {
  readonly code: string;
  readonly came: string;
}

/** What was read of a narrative: its faults, the names links can point at, and the links inside the resource (without `#`). */
export interface Narrative {
  readonly faults: readonly NarrativeFault[];
  readonly names: ReadonlySet<string>;
  readonly doubled: boolean;
  readonly links: readonly string[];
}

const XHTML = 'http://www.w3.org/1999/xhtml';
/** An ampersand begins a character reference: a number, or one of the five names of XML. Others are names of HTML or nothing at all. */
const STRAY = /&(?!#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};|(?:amp|lt|gt|quot|apos);)/;
/** Attributes that name a place or lead to one. */
const USES: Readonly<Record<string, 'name' | 'link' | 'image'>> = { id: 'name', 'a.name': 'name', 'a.href': 'link', 'img.src': 'image' };
const SOLID = /\S/;

interface State {
  readonly faults: NarrativeFault[];
  readonly names: Set<string>;
  readonly links: string[];
  readonly open: string[];
  doubled: boolean;
  paragraphs: number;
  filled: boolean;
}

/**
 * Reads a narrative by R4 narrative.html: well-formed XHTML with a `div` in its namespace around it, formatting elements and attributes only (txt-1),
 * some text or an image (txt-2), no active content.
 */
export function readNarrative(div: string): Narrative {
  const state: State = { faults: [], names: new Set(), links: [], open: [], doubled: false, paragraphs: 0, filled: false };
  const whole = scanXhtml(div, {
    open: (tag) => {
      takeTag(tag, state);
    },
    close: () => {
      if (state.open.pop() === 'p') state.paragraphs--;
    },
    text: (text) => {
      if (text.includes('&') && STRAY.test(text)) state.faults.push({ code: 'xhtml-entity', came: '' });
      if (state.open.length > 0) state.filled ||= SOLID.test(text);
    },
  });
  if (!whole) state.faults.push({ code: 'xhtml-malformed', came: '' });
  else if (!state.filled) state.faults.push({ code: 'xhtml-empty', came: '' });
  return state;
}

function takeTag(tag: Tag, state: State): void {
  const { open } = state;
  const name = open.length === 0 ? tag.name.toLowerCase() : tag.name;
  checkNamespace(tag, state);
  checkName(name, state);
  for (const [attribute, value] of tag.attributes) takeAttribute(name, [attribute, value], state);
  if (name === 'img') state.filled = true;
  if (name === 'p') state.paragraphs++;
  open.push(name);
}

function checkName(name: string, { open, paragraphs, faults }: State): void {
  if (open.length === 0 && name !== 'div') faults.push({ code: 'xhtml-root', came: name });
  if (open.length > 0 && !ELEMENTS.has(name)) faults.push({ code: 'xhtml-element', came: name });
  if (paragraphs > 0 && BLOCKS.has(name)) faults.push({ code: 'xhtml-in-paragraph', came: name });
}

function checkNamespace({ prefix, attributes }: Tag, { open, faults }: State): void {
  const declared = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
  if (declared === XHTML || (declared === undefined && open.length > 0)) return;
  faults.push({ code: 'xhtml-namespace', came: '' });
}

function takeAttribute(element: string, [name, value]: readonly [string, string], state: State): void {
  if (!isAllowedAttribute(element, name)) state.faults.push({ code: 'xhtml-attribute', came: name });
  if (value.includes('&') && STRAY.test(value)) state.faults.push({ code: 'xhtml-entity', came: '' });
  const use = USES[name === 'id' ? name : `${element}.${name}`];
  if (use === 'name') takeName(value, state);
  else if (use !== undefined) takeLink(value, use === 'image', state);
}

function takeName(name: string, state: State): void {
  if (state.names.has(name)) state.doubled = true;
  state.names.add(name);
}

function takeLink(address: string, image: boolean, { faults, links }: State): void {
  const code = judgeLink(address.replaceAll('&amp;', '&'), image);
  if (code !== undefined) faults.push({ code, came: '' });
  if (address.startsWith('#') && address !== '#') links.push(address.slice(1));
}
