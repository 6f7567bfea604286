// npm run fuzz:validate -- --inputs N [--seed S] [--json]: bad input never crashes the validator, and its two paths agree on everything.
import { parseArgs } from 'node:util';
import { runFuzz } from './fuzz/run.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const started = performance.now();
const result = await runFuzz({
  inputs: Number(values.inputs),
  seed: Number(values.seed),
  tell: (line) => process.stderr.write(`${line}\n`),
});
const seconds = (performance.now() - started) / 1000;
const { inputs, crashes, disagreements, tooLong, slowestMs, largestAnswer, verdicts } = result;
process.stderr.write(`${String(inputs)} inputs in ${seconds.toFixed(0)} s, ${(inputs / seconds).toFixed(0)}/s\n`);
process.stdout.write(
  `${JSON.stringify({ inputs, crashes, disagreements, tooLong, slowestMs: Math.round(slowestMs), largestAnswer, verdicts })}\n`,
);
process.exitCode = crashes + disagreements + tooLong === 0 ? 0 : 1;
