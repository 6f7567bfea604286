import { createHash } from 'node:crypto';

/** Hash of what a platform receives, so that nothing unchanged is sent again. Depends on the content only. */
export function toHash(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
}
