// A process of its own: loads the validator of a folder, judges one resource, then all of them for a while, and tells what that took.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [folder = '', file = '', seconds = '0'] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
const importing = performance.now();
const { loadValidator } = await import('../../src/validate/load-validator.ts');
const validator = await loadValidator(folder);
const loaded = performance.now();
const first = validator.judge(JSON.parse(texts[0] ?? ''));
const judged = performance.now();
let accepted = 0;
const until = judged + Number(seconds) * 1000;
while (performance.now() < until) for (const text of texts) accepted += validator.judge(JSON.parse(text)) === 'invalid' ? 0 : 1;
const peakRssMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${JSON.stringify({ loadMs: judged - importing, moduleMs: loaded - importing, processMs: judged, first, accepted, peakRssMb })}\n`,
);
