// npm test: makes a bare clone ready and runs Jest; arguments after -- are Jest's.
import { join } from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';
import { followParent } from './follow-parent.mjs';
import { become } from './run-step.mjs';

followParent();
await ensureReady();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
become(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)], {
  cwd: root,
});
