/** The embedded PostgreSQL cannot be used; the message says in Indonesian and in English what was found and what to do. */
export class EmbeddedFault extends Error {
  override readonly name = 'EmbeddedFault';

  constructor(id: string, en: string, cause?: unknown) {
    super(`${id}\n${en}`, cause === undefined ? undefined : { cause });
  }
}
