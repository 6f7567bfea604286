const deepest = 200;
const longestText = 1_000_000;

/** What is kept of an answer's body: as it came, but for what is nested deeper or longer than anything SATUSEHAT says, which could not be written down. */
export function toKept(body: unknown): unknown {
  if (typeof body === 'string') return body.slice(0, longestText);
  return isDeeper(body) ? 'terlalu dalam' : body;
}

/** Level by level, not by calling itself: depth is the very thing that is in doubt. */
function isDeeper(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap(toParts);
    if (level.length === 0) return false;
  }
  return true;
}

function toParts(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>) : [];
}
