/** What a platform adds by itself: id and version of the resource, the name beside a reference, the narrative. */
const added = new Set(['id', 'meta', 'display', 'text']);

/**
 * True where a resource as the platform shows it says what ours says, and nothing beside it but what platforms add. References inside a message
 * (`urn:uuid:`) become ids there and are not compared; moments may be written otherwise; further identifiers may stand beside ours.
 * In doubt it says no: then a person looks.
 */
export function showsSame(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) return Array.isArray(theirs) && sameItems(ours, theirs);
  if (isObject(ours)) return isObject(theirs) && sameFields(toFields(ours), toFields(theirs));
  return typeof ours === 'string' && typeof theirs === 'string' ? sameText(ours, theirs) : ours === theirs;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

type Fields = ReadonlyMap<string, unknown>;

function toFields(value: object): Fields {
  return new Map(Object.entries(value).filter(([, of]) => of !== undefined));
}

function sameFields(ours: Fields, theirs: Fields): boolean {
  const known = [...ours].every(([key, value]) => sameField(key, value, theirs.get(key)));
  return known && [...theirs.keys()].every((key) => ours.has(key) || added.has(key));
}

/** What a code or a reference is called says nothing beyond it. */
function sameField(key: string, ours: unknown, theirs: unknown): boolean {
  if (key === 'identifier' && Array.isArray(ours) && Array.isArray(theirs))
    return ours.every((one) => theirs.some((other) => showsSame(one, other)));
  return key === 'display' || showsSame(ours, theirs);
}

function sameItems(ours: readonly unknown[], theirs: readonly unknown[]): boolean {
  return ours.length === theirs.length && ours.every((one, index) => showsSame(one, theirs[index]));
}

function sameText(ours: string, theirs: string): boolean {
  return ours === theirs || ours.startsWith('urn:uuid:') || isSameMoment(ours, theirs);
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function isSameMoment(ours: string, theirs: string): boolean {
  return moment.test(ours) && moment.test(theirs) && Date.parse(ours) === Date.parse(theirs);
}
