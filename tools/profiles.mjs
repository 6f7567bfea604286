// Compiles the FSH project in profiles/ with SUSHI, offline: `npm run profiles` writes definitions, examples and docs/profil.md,
// `node tools/profiles.mjs --check` writes nothing and fails on a difference.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCorePackage } from './profiles/core-package.mjs';
import { describeProfiles } from './profiles/describe-profiles.mjs';
import { runSushi } from './profiles/run-sushi.mjs';
import { sortOutput } from './profiles/sort-output.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const kept = { definitions: 'profiles/definitions', examples: 'profiles/examples/valid', page: 'docs/profil.md' };

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const out = mkdtempSync(join(tmpdir(), 'titian-profiles-'));
  try {
    const home = await ensureCorePackage(root);
    const run = await runSushi({ root, home, project: join(root, 'profiles'), out });
    for (const line of run.errors) console.error(line);
    if (run.failed) return fail(`SUSHI found ${run.errors.length} error(s) in profiles/input/fsh.`);
    const files = await generate(join(out, 'fsh-generated', 'resources'));
    return args.includes('--check') ? compare(files) : write(files);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Every generated file by its path from the root: what `write` writes and `compare` expects. */
async function generate(folder) {
  const { definitions, examples } = await sortOutput(folder);
  const files = new Map();
  for (const { name, text } of definitions) files.set(`${kept.definitions}/${name}`, text);
  for (const { name, text } of examples) files.set(`${kept.examples}/${name}`, text);
  files.set(kept.page, await describeProfiles(definitions.map(({ text }) => JSON.parse(text))));
  return files;
}

function write(files) {
  for (const folder of [kept.definitions, kept.examples]) rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${files.size} files written: ${kept.definitions}, ${kept.examples}, ${kept.page}`);
  return 0;
}

function compare(files) {
  const present = [...listFiles(kept.definitions), ...listFiles(kept.examples), ...(existsSync(join(root, kept.page)) ? [kept.page] : [])];
  const faults = [
    ...[...files.keys()].filter((path) => !present.includes(path)).map((path) => `missing: ${path}`),
    ...present.filter((path) => !files.has(path)).map((path) => `no longer generated: ${path}`),
    ...present
      .filter((path) => files.has(path) && readFileSync(join(root, path), 'utf8') !== files.get(path))
      .map((path) => `differs: ${path}`),
  ];
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : fail('The profiles are not up to date: run `npm run profiles` and commit the result.');
}

function listFiles(folder) {
  const full = join(root, folder);
  return existsSync(full) ? readdirSync(full).map((name) => relative(root, join(full, name))) : [];
}

function fail(message) {
  console.error(message);
  return 1;
}
