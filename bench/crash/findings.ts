/** What is wrong, by the figure it counts in. Each finding is a sentence without anybody's name or number. */
export interface Findings {
  readonly missing: string[];
  readonly duplicated: string[];
  readonly upstreamMissing: string[];
  readonly upstreamDuplicated: string[];
}

/** Findings to begin with: nothing is wrong. */
export function createFindings(): Findings {
  return { missing: [], duplicated: [], upstreamMissing: [], upstreamDuplicated: [] };
}
