import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateKenanga } from './generate-kenanga.js';
/** Writes the list (`kenanga.csv`), the truth about it (`truth.json`) and the simulator's people (`people.ndjson`) into a folder. */
export function writeGenerated(folder, options) {
  const generated = generateKenanga(options);
  const { content, people, ...truth } = generated;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'kenanga.csv'), content);
  writeFileSync(join(folder, 'people.ndjson'), people);
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  return generated;
}
// By hand, with a Node that strips types itself (>= 22.18): node test/generate/main.ts --rows 2000 --seed 7 --date 2025-08-12 --out /tmp/kenanga
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '7' },
      date: { type: 'string', default: '2025-08-12' },
      out: { type: 'string', default: 'kenanga' },
    },
  });
  writeGenerated(values.out, { rows: Number(values.rows), seed: Number(values.seed), date: values.date });
}
