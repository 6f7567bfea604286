/** What a value set holds, as far as it can be known here. */
export interface Expansion {
  /** The codes that are inside, by system. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Systems of which every code is inside. */
  readonly whole: ReadonlySet<string>;
  /** Systems of which more codes may be inside, and why that is not known. */
  readonly open: ReadonlyMap<string, string>;
  /** Why codes of any system may be inside. */
  readonly beyond: string | undefined;
}

/** The expansion of nothing. */
export function toEmpty(): Expansion {
  return { codes: new Map(), whole: new Set(), open: new Map(), beyond: undefined };
}

/** Some codes of one system. */
export function toListed(system: string, codes: readonly string[]): Expansion {
  return { ...toEmpty(), codes: new Map([[system, new Set(codes)]]) };
}

/** Every code of a system. */
export function toWhole(system: string): Expansion {
  return { ...toEmpty(), whole: new Set([system]) };
}

/** Nothing known: about one system, or about everything. */
export function toDoubt(reason: string, system?: string): Expansion {
  return system === undefined ? { ...toEmpty(), beyond: reason } : { ...toEmpty(), open: new Map([[system, reason]]) };
}

/** True when membership can be decided for every code. */
export function isEmptyOfDoubt({ open, beyond }: Expansion): boolean {
  return open.size === 0 && beyond === undefined;
}

/** What is in one or the other. */
export function unite(left: Expansion, right: Expansion): Expansion {
  const codes = new Map([...left.codes].map(([system, set]) => [system, new Set(set)]));
  for (const [system, set] of right.codes) {
    const known = codes.get(system) ?? new Set<string>();
    for (const code of set) known.add(code);
    codes.set(system, known);
  }
  return {
    codes,
    whole: new Set([...left.whole, ...right.whole]),
    open: new Map([...right.open, ...left.open]),
    beyond: left.beyond ?? right.beyond,
  };
}

/** What is in both. Where one side is in doubt about a system, so is the answer. */
export function intersect(left: Expansion, right: Expansion): Expansion {
  const systems = new Set([...toSystems(left), ...toSystems(right)]);
  const parts = [...systems].map((system) => intersectSystem(left, right, system));
  const both = left.beyond !== undefined && right.beyond !== undefined ? left.beyond : undefined;
  return { ...parts.reduce(unite, toEmpty()), beyond: both };
}

function toSystems({ codes, whole, open }: Expansion): readonly string[] {
  return [...codes.keys(), ...whole, ...open.keys()];
}

function intersectSystem(left: Expansion, right: Expansion, system: string): Expansion {
  if (left.whole.has(system)) return toPart(right, system);
  if (right.whole.has(system)) return toPart(left, system);
  const [mine, theirs] = [left.codes.get(system), right.codes.get(system)];
  const common = [...(mine ?? [])].filter((code) => theirs?.has(code));
  const doubt = toReason(left, system) ?? toReason(right, system);
  const listed = toListed(system, common);
  return doubt === undefined || isNothing(left, system) || isNothing(right, system) ? listed : unite(listed, toDoubt(doubt, system));
}

function isNothing(side: Expansion, system: string): boolean {
  return side.codes.get(system) === undefined && toReason(side, system) === undefined;
}

function toReason({ open, beyond }: Expansion, system: string): string | undefined {
  return open.get(system) ?? beyond;
}

/** What an expansion says of one system. */
function toPart(side: Expansion, system: string): Expansion {
  const reason = toReason(side, system);
  return {
    codes: new Map([[system, side.codes.get(system) ?? new Set()]]),
    whole: new Set(side.whole.has(system) ? [system] : []),
    open: new Map(reason === undefined ? [] : [[system, reason]]),
    beyond: undefined,
  };
}

/** Takes parts away. What may or may not be taken away is in doubt afterwards. */
export function subtract(from: Expansion, parts: readonly Expansion[]): Expansion {
  return parts.reduce(subtractOne, from);
}

function subtractOne(from: Expansion, part: Expansion): Expansion {
  if (part.beyond !== undefined) return toDoubt(part.beyond);
  const codes = new Map([...from.codes].map(([system, set]) => [system, new Set(set)]));
  const left = { codes, whole: new Set(from.whole), open: new Map(from.open) };
  for (const system of part.whole) [left.codes, left.whole, left.open].forEach((kept) => kept.delete(system));
  for (const [system, reason] of part.open) if (left.codes.delete(system) || left.whole.delete(system)) left.open.set(system, reason);
  for (const [system, set] of part.codes) subtractListed(left, system, set);
  return { ...left, beyond: from.beyond };
}

interface Left {
  readonly codes: Map<string, Set<string>>;
  readonly whole: Set<string>;
  readonly open: Map<string, string>;
}

function subtractListed({ codes, whole, open }: Left, system: string, taken: ReadonlySet<string>): void {
  const kept = codes.get(system);
  for (const code of taken) kept?.delete(code);
  if (whole.delete(system)) open.set(system, 'exclusion-not-supported');
}
