import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/** Adds memory and event-loop delay of this process, and when it started. Returns what ends the measuring. */
export function addProcessMetrics(registry: Registry, startedAt: Date): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const registers = [registry];
  new Gauge({
    name: 'titian_process_resident_memory_bytes',
    help: 'Memory of the gateway process; PostgreSQL not counted',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'titian_process_event_loop_delay_seconds',
    help: 'Event-loop delay since the last scrape, timer resolution (20 ms) included',
    labelNames: ['quantile'],
    registers,
    collect() {
      const toSeconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
      this.set({ quantile: '0.5' }, toSeconds(delay.percentile(50)));
      this.set({ quantile: '0.99' }, toSeconds(delay.percentile(99)));
      this.set({ quantile: '1' }, toSeconds(delay.max));
      delay.reset();
    },
  });
  new Gauge({ name: 'titian_process_start_time_seconds', help: 'When the gateway started, in Unix seconds', registers }).set(
    startedAt.getTime() / 1000,
  );
  return () => {
    delay.disable();
  };
}
