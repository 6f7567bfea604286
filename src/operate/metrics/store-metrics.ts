import { Gauge, type Registry } from 'prom-client';
import { addPlatformMetrics } from './platform-metrics.ts';
import { addScheduleMetrics } from './schedule-metrics.ts';
import type { OwedFigure, ReadFigures, StoreFigures } from './read-figures.ts';

const verdicts = ['accepted', 'warning', 'quarantined', 'skipped'] as const;
const mostReasons = 60;

/**
 * Adds what the store knows: what is owed and why, how old the oldest due debt is, rows by verdict; a store that does not answer is a figure too.
 * Returns what brings them up to date, to be awaited before each scrape: prom-client collects its figures side by side.
 */
export function addStoreMetrics(registry: Registry, readFigures: ReadFigures): () => Promise<void> {
  const registers = [registry];
  const owed = new Gauge({
    name: 'titian_owed',
    help: 'Debts that are not settled, by state and reason',
    labelNames: ['platform', 'subject', 'state', 'reason'],
    registers,
  });
  const oldest = new Gauge({
    name: 'titian_owed_oldest_seconds',
    help: 'For how long the oldest debt that may be taken has been due',
    labelNames: ['platform'],
    registers,
  });
  const rows = new Gauge({
    name: 'titian_rows',
    help: 'Data rows of the newest reading of each submission, by verdict',
    labelNames: ['verdict'],
    registers,
  });
  const up = new Gauge({
    name: 'titian_store_up',
    help: '1 when the database answered this scrape, 0 when it did not (then titian_owed and titian_rows are absent)',
    registers,
  });
  const setJobs = addScheduleMetrics(registry);
  const setPlatforms = addPlatformMetrics(registry);
  return async () => {
    const figures = await readFigures().catch(() => undefined);
    for (const gauge of [owed, oldest, rows]) gauge.reset();
    up.set(figures === undefined ? 0 : 1);
    setJobs(figures?.jobs ?? []);
    setPlatforms(figures === undefined ? undefined : (figures.platforms ?? []));
    if (figures !== undefined) setFigures({ owed, oldest, rows }, figures);
  };
}

interface Gauges {
  readonly owed: Gauge<'platform' | 'subject' | 'state' | 'reason'>;
  readonly oldest: Gauge<'platform'>;
  readonly rows: Gauge<'verdict'>;
}

function setFigures(gauges: Gauges, figures: StoreFigures): void {
  const reasons = new Set<string>();
  for (const { platform, subject, state, reason, debts } of figures.owed)
    gauges.owed.inc({ platform, subject, state, reason: toReasonLabel(reason, reasons) }, debts);
  for (const [platform, seconds] of oldestBy(figures.owed)) gauges.oldest.set({ platform }, seconds);
  for (const verdict of verdicts) gauges.rows.set({ verdict }, figures.rows[verdict] ?? 0);
}

/** Reasons are codes of a closed list; whatever is none, or one too many, becomes `lain`, so that no label is personal or unbounded. */
function toReasonLabel(reason: string, seen: Set<string>): string {
  if (reason === '') return '';
  if (!/^[a-z][a-z0-9-]{0,59}$/i.test(reason) || (!seen.has(reason) && seen.size >= mostReasons)) return 'lain';
  seen.add(reason);
  return reason;
}

/** Zero for a platform with debts none of which is due. */
function oldestBy(owed: readonly OwedFigure[]): ReadonlyMap<string, number> {
  const oldest = new Map<string, number>();
  for (const { platform, oldest: seconds } of owed) oldest.set(platform, Math.max(oldest.get(platform) ?? 0, seconds ?? 0));
  return oldest;
}
