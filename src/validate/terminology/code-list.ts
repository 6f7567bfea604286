/** Codes of one system as somebody other than its owner wrote them down; a code that is missing from it is worth a warning. */
export interface CodeList {
  readonly system: string;
  readonly codes: readonly string[];
}

/** Joins lists of the same system. */
export function toCodesBySystem(lists: readonly CodeList[]): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = new Map<string, Set<string>>();
  for (const { system, codes } of lists) {
    const known = joined.get(system) ?? new Set<string>();
    for (const code of codes) known.add(code);
    joined.set(system, known);
  }
  return joined;
}
