/** A definition cannot be used; `code` has a page in the catalogue. Thrown while one is read, and caught where it was asked for. */
export class DefinitionFault extends Error {
  override readonly name = 'DefinitionFault';
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
