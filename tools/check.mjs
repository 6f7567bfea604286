// npm run check: everything that must hold before a push, one line a step.
// `--without tests` leaves a step out, `--only lint,types` does nothing else.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ensureReady, root } from './ensure-ready.mjs';

const bin = (...names) => join(root, 'node_modules', ...names);
const steps = {
  lint: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'],
  format: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
  types: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'],
  arrows: [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'src', 'test', 'bench'],
  profiles: [join('tools', 'profiles.mjs'), '--check'],
  docs: [join('tools', 'docs.mjs'), '--check'],
  tests: [join('tools', 'test.mjs')],
};
// Two cores: what only reads takes one, the tests, which mostly wait for processes and disks, the other.
const rounds = [[['tests'], ['lint', 'format', 'types', 'arrows', 'profiles', 'docs']]];

const only = readNames('--only') ?? Object.keys(steps);
const without = readNames('--without') ?? [];

// The pages of issue codes are written from the built program.
await (only.includes('docs') && !without.includes('docs') ? ensureReady() : ensureInstalled());
const since = Date.now();
const results = [];
for (const lanes of rounds) {
  results.push(...(await Promise.all(lanes.map(runLane))).flat());
}
const failed = results.filter((result) => !result.ok).map((result) => result.name);
const total = ((Date.now() - since) / 1000).toFixed(1);
console.log(failed.length === 0 ? `semua lulus / all hold: ${total} s` : `gagal / failed: ${failed.join(', ')} (${total} s)`);
process.exitCode = failed.length === 0 ? 0 : 1;

function readNames(flag) {
  const place = process.argv.indexOf(flag);
  if (place === -1) return undefined;
  const names = (process.argv[place + 1] ?? '').split(',');
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length === 0) return names;
  console.error(`${flag} ${unknown.join(',')}: langkah tidak dikenal / unknown step; ada / known: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

async function runLane(names) {
  const done = [];
  for (const name of names) {
    if (only.includes(name) && !without.includes(name)) done.push(await runStep(name));
  }
  return done;
}

function runStep(name) {
  return new Promise((resolve) => {
    const begun = Date.now();
    const child = spawn(process.execPath, steps[name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(9)} ${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s`);
      if (code !== 0) console.log(output.trimEnd());
      resolve({ name, ok: code === 0 });
    });
  });
}
