/** A value of a JSON file. Numbers stand as they were written (`1.250`, a NIK of 16 digits), so that no digit is ever lost. */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of a JSON file. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** True for an object, and neither a list nor null. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
