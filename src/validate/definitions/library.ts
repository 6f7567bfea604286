import { isObject, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** What ships with the validator and is opened only when something asks for it: definitions of R4 by type and canonical (without version). */
export type Library = (resourceType: string, url: string) => JsonObject | undefined;

/** The parts it ships in; most look-ups are for base types, and open no more than the first. */
export type Shelf = 'types' | 'profiles' | 'codes' | 'sets';

/** Joins the parts to one. */
export function joinShelves({ types, profiles, codes, sets }: Readonly<Record<Shelf, Library>>): Library {
  return (resourceType, url) => {
    if (resourceType === 'StructureDefinition') return types(resourceType, url) ?? profiles(resourceType, url);
    return (resourceType === 'CodeSystem' ? codes : sets)(resourceType, url);
  };
}

/** Writes definitions one a line, each led by its type and canonical, so that one can be read without parsing the others. */
export function toLibraryText(definitions: readonly JsonObject[]): string {
  return definitions.map((each) => `${toKey(toText(each['resourceType']), toText(each['url']))}\t${JSON.stringify(each)}`).join('\n');
}

/** Reads what `toLibraryText` wrote; the text is asked for at the first look-up, and each definition parsed at its own first. */
export function createLibrary(readText: () => string): Library {
  let lines: ReadonlyMap<string, string> | undefined;
  const read = new Map<string, JsonObject>();
  return (resourceType, url) => {
    const key = toKey(resourceType, url);
    const known = read.get(key);
    if (known !== undefined) return known;
    lines ??= toLines(readText());
    const line = lines.get(key);
    const definition: unknown = line === undefined ? undefined : JSON.parse(line);
    if (!isObject(definition)) return undefined;
    read.set(key, definition);
    return definition;
  };
}

function toKey(resourceType: string, url: string): string {
  return `${resourceType} ${url}`;
}

function toLines(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').map((line): [string, string] => {
      const tab = line.indexOf('\t');
      return [line.slice(0, tab), line.slice(tab + 1)];
    }),
  );
}
