/** Something an operator asked for cannot be done; the message says in Indonesian and in English what was found and what to do. */
export class OperateFault extends Error {
  override readonly name: string = 'OperateFault';

  constructor(id: string, en: string, cause?: unknown) {
    super(`${id}\n${en}`, cause === undefined ? undefined : { cause });
  }
}
