import { parseArgs } from 'node:util';
import { probes } from '../test/validate/probes/probes.ts';
import { createJudges } from './peers/create-judges.ts';
import { scoreOn, toTable } from './probes/compare.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, missed: { type: 'boolean', default: false } } });

const { titian, medplum, profiledMedplum, lantana, officialSchema } = await createJudges();
const scores = [titian, profiledMedplum, medplum, lantana, officialSchema].map((judge) => scoreOn(probes, judge));
const total = Object.values(probes).flat().length;

if (values.json) process.stdout.write(`${JSON.stringify({ probes: total, validators: scores })}\n`);
else process.stdout.write(toTable(probes, scores));
if (values.missed)
  process.stderr.write(scores.flatMap(({ name, missed }) => missed.map((claim) => `${name} does not find ${claim}\n`)).join(''));
const [own] = scores;
if (own !== undefined && own.found < total) {
  process.stderr.write(`Titian itself does not find:\n${own.missed.map((claim) => `  ${claim}\n`).join('')}`);
  process.exitCode = 1;
}
