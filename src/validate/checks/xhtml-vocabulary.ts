/** R4 narrative.html: the elements of a narrative, which are the formatting elements of HTML 4.0. */
export const ELEMENTS: ReadonlySet<string> = toSet(
  'p br div h1 h2 h3 h4 h5 h6 a span b em i strong small big tt dfn q var abbr acronym cite blockquote hr address bdo kbd sub sup ul ol li ' +
    'dl dt dd pre table caption colgroup col thead tr tfoot tbody th td code samp img map area',
);

/** Elements that cannot stand inside a paragraph. */
export const BLOCKS: ReadonlySet<string> = toSet('div blockquote table ol ul p');

const ATTRIBUTES: ReadonlySet<string> = toSet(
  'title style class id lang xml:lang xml:space dir accesskey tabindex span width align valign char charoff abbr axis headers scope rowspan colspan',
);

const OF_ONE_ELEMENT: ReadonlySet<string> = toSet(
  'a.href a.name a.charset a.type a.hreflang a.rel a.rev a.shape a.coords img.src img.border img.alt img.longdesc img.height img.width ' +
    'img.usemap img.ismap map.name area.shape area.coords area.href area.nohref area.alt blockquote.cite q.cite table.summary table.width ' +
    'table.border table.frame table.rules table.cellspacing table.cellpadding pre.space td.nowrap',
);

/** True for an attribute of HTML 4.0 chapters 7 to 11 (except 9.4 and those that act) or a declaration of a namespace. */
export function isAllowedAttribute(element: string, name: string): boolean {
  return ATTRIBUTES.has(name) || OF_ONE_ELEMENT.has(`${element}.${name}`) || name.startsWith('xmlns');
}

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
