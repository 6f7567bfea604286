/** A key that is missing, wrong or unsafe, or data it cannot open. The message is Indonesian and English and never holds a secret. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly id: string;
  readonly en: string;

  constructor(id: string, en: string, cause?: unknown) {
    super(`${id}\n${en}`, { cause });
    this.id = id;
    this.en = en;
  }
}
