/** A resource with one defect, what the validator says of it and where, and the sound twin it was made from; with the profile both are held against. */
export type Probe = readonly [name: string, broken: unknown, finds: string, sound: unknown, profile?: string];

/** What JSON would carry: keys without a value are gone. */
export function toJson(resource: unknown): unknown {
  return JSON.parse(JSON.stringify(resource));
}
