import { isJsonObject, itemsOf, textAt, type Json, type JsonObject } from './json.ts';
import { refusal, type Refusal } from './refusal.ts';
import { storedTypes } from './stored-types.ts';

/** One entry of a transaction that passed the rules about entries. */
export interface Entry {
  readonly uuid: string;
  readonly type: string;
  readonly resource: JsonObject;
  readonly ifNoneExist: string | undefined;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Checks a Bundle before its resources are looked at: its type, no Bundle in it, and each fullUrl (rules 20011, 20017 to 20021). */
export function checkBundle(bundle: JsonObject): { readonly entries: readonly Entry[]; readonly refused: readonly Refusal[] } {
  const given = itemsOf(bundle['entry']);
  if (bundle['resourceType'] !== 'Bundle')
    return { entries: [], refused: [refusal('structure', 'Failed to unmarshal request payload (RuleNumber: 20008)', 'resourceType')] };
  if (bundle['type'] !== 'transaction' || given.length === 0)
    return {
      entries: [],
      refused: [{ ...refusal('structure', 'unparseable_resource', 'Bundle.type'), diagnostics: 'a transaction with entries was expected' }],
    };
  const seen = new Set<string>();
  const refused = given.flatMap((entry, index) => checkEntryFrame(entry, `Bundle.entry[${String(index)}]`, seen));
  return { entries: refused.length > 0 ? [] : given.map(toEntry), refused };
}

function checkEntryFrame(entry: Json, place: string, seen: Set<string>): readonly Refusal[] {
  const type = textAt(entry, 'resource', 'resourceType') ?? '';
  if (type === 'Bundle') return [refusal('value', 'Forbidden nested bundle (RuleNumber: 20011)', `${place}.resource`)];
  const request = [textAt(entry, 'request', 'method'), textAt(entry, 'request', 'url')?.replace(/^\//, '')];
  if (request[0] !== 'POST' || request[1] !== type || !storedTypes.includes(type))
    return [
      {
        ...refusal('structure', 'unparseable_resource', `${place}.request`),
        diagnostics: 'simulated is POST of a supported type, with request.url equal to it',
      },
    ];
  return checkFullUrl(textAt(entry, 'fullUrl'), type, { place: `${place}.fullUrl`, seen });
}

function checkFullUrl(
  fullUrl: string | undefined,
  type: string,
  { place, seen }: { place: string; seen: Set<string> },
): readonly Refusal[] {
  const invalid = (why: string, rule: number): readonly Refusal[] => [
    refusal('value', `Invalid element ${type}.fullUrl due to ${why} (RuleNumber: ${String(rule)})`, place),
  ];
  if (fullUrl === undefined)
    return [refusal('value', `Invalid resource ${type} due to missing fullUrl element (RuleNumber: 20021)`, place)];
  if (!fullUrl.startsWith('urn:uuid')) return invalid(`invalid fullUrl format. It must begin with 'urn:uuid'.`, 20018);
  if (!fullUrl.startsWith('urn:uuid:'))
    return invalid(`invalid fullUrl format. It must be in the format: 'urn:uuid:{{uuid_value}}.`, 20017);
  if (!uuidPattern.test(fullUrl.slice('urn:uuid:'.length))) return invalid('invalid UUID format', 20019);
  if (seen.has(fullUrl.toLowerCase())) return invalid(`duplicate fullUrl: ${fullUrl}`, 20020);
  seen.add(fullUrl.toLowerCase());
  return [];
}

function toEntry(entry: Json): Entry {
  const resource = isJsonObject(entry) && isJsonObject(entry['resource']) ? entry['resource'] : {};
  return {
    uuid: (textAt(entry, 'fullUrl') ?? '').slice('urn:uuid:'.length).toLowerCase(),
    type: textAt(resource, 'resourceType') ?? '',
    resource,
    ifNoneExist: textAt(entry, 'request', 'ifNoneExist'),
  };
}
