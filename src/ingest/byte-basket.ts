/** Collects bytes one by one up to a limit; what comes beyond it is counted and dropped. */
export class ByteBasket {
  readonly #most: number;
  #bytes: Buffer;
  #length = 0;

  constructor(most: number, firstBytes = 1024) {
    this.#most = most;
    this.#bytes = Buffer.allocUnsafe(firstBytes);
  }

  add(byte: number): void {
    if (this.#length >= this.#most) {
      this.#length = this.#most + 1;
      return;
    }
    if (this.#length === this.#bytes.length) {
      const wider = Buffer.allocUnsafe(this.#bytes.length * 2);
      this.#bytes.copy(wider);
      this.#bytes = wider;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  isFull(): boolean {
    return this.#length > this.#most;
  }

  /** What was collected; undefined where it was more than the limit. */
  bytes(): Buffer | undefined {
    return this.isFull() ? undefined : this.#bytes.subarray(0, this.#length);
  }
}
