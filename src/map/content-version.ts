import { createHash } from 'node:crypto';

/** Names the contents of tables by a short hash: equal texts under equal names give equal versions, in any order. */
export function toContentVersion(files: readonly { readonly path: string; readonly text: string }[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    hash.update(`${path}\0${text.replaceAll('\r\n', '\n')}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
