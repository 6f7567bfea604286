// npm run test:postgres -- postgres://...: the tests on a PostgreSQL of one's own. Its user may create databases; every one made is dropped again.
import { join } from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';
import { followParent } from './follow-parent.mjs';
import { become } from './run-step.mjs';

const [url = '', ...args] = process.argv.slice(2);
if (!/^postgres(ql)?:\/\//.test(url)) {
  console.error(
    'Sebutkan alamat PostgreSQL / name the address of a PostgreSQL: npm run test:postgres -- postgres://user:password@host/postgres',
  );
  process.exit(2);
}
followParent();
await ensureReady();
process.env.TITIAN_TEST_DATABASE_URL = url;
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
become(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...args], { cwd: root });
