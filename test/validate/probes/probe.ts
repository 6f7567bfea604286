/** A resource with one defect, what the validator says of it and where, and the sound twin it was made from. A profile is named in meta.profile. */
export type Probe = readonly [name: string, broken: unknown, finds: string, sound: unknown];

/** What JSON would carry: keys without a value are gone. */
export function toJson(resource: unknown): unknown {
  return JSON.parse(JSON.stringify(resource));
}
