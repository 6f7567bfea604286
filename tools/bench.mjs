// npm run crash-test, npm run bench:ingest: makes the clone ready, compiles bench/ into .bench/ and runs one of its programs.
import { existsSync, readdirSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';
import { become, run } from './run-step.mjs';

const out = join(root, '.bench');
const [name = '', ...args] = process.argv.slice(2);
const nodeArgs = args.filter((arg) => /^--(cpu-prof|expose-gc|inspect)/.test(arg));
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

if (!names.includes(name)) {
  console.error(`Program "${name}" tidak ada / there is no such program. Ada / there are: ${names.join(', ')}`);
  process.exit(2);
}
await ensureReady();
await compile();
const own = args.filter((arg) => !nodeArgs.includes(arg));
become(process.execPath, ['--enable-source-maps', ...nodeArgs, join(out, 'bench', `${name}.js`), ...own], { cwd: root });

/** What is measured is the built program itself: the copy of src/ that the compiler makes on the way gives way to dist/. */
async function compile() {
  await rm(out, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const ok = await run(process.execPath, [tsc, '-p', join(root, 'tsconfig.bench.json'), '--noEmitOnError'], { cwd: root });
  if (!ok || !existsSync(join(out, 'bench', `${name}.js`))) process.exit(2);
  await rm(join(out, 'src'), { recursive: true, force: true });
  await symlink(join(root, 'dist'), join(out, 'src'), 'junction');
}
