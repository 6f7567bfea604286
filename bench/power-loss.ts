import { parseArgs } from 'node:util';
import { findTracingFault } from './power-loss/strace.ts';
import { runPowerLoss, type PowerRun } from './power-loss/run-power-loss.ts';
import { toReport } from './power-loss/report.ts';

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '50' },
    clients: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const [images = 50, clients = 6, seed = 1] = [values.images, values.clients, values.seed].map(Number);
/** So many images are taken, at most, until one of a server that promises too early has lost something. */
const controlImages = 12;

process.exitCode = await prove().catch((fault: unknown) => {
  tell(fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown fault');
  return 2;
});

async function prove(): Promise<number> {
  const fault = await findTracingFault();
  if (fault !== undefined) {
    tell(fault);
    return 2;
  }
  const run = await runPowerLoss({ images, clients, seed, durable: true, keep: values.keep, tell });
  tell('Now the same with synchronous_commit = off, to see that the proof can fail.');
  const control = await runPowerLoss({ images: controlImages, clients, seed: seed + 1000, durable: false, keep: values.keep, tell });
  tell(toReport(run, control));
  const line = toLine(run, control);
  process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : '');
  const proved = line.answers > 0 && line.flushedBefore === line.answers && line.opened === images;
  return proved && line.missing + line.duplicated === 0 && line.bites ? 0 : 1;
}

function toLine(run: PowerRun, control: PowerRun) {
  const sum = (of: (image: PowerRun['images'][number]) => number): number => run.images.reduce((total, image) => total + of(image), 0);
  return {
    answers: run.proof.answers,
    flushedBefore: run.proof.flushedBefore,
    images: run.images.length,
    opened: run.images.filter(({ opened }) => opened).length,
    acknowledged: run.images.at(-1)?.rows ?? 0,
    missing: sum(({ missing }) => missing.length),
    duplicated: sum(({ duplicated }) => duplicated.length),
    bites: control.proof.flushedBefore < control.proof.answers && control.images.some(({ missing }) => missing.length > 0),
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
