// Makes a bare clone ready to run: installs what package-lock.json names and builds what src/ says.
// Runs before anything is installed, so it uses nothing but Node. What it says goes to stderr: stdout belongs to the program.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run-step.mjs';
import { withBusyLock } from './busy-lock.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...names) => join(root, ...names);
const wantedLock = at('package-lock.json');
const installedLock = at('node_modules', '.package-lock.json');
const installedMark = at('node_modules', '.titian-installed');
const builtMark = at('dist', '.built-from');
const validatorsBuilder = at('dist', 'validate', 'build-validators.js');

/** Installs and builds what is missing or out of date; a ready clone is left untouched, within a fraction of a second. */
export async function ensureReady() {
  await ensureInstalled();
  if (await isBuilt()) return;
  await withBusyLock(at('.busy'), async () => {
    if (!(await isBuilt())) await build();
  });
}

/** Installs what package-lock.json names, if it is not there. */
export async function ensureInstalled() {
  refuseOldNode();
  if (await isInstalled()) return;
  await withBusyLock(at('.busy'), async () => {
    if (!(await isInstalled())) await install();
  });
}

function say(id, en) {
  process.stderr.write(`${id} / ${en}\n`);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(
    `Titian memerlukan Node 20.19 atau lebih baru, tetapi ini Node ${process.versions.node}. Pasang Node dari https://nodejs.org lalu ulangi.`,
    `Titian needs Node 20.19 or newer, but this is Node ${process.versions.node}. Install Node from https://nodejs.org and try again.`,
  );
  process.exit(2);
}

async function isInstalled() {
  const key = await installKey();
  if ((await readOrNothing(installedMark)) === key) return true;
  if (!(await matchesHiddenLock())) return false;
  // Somebody ran npm themselves, and what it installed is just what this lock file asks for.
  await writeFile(installedMark, key).catch(() => undefined);
  return true;
}

/** The hash of what is asked for and of what npm says it installed, so that neither a new lock file nor a hand-run npm goes unnoticed. */
async function installKey() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const lock of [wantedLock, installedLock]) hash.update((await readOrNothing(lock)) ?? 'none').update('\0');
  return hash.digest('hex');
}

/** npm keeps in node_modules a list of what it installed; optional packages (other systems' binaries) may lack. */
async function matchesHiddenLock() {
  const [wanted, found] = await Promise.all(
    [wantedLock, installedLock].map(async (file) => {
      const text = await readOrNothing(file);
      return text === undefined ? undefined : JSON.parse(text).packages;
    }),
  );
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    const installed = found[path];
    return path === '' || (installed === undefined ? Boolean(optional ?? peer) : installed.version === version);
  });
}

async function install() {
  say('Memasang pustaka (npm ci), biasanya kurang dari satu menit ...', 'Installing packages (npm ci), usually less than a minute ...');
  const since = Date.now();
  // Building needs the development packages too, also where NODE_ENV=production would leave them out.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const ok = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { cwd: root })
    : await run('npm', args, { cwd: root, shell: process.platform === 'win32' });
  if (!ok) {
    say(
      'npm ci gagal; periksa sambungan internet dan ruang disk, lalu ulangi.',
      'npm ci failed; check the internet connection and the disk space, then try again.',
    );
    process.exit(2);
  }
  await writeFile(installedMark, await installKey());
  say(`Pustaka terpasang (${seconds(since)} detik).`, `Packages installed (${seconds(since)} s).`);
}

async function isBuilt() {
  const mark = await readOrNothing(builtMark);
  if (mark === undefined || mark !== (await buildKey())) return false;
  return !existsSync(validatorsBuilder) || existsSync(at('generated'));
}

/** The hash of everything that the build reads. SQL and tables are read where they lie, so they need no build. */
async function buildKey() {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => at(name));
  files.push(...(await filesUnder(at('src'))).filter((file) => file.endsWith('.ts')), ...(await filesUnder(at('profiles', 'definitions'))));
  files.push(...(await filesUnder(at('programme', 'terminology', 'kemkes'))));
  for (const file of files.sort()) {
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)])),
  );
  return found.flat();
}

async function build() {
  say('Membangun program ...', 'Building the program ...');
  const since = Date.now();
  const key = await buildKey();
  await rm(at('dist'), { recursive: true, force: true });
  const tsc = at('node_modules', 'typescript', 'bin', 'tsc');
  const compiled = await run(process.execPath, [tsc, '-p', at('tsconfig.build.json'), '--noEmitOnError'], { cwd: root });
  const whole = compiled && (!existsSync(validatorsBuilder) || (await run(process.execPath, [validatorsBuilder], { cwd: root })));
  if (!whole) {
    say('Program tidak dapat dibangun; lihat pesan di atas.', 'The program could not be built; see the messages above.');
    process.exit(2);
  }
  await mkdir(at('dist'), { recursive: true });
  await writeFile(builtMark, key);
  say(`Program siap (${seconds(since)} detik).`, `Program ready (${seconds(since)} s).`);
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

async function readOrNothing(file) {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
