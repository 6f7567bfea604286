import { isObject, toObjects } from '../json.ts';
import { isOfOurTimes } from '../plain-values.ts';
import type { CheckFinding, CheckReport, CheckWorld } from './check.ts';
import { isExampleUrl } from './example-urls.ts';
import { isAbsoluteUri } from './reference-forms.ts';
import { isBalanced } from './writing-direction.ts';

type Review = (value: string, world: CheckWorld, report: CheckReport) => void;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const EDGE = /^\s|\s$/;
const BLANK = /\s/;
const SOLID = /\S/;
const TAG = /<[A-Za-z][A-Za-z0-9_]*(?:\s[^<>]*)?>/;
/** What markdown would pass on as HTML: tags that no backslash stands before, comments, declarations, instructions. */
const MARKDOWN_TAG = /(?<!\\)<\/?[A-Za-z][A-Za-z0-9-]*[\s>]|<[!?]/;
const TEXT = 'R4 2.24.0.1';
const DEFINED: readonly string[] = ['StructureDefinition', 'ValueSet', 'CodeSystem', 'Questionnaire', 'SearchParameter', 'ConceptMap'];

const reviews: Readonly<Record<string, Review>> = {
  string: reviewString,
  markdown: reviewMarkdown,
  uri: reviewAddress,
  url: reviewAddress,
  canonical: reviewCanonical,
  definition: reviewDefinition,
  date: reviewYear,
  dateTime: reviewYear,
  instant: reviewYear,
  base64Binary: reviewBase64,
};

/**
 * What the reference validator says of values whose syntax is sound: mostly warnings (checkPrimitive), errors where an option asks for them
 * or where an address cannot be what its element wants.
 */
export function reviewValue(code: string, value: unknown, world: CheckWorld, report: CheckReport): void {
  if (typeof value === 'string') reviews[code]?.(value, world, report);
}

function reviewString(value: string, world: CheckWorld, report: CheckReport): void {
  reviewText(value, report);
  if (SOLID.test(value) && EDGE.test(value)) report.add(toRemark('text-edges', TEXT));
  if (world.options.htmlInMarkdown !== 'allowed' && TAG.test(value)) report.add(toRemark('text-tags', 'R4 2.24.0.1', 'information'));
}

function reviewMarkdown(value: string, { options }: CheckWorld, report: CheckReport): void {
  reviewText(value, report);
  if (options.htmlInMarkdown === 'allowed' || !MARKDOWN_TAG.test(value)) return;
  report.add(toRemark('markdown-tags', 'R4 2.24.0.1', options.htmlInMarkdown === 'refused' ? 'error' : 'warning'));
}

function reviewText(value: string, report: CheckReport): void {
  if (!SOLID.test(value)) report.add(toRemark('text-blank', TEXT));
  if (CONTROL.test(value)) report.add(toRemark('text-control', TEXT));
  if (!isBalanced(value)) report.add(toRemark('text-direction', TEXT));
}

function reviewAddress(value: string, { options, find }: CheckWorld, report: CheckReport): void {
  if (options.exampleUrls === 'allowed' || !isExampleUrl(value)) return;
  if (DEFINED.some((type) => find(type, value) !== undefined)) return;
  report.add(toRemark('url-example', 'RFC 2606', options.exampleUrls === 'refused' ? 'error' : 'warning'));
}

function reviewCanonical(value: string, world: CheckWorld, report: CheckReport): void {
  if (value.startsWith('#')) reviewFragment(value.slice(1), world, report);
  else if (!isAbsoluteUri(value)) report.add(toRemark('canonical-relative', 'R4 references.html#canonical', 'error'));
  else reviewAddress(value, world, report);
}

/** A canonical with `#` means a contained definition. */
function reviewFragment(id: string, { root, resources }: CheckWorld, report: CheckReport): void {
  const holders = [root, resources.at(-1)].filter(isObject);
  const found = holders.some(({ contained }) => toObjects(contained).some((resource) => resource['id'] === id));
  if (!found) report.add(toRemark('canonical-missing', 'R4 references.html#canonical', 'error'));
}

/** The address by which a definition makes itself known. */
function reviewDefinition(value: string, _world: CheckWorld, report: CheckReport): void {
  if (!isAbsoluteUri(value)) report.add(toRemark('canonical-relative', 'R4 references.html#canonical', 'error'));
}

function reviewYear(value: string, _world: CheckWorld, report: CheckReport): void {
  if (!isOfOurTimes(value)) report.add(toRemark('year-doubtful', TEXT));
}

function reviewBase64(value: string, _world: CheckWorld, report: CheckReport): void {
  if (BLANK.test(value)) report.add(toRemark('encoding-blanks', TEXT));
}

function toRemark(code: string, rule: string, severity: CheckFinding['severity'] = 'warning'): CheckFinding {
  return { code, severity, at: '', rule };
}
