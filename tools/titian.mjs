// npm run titian -- <command>: makes the clone ready, then runs the command line in this same process, so that signals reach it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady, root } from './ensure-ready.mjs';
import { followParent } from './follow-parent.mjs';

followParent();
await ensureReady();
const program = join(root, 'dist', 'cli', 'main.js');
process.argv[1] = program;
await import(pathToFileURL(program).href);
