import { toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { isBelow } from './code-system.ts';
import type { CodeSystem, Concept } from './code-system.ts';

/** Says whether a concept passes a filter of a value set. */
export type ConceptTest = (concept: Concept) => boolean;

/** Longer patterns, repeated groups, references back and many repetitions may take forever; they are left undecided. */
const LONGEST_PATTERN = 200;
const RISKY = /\)[*+{]|\\[1-9k]|\(\?[=!<]/;
const MOST_REPETITIONS = 3;
const LONGEST_SUBJECT = 100;

/** Makes a test of one filter (R4 ValueSet.compose.include.filter); undefined for an operator or a pattern that is not run here. */
export function toConceptTest(filter: JsonObject, system: CodeSystem): ConceptTest | undefined {
  const value = toText(filter['value']);
  const property = toText(filter['property']);
  const op = toText(filter['op']);
  return toHierarchyTest(op, value, system) ?? toValueTest(op, value, (concept) => toValues(concept, property));
}

function toHierarchyTest(op: string, value: string, system: CodeSystem): ConceptTest | undefined {
  switch (op) {
    case 'is-a':
      return ({ code }) => isBelow(system, code, value);
    case 'descendent-of':
      return ({ code }) => code !== value && isBelow(system, code, value);
    case 'is-not-a':
      return ({ code }) => !isBelow(system, code, value);
    case 'generalizes':
      return ({ code }) => isBelow(system, value, code);
    default:
      return undefined;
  }
}

type ToValues = (concept: Concept) => readonly string[];

function toValueTest(op: string, value: string, values: ToValues): ConceptTest | undefined {
  const listed = new Set(value.split(',').map((each) => each.trim()));
  switch (op) {
    case '=':
      return (concept) => values(concept).includes(value);
    case 'in':
      return (concept) => values(concept).some((each) => listed.has(each));
    case 'not-in':
      return (concept) => !values(concept).some((each) => listed.has(each));
    case 'exists':
      return (concept) => values(concept).length > 0 === (value === 'true');
    case 'regex':
      return toPatternTest(value, values);
    default:
      return undefined;
  }
}

function toPatternTest(source: string, values: ToValues): ConceptTest | undefined {
  const repetitions = source.match(/[*+{]/g)?.length ?? 0;
  if (source.length > LONGEST_PATTERN || RISKY.test(source) || repetitions > MOST_REPETITIONS) return undefined;
  const pattern = toPattern(source);
  if (pattern === undefined) return undefined;
  return (concept) => values(concept).some((each) => each.length <= LONGEST_SUBJECT && pattern.test(each));
}

function toPattern(source: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, 'u');
  } catch {
    // The pattern is written for another engine; whoever reads the answer learns that the filter was not run.
    return undefined;
  }
}

/** What a filter compares: the code itself, its display, its parents, or a property. */
function toValues(concept: Concept, property: string): readonly string[] {
  if (property === 'concept' || property === 'code') return [concept.code];
  if (property === 'display') return concept.display === undefined ? [] : [concept.display];
  if (property === 'parent') return [...concept.parents];
  return concept.properties.get(property) ?? [];
}
