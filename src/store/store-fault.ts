/** The store cannot do its work: a database of another kind, a changed migration, a lost lease. The message is Indonesian and English. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly id: string;
  readonly en: string;

  constructor(id: string, en: string, cause?: unknown) {
    super(`${id}\n${en}`, { cause });
    this.id = id;
    this.en = en;
  }
}
