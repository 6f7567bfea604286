// npm run build: installs and builds what is missing or out of date, and starts nothing.
import { ensureReady } from './ensure-ready.mjs';

await ensureReady();
