import type { JsonObject } from '../json.ts';
import { toExtensions, toExtensionValue, toValue } from './typed-value.ts';
import { tell } from './review.ts';
import type { Place, Review } from './review.ts';

const KIND = 'http://hl7.org/fhir/StructureDefinition/mimeType';
const SIZE = 'http://hl7.org/fhir/StructureDefinition/maxSize';

/** Checks the kind and the size of an attached file. */
export function checkAttachment(review: Review, place: Place, value: JsonObject): void {
  if (place.item.source['extension'] === undefined) return;
  checkKind(review, place, value['contentType']);
  checkSize(review, place, value);
}

/** A kind such as `image` allows all its subtypes, as in the reference validator. */
function checkKind(review: Review, { item, at }: Place, kind: unknown): void {
  const allowed = toExtensions(item.source, KIND).map((extension) => toValue(extension).value);
  if (allowed.length === 0) return;
  const expected = allowed.filter((each): each is string => typeof each === 'string');
  if (typeof kind === 'string' && expected.some((each) => kind.startsWith(each))) return;
  const code = kind === undefined ? 'attachment-type-missing' : 'attachment-type';
  tell(review, at, { code, rule: KIND, expected: expected.join(', '), came: kind });
}

/** The reference validator counts maxSize in bytes of the data; a size that is only stated is our addition, told as a warning. */
function checkSize(review: Review, { item, at }: Place, { data, size }: JsonObject): void {
  const most = toExtensionValue(item.source, SIZE);
  if (typeof most !== 'number' || most <= 0) return;
  const found = typeof data === 'string' ? countBytes(data) : size;
  if (typeof found !== 'number' || found <= most) return;
  const severity = typeof data === 'string' ? 'error' : 'warning';
  tell(review, at, { code: 'attachment-size', severity, rule: SIZE, expected: String(most), came: found });
}

/** The length of what base64 text stands for, without decoding it. */
function countBytes(data: string): number {
  let digits = 0;
  for (let at = 0; at < data.length; at++) {
    const unit = data.charCodeAt(at);
    if (unit > 32 && unit !== 61) digits++;
  }
  return Math.floor((digits * 3) / 4);
}
