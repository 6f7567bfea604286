import { Gauge, type Registry } from 'prom-client';
import type { JobFigure } from './read-figures.ts';

/** Adds when each scheduled job last succeeded, in whatever process, and how often it comes. Returns what sets them. */
export function addScheduleMetrics(registry: Registry): (jobs: readonly JobFigure[]) => void {
  const registers = [registry];
  const labelNames = ['job'] as const;
  const lastSuccess = new Gauge({
    name: 'titian_schedule_last_success_timestamp',
    help: 'When a scheduled job last succeeded, in Unix seconds; 0 before the first time',
    labelNames,
    registers,
  });
  const every = new Gauge({
    name: 'titian_schedule_interval_seconds',
    help: 'How often a scheduled job comes; alert where its last success is older than twice that',
    labelNames,
    registers,
  });
  return (jobs) => {
    for (const gauge of [lastSuccess, every]) gauge.reset();
    for (const { job, everySeconds, lastSuccess: at } of jobs) {
      lastSuccess.set({ job }, at ?? 0);
      every.set({ job }, everySeconds);
    }
  };
}
