import { isBands } from './tables/compile-fhir.ts';
import type { Coding, ElementDefinition, ElementTable, FhirCodes } from './element-definition.ts';

/** An element that stays with us, and why; or words of an element that go out without a coding of their own, or stay where a form offers choices. */
export interface Gap {
  readonly key: string;
  readonly title: string;
  /** Why it stays local; absent where the element goes out. */
  readonly reason?: string;
  /** Our words for which no code was found. */
  readonly words?: readonly string[];
}

/** Everything that no code of the platform says yet, by key: elements that stay local with their reason, and words without a coding. */
export function listGaps({ elements }: ElementTable, platform: string): readonly Gap[] {
  const gaps = [...elements.values()].flatMap((element) => toGaps(element, platform));
  return gaps.sort((one, other) => (one.key < other.key ? -1 : 1));
}

function toGaps(element: ElementDefinition, platform: string): readonly Gap[] {
  const { key, title, kirim } = element;
  const sent = kirim[platform];
  if (sent !== true) return [{ key, title, reason: sent ?? '' }];
  const words = toBareWords(element);
  return words.length === 0 ? [] : [{ key, title, words }];
}

function toBareWords({ codes = [], fhir = { resource: 'Observation' }, computed }: ElementDefinition): readonly string[] {
  // A Procedure under a code of its own only adds our word: which colour the capsule had.
  if (fhir.resource === 'Procedure' && fhir.code !== undefined) return [];
  // A text or a count is what the platform wants there.
  if (fhir.as !== undefined) return [];
  const said = computed?.class === undefined ? fhir.values : toClasses(fhir);
  return codes.filter((code) => said?.[code] === undefined);
}

/** The classes of a computed number are said by its interpretation. */
function toClasses({ interpretation }: Pick<FhirCodes, 'interpretation'>): Readonly<Record<string, Coding>> {
  return interpretation === undefined || isBands(interpretation) ? {} : interpretation;
}
