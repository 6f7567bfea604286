// Compiles the FSH project in profiles/ with SUSHI, offline: `npm run profiles` writes the vocabulary made from programme/, definitions,
// examples and the pages below docs/profil; `--check` writes nothing and fails on a difference; `--package` packs what lies there into dist-guide/.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMapper } from './profiles/add-mappings.mjs';
import { ensureCorePackage } from './profiles/core-package.mjs';
import { describeProfiles } from './profiles/describe-profiles.mjs';
import { makeVocabulary, readGuide } from './profiles/make-vocabulary.mjs';
import { packGuide } from './profiles/pack-guide.mjs';
import { readFailing } from './profiles/read-failing.mjs';
import { readProgramme } from './profiles/read-programme.mjs';
import { runSushi } from './profiles/run-sushi.mjs';
import { sortOutput } from './profiles/sort-output.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const kept = {
  vocabulary: 'profiles/input/vocabulary',
  definitions: 'profiles/definitions',
  examples: 'profiles/examples/valid',
  contested: 'profiles/examples/contested',
  pages: 'docs/profil',
};
// Not made here: the code system of our issue codes, which `npm run docs` makes from the built program, and what a person writes.
const MADE_ELSEWHERE = new Set([`${kept.vocabulary}/CodeSystem-kode-temuan.json`, `${kept.contested}/README.md`]);

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  if (args.includes('--package')) return pack();
  const check = args.includes('--check');
  const vocabulary = new Map([...makeVocabulary(root)].map(([name, text]) => [`${kept.vocabulary}/${name}`, text]));
  const faults = check ? listFaults(vocabulary, [kept.vocabulary]) : write(vocabulary, [kept.vocabulary]);
  const out = mkdtempSync(join(tmpdir(), 'titian-profiles-'));
  try {
    const home = await ensureCorePackage(root);
    const run = await runSushi({ root, home, project: join(root, 'profiles'), out });
    for (const line of run.errors) console.error(line);
    if (run.failed) return fail(`SUSHI found ${run.errors.length} error(s) or warning(s) in profiles/.`);
    const files = await generate(join(out, 'fsh-generated', 'resources'));
    const folders = [kept.definitions, kept.examples, kept.contested, kept.pages];
    if (check) return conclude([...faults, ...listFaults(files, folders)]);
    write(files, folders);
    console.log(`${vocabulary.size + files.size} files written: ${Object.values(kept).join(', ')}`);
    return 0;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Every generated file by its path from the root: what `write` writes and `listFaults` expects. */
async function generate(folder) {
  const { canonical } = readGuide(root);
  const { definitions, examples } = await sortOutput(folder, createMapper(root, canonical));
  const files = new Map();
  for (const { name, text } of definitions) files.set(`${kept.definitions}/${name}`, text);
  for (const { name, text, contested } of examples) files.set(`${contested ? kept.contested : kept.examples}/${name}`, text);
  const pages = await describeProfiles({
    definitions: definitions.map(({ text }) => JSON.parse(text)),
    examples: examples.filter(({ contested }) => !contested).map(({ text }) => JSON.parse(text)),
    contested: examples.filter(({ contested }) => contested).map(({ text }) => JSON.parse(text)),
    failing: readFailing(root),
    elements: [...readProgramme(root).elements.values()],
  });
  for (const [name, text] of pages) files.set(`${kept.pages}/${name}`, text);
  return files;
}

function write(files, folders) {
  for (const path of folders.flatMap(listFiles)) rmSync(join(root, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [];
}

function listFaults(files, folders) {
  const present = folders.flatMap(listFiles);
  return [
    ...[...files.keys()].filter((path) => !present.includes(path)).map((path) => `missing: ${path}`),
    ...present.filter((path) => !files.has(path)).map((path) => `no longer generated: ${path}`),
    ...present
      .filter((path) => files.has(path) && readFileSync(join(root, path), 'utf8') !== files.get(path))
      .map((path) => `differs: ${path}`),
  ];
}

function conclude(faults) {
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : fail('The profiles are not up to date: run `npm run profiles` and commit the result.');
}

function listFiles(folder) {
  const full = join(root, folder);
  const names = existsSync(full) ? readdirSync(full) : [];
  return names.map((name) => relative(root, join(full, name))).filter((path) => !MADE_ELSEWHERE.has(path));
}

async function pack() {
  const { file, count } = await packGuide(root);
  console.log(`${relative(root, file)}: ${count} resources`);
  return 0;
}

function fail(message) {
  console.error(message);
  return 1;
}
