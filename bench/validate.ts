import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { toLine, toReport } from './validate/report.ts';
import { runBench, WrongAnswer } from './validate/run.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '9' } } });

const loadBefore = loadavg()[0] ?? 0;
try {
  const findings = await runBench(Number(values.rounds), (line) => process.stderr.write(`${line}\n`));
  const machine = {
    ...{ cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', node: process.version },
    ...{ loadBefore, loadAfter: loadavg()[0] ?? 0, rounds: Number(values.rounds) },
  };
  process.stdout.write(values.json ? `${JSON.stringify(toLine(findings, machine))}\n` : toReport(findings, machine));
} catch (error) {
  if (!(error instanceof WrongAnswer)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
