import type { Document } from 'yaml';
import { isCollection, isScalar, visit } from 'yaml';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';

/** A fault of a YAML alias, with its place in the text. */
export interface AliasFault {
  readonly offset: number;
  readonly message: Bilingual;
}

// A table that says the same list a hundred times says it wrongly; far more is an attack on the memory.
const mostAliases = 500;

/**
 * Finds aliases (`*kosong`) whose anchor (`&kosong`) does not stand before them, and those that lie inside what they stand for.
 * `toUnknown` words the first, with the anchors there are.
 */
export function checkAliases(
  document: Document,
  toUnknown: (name: string, anchors: ReadonlySet<string>) => Bilingual,
): readonly AliasFault[] {
  const anchors = new Set<string>();
  const faults: AliasFault[] = [];
  let count = 0;
  visit(document, {
    Value: (_, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias: (_, { source, range }, path) => {
      count += 1;
      const isInside = path.some((node) => (isCollection(node) || isScalar(node)) && node.anchor === source);
      const offset = range?.[0] ?? 0;
      if (isInside) faults.push({ offset, message: toCircle(source) });
      else if (!anchors.has(source)) faults.push({ offset, message: toUnknown(source, anchors) });
      else if (count === mostAliases) faults.push({ offset, message: tooMany });
    },
  });
  return faults;
}

const tooMany: Bilingual = { id: 'terlalu banyak rujukan "*"', en: 'too many aliases "*"' };

function toCircle(name: string): Bilingual {
  return { id: `"*${name}" memuat dirinya sendiri`, en: `"*${name}" holds itself` };
}
