import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import { badCursor } from '../report/bad-cursor.ts';

/** What a list is ordered by: when something was found, and its id. */
export interface Found {
  readonly foundAt: Date;
  readonly id: string;
}

/** Where the next page of a list begins. */
export function toCursor({ foundAt, id }: Found): string {
  return `${foundAt.toISOString()}/${id}`;
}

/** Reads where a page begins. */
export function readCursor(text: string | undefined): Checked<Found | undefined> {
  if (text === undefined) return toPassed(undefined);
  const [time = '', id = ''] = text.split('/');
  const foundAt = new Date(time);
  return Number.isNaN(foundAt.getTime()) || !isId(id) ? toFailed(badCursor) : toPassed({ foundAt, id });
}

/** True for an id as we give them. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
