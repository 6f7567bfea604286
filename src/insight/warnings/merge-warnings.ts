import type { WarningDraft } from './finding.ts';
import { strictest } from './to-evidence.ts';

/** Joins warnings of one code that were open at the same time into one: several rules may say the same of a person. */
export function mergeWarnings(drafts: readonly WarningDraft[]): readonly WarningDraft[] {
  const merged: WarningDraft[] = [];
  for (const draft of [...drafts].sort((one, other) => compare(one.opened, other.opened))) {
    const at = merged.findIndex(
      (each) => each.code === draft.code && (each.closed === undefined || each.closed > draft.opened || each.opened === draft.opened),
    );
    const before = merged[at];
    if (before === undefined) merged.push(draft);
    else merged[at] = join(before, draft);
  }
  return merged;
}

/** What was said later gives level, place and text; it is over when all of it is. */
function join(one: WarningDraft, other: WarningDraft): WarningDraft {
  const later = other.latest >= one.latest ? other : one;
  const { closed: _closed, ...rest } = later;
  const closed = one.closed === undefined || other.closed === undefined ? undefined : [one.closed, other.closed].sort().at(-1);
  return {
    ...rest,
    opened: one.opened,
    ...(closed === undefined ? {} : { closed }),
    findings: [...one.findings, ...other.findings].sort((a, b) => compare(a.date, b.date)),
    kerahasiaan: strictest([one.kerahasiaan, other.kerahasiaan]),
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
