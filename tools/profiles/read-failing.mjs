import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tables of profiles/examples/invalid/README.md: each failing example with its profile, rule, place and what is wrong. */
export function readFailing(root) {
  const text = readFileSync(join(root, 'profiles', 'examples', 'invalid', 'README.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')))
    .map(([, file, profile, rule, where, wrong]) => ({ file, profile, rule, where, wrong }));
}
