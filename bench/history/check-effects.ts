import { groupBy } from './group-by.ts';
import type { History, JournalEntry } from './history.ts';

type Journal = Pick<History, 'journal'>;

/** Effects that took place twice, and messages that only the platform's own guard kept from it. */
export function findDoubleEffects({ journal }: Journal): readonly string[] {
  const effects = journal.filter(isEffect);
  const twiceThere = [...groupBy(effects, toNumber)].filter(([, all]) => new Set(all.map(({ id }) => id)).size > 1);
  const again = [...groupBy(effects, ({ ref }) => ref).values()].flatMap((lines) =>
    lines.filter((line, index) => isRepetition(line, lines[index - 1])),
  );
  return [
    ...twiceThere.map(([, all]) => `${all[0]?.ref ?? ''} is ${String(new Set(all.map(({ id }) => id)).size)} resources of the platform`),
    ...again.map(({ ref, version, order }) => `${ref} took version ${String(version)} twice, again at ${String(order)}`),
    ...journal.filter((line) => isUnexplained(line, journal)).map(toAttempt),
  ];
}

function isRepetition(line: JournalEntry, before: JournalEntry | undefined): boolean {
  return before !== undefined && before.version === line.version && before.hash === line.hash && before.method !== 'END';
}

function toAttempt({ ref, version, order, outcome }: JournalEntry): string {
  return `${ref} was sent as version ${String(version)} at ${String(order)} though the platform had it (${outcome})`;
}

/**
 * The guard refused what nothing landing late explains: another process, or the same one without a look, sent what was there.
 * Explained is only what came late between the sender's last look, or last message, and this one.
 */
function isUnexplained(line: JournalEntry, journal: readonly JournalEntry[]): boolean {
  if (line.late || (line.outcome !== 'exists' && line.outcome !== 'changed-meanwhile')) return false;
  const before = journal.filter((other) => other.order < line.order && toNumber(other) === toNumber(line));
  const lastKnown = before.findLast(({ late }) => !late)?.order ?? 0;
  return !before.some(({ late, outcome, order }) => late && outcome === 'done' && order > lastKnown);
}

/** Visits that took effect, or were tried, before what they lean on. */
export function findChildrenBeforeParents({ journal }: Journal): readonly string[] {
  const known = new Set<string>();
  return journal.flatMap((line) => {
    const missing = line.leansOn.filter((id) => !known.has(id));
    if (isEffect(line) && line.id !== undefined) known.add(line.id);
    const fault = findOrphan(line, missing);
    return fault === undefined ? [] : [`${line.ref} ${fault} (${String(line.order)})`];
  });
}

function findOrphan(line: JournalEntry, missing: readonly string[]): string | undefined {
  if (line.outcome === 'no-parent') return 'was sent before what it leans on';
  if (!isEffect(line)) return undefined;
  if (missing.length > 0) return `took effect before ${missing.join(', ')}`;
  return isVisit(line) && line.method !== 'END' && line.leansOn.length === 0 ? 'leans on nothing' : undefined;
}

/** Effects that put an older version over a newer one. */
export function findOlderAfterNewer({ journal }: Journal): readonly string[] {
  return [...groupBy(journal.filter(isEffect), ({ ref }) => ref).values()].flatMap((lines) => {
    let newest = 0;
    return lines.flatMap(({ ref, version = 0, order }) => {
      const isOlder = version < newest;
      newest = Math.max(newest, version);
      return isOlder ? [`${ref} took version ${String(version)} at ${String(order)} after ${String(newest)}`] : [];
    });
  });
}

function isEffect({ method, outcome }: JournalEntry): boolean {
  return method !== 'GET' && outcome === 'done';
}

function isVisit({ ref }: JournalEntry): boolean {
  return /^visit\/[^/]+$/.test(ref);
}

function toNumber({ type, number }: JournalEntry): string {
  return `${type}|${number}`;
}
