import type { Issue } from '../../fhir/issue.ts';
import type { JsonObject, JsonValue } from './json-value.ts';

/** What a JSON file gives, one after the other. */
export type RecordItem = EnvelopeItem | ElementItem | BrokenItem | BlankItem;

/** Everything of the document but its records, as far as it has been read; comes before the first record, and once more when the file has ended. */
export interface EnvelopeItem {
  readonly is: 'envelope';
  readonly value: JsonObject;
}

/** One element of the first level at which records repeat. */
export interface ElementItem {
  readonly is: 'element';
  /** Physical line of a file of lines, or the JSON path of the element. */
  readonly row: number | string;
  /** Its name, where the level is an object of many (`per_tanggal{tanggal}`). */
  readonly key?: string;
  readonly value: JsonValue;
  /** The element as it was written. */
  readonly text: string;
  /** What was noticed while it was parsed. */
  readonly issues: readonly Issue[];
}

/** An element that cannot be read, and why. */
export interface BrokenItem {
  readonly is: 'broken';
  readonly row: number | string;
  readonly issues: readonly Issue[];
}

/** A line with nothing on it. */
export interface BlankItem {
  readonly is: 'blank';
  readonly row: number;
}
