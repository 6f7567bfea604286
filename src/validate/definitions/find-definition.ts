import { toBareCanonical } from '../ir.ts';
import type { JsonObject } from '../json.ts';
import { BASE } from '../registry.ts';
import type { DefinitionIndex } from './definition-index.ts';
import type { Library } from './library.ts';

/** Where StructureDefinitions are looked for, and which canonicals are R4's own types. */
interface Shelves {
  readonly index: DefinitionIndex;
  readonly library: Library;
  readonly isType: (url: string) => boolean;
}

/** Finds StructureDefinitions: any, to stand on; or a profile, to be followed. */
interface Finder {
  readonly find: (canonical: string) => JsonObject | undefined;
  readonly findProfile: (canonical: string) => JsonObject | undefined;
}

/** Looks first among what was handed in, then among what ships. Names that come from data open the library only where R4 could have them. */
export function createFinder({ index, library, isType }: Shelves): Finder {
  const findLoaded = (canonical: string): JsonObject | undefined => {
    const found = index.find('StructureDefinition', canonical);
    return found === undefined || isType(toBareCanonical(canonical)) ? undefined : found;
  };
  return {
    find: (canonical) => findLoaded(canonical) ?? library('StructureDefinition', toBareCanonical(canonical)),
    findProfile: (canonical) => {
      const url = toBareCanonical(canonical);
      return findLoaded(canonical) ?? (url.startsWith(BASE) && !isType(url) ? library('StructureDefinition', url) : undefined);
    },
  };
}
