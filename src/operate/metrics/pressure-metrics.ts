import { Counter, Gauge, type Registry } from 'prom-client';
import type { PressureFigures } from '../../http/back-pressure.ts';
import type { BusyCause } from '../../http/pressure-refusals.ts';

/** Shows how full the gateway is, and whom it has turned away. */
export interface PressureMetrics {
  /** Counts a refusal. */
  countRefused(cause: BusyCause): void;
  /** Says where the present is to be read at each scrape. */
  watchPressure(figures: () => PressureFigures): void;
}

const causes = ['memori', 'permintaan', 'antrean-baca', 'proses', 'disk'] as const satisfies readonly BusyCause[];

/** Adds submissions refused by cause, bytes of bodies in memory, submissions under way, the backlog of long files, and free disk space. */
export function addPressureMetrics(registry: Registry): PressureMetrics {
  const registers = [registry];
  const refused = new Counter({
    name: 'titian_submissions_refused_total',
    help: 'Submissions answered 429 or 503 before trouble, by what was full',
    labelNames: ['cause'],
    registers,
  });
  for (const cause of causes) refused.inc({ cause }, 0);
  let read: (() => PressureFigures) | undefined;
  const show = (name: string, help: string, pick: (figures: PressureFigures) => number | undefined): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const value = read === undefined ? undefined : pick(read());
        // What is not known is absent: a 0 would be an alarm.
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  };
  show('titian_submission_bodies_bytes', 'Bytes of bodies that this process holds in memory', ({ bodiesBytes }) => bodiesBytes);
  show('titian_submissions_under_way', 'Submissions that this process is receiving or storing', ({ requests }) => requests);
  show(
    'titian_reading_backlog_bytes',
    'Bytes of files answered and not read to their end, of all processes',
    ({ backlogBytes }) => backlogBytes,
  );
  show('titian_free_disk_bytes', 'Free space on the disk of the embedded database', ({ freeDiskBytes }) => freeDiskBytes);
  return {
    countRefused: (cause) => {
      refused.inc({ cause });
    },
    watchPressure: (figures) => {
      read = figures;
    },
  };
}
