// What the pages made from the programme share: its tables as they compile, and a page that is written or held against what lies there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The compiled programme, read with what `npm run build` made. */
export async function loadProgramme(root) {
  const [{ readProgrammeFiles }, { compileProgramme }] = await Promise.all(
    ['ingest/programme-files.js', 'map/compile-programme.js'].map((file) => loadBuilt(root, file)),
  );
  const compiled = compileProgramme(await readProgrammeFiles(root));
  if (!compiled.ok) throw new Error(compiled.issues.map(({ text }) => text).join('\n'));
  return compiled.value;
}

/** A module of the build. */
export function loadBuilt(root, file) {
  return import(pathToFileURL(join(root, 'dist', file)).href);
}

export function row(...cells) {
  return `| ${cells.join(' | ')} |`;
}

export function writePage(root, { path, text }) {
  writeFileSync(join(root, path), text);
}

/** The fault of a page as it lies there; none when it is up to date. */
export function checkPage(root, { path, text }) {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [`berbeda / differs: ${path}`];
}
