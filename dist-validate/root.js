import { fileURLToPath } from 'node:url';
/** The folder of this package, where sources/, programme/, profiles/ and site-example/ lie, whether run from src or dist. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));
//# sourceMappingURL=root.js.map