/** Codes of one system as somebody other than its owner wrote them down. */
export interface CodeList {
  readonly system: string;
  readonly codes: readonly string[];
  /** True when the list holds some codes only, so that nothing can be said of others; else one outside of it is worth a warning. */
  readonly inPart?: boolean;
}

/** The lists of one system, joined. */
export interface ListedCodes {
  readonly codes: ReadonlySet<string>;
  readonly inPart: boolean;
}

/** Joins lists of the same system; one that is meant to be whole makes the joined one whole. */
export function toCodesBySystem(lists: readonly CodeList[]): ReadonlyMap<string, ListedCodes> {
  const joined = new Map<string, { readonly codes: Set<string>; inPart: boolean }>();
  for (const { system, codes, inPart = false } of lists) {
    const known = joined.get(system) ?? { codes: new Set<string>(), inPart: true };
    for (const code of codes) known.codes.add(code);
    known.inPart &&= inPart;
    joined.set(system, known);
  }
  return joined;
}
