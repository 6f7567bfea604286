import type { BrokenItem, ElementItem } from '../map/records/record-item.ts';
import { toShownName } from '../map/records/match-fields.ts';
import { toGiven } from '../map/given.ts';
import type { FilePlace } from './json-cut.ts';
import { toDepthIssue, toDoubledIssue, toSyntaxIssue } from './json-issues.ts';
import { parseJsonText } from './parse-json-text.ts';

/** Where an element stands: the name of its row, its place in the file, and its own name in an object of many. */
export interface ElementPlace {
  readonly row: number | string;
  readonly place: FilePlace;
  readonly key?: string;
}

/** Parses the text of one element, or says where it stops being JSON. */
export function toElementItem(text: string, { row, place, key }: ElementPlace): ElementItem | BrokenItem {
  const parsed = parseJsonText(text);
  if (!parsed.ok) {
    if (parsed.why === 'depth') return { is: 'broken', row, issues: [toDepthIssue(place)] };
    return { is: 'broken', row, issues: [toSyntaxIssue(toPlaceOf(parsed, place), parsed.expected)] };
  }
  const issues = parsed.doubled.length === 0 ? [] : [toDoubledIssue(parsed.doubled.map(toShownName))];
  return { is: 'element', row, value: parsed.value, text, issues, ...toGiven({ key }) };
}

/** A place within an element as one of the file. */
function toPlaceOf({ line, column }: FilePlace, from: FilePlace): FilePlace {
  return { line: from.line + line - 1, column: line === 1 ? from.column + column - 1 : column };
}
