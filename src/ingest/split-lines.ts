/** One physical line of a file, without its line ending; `bytes` is absent when the line was longer than allowed. */
export interface PhysicalLine {
  readonly line: number;
  readonly bytes: Buffer | undefined;
}

/** Cuts a stream of bytes into physical lines. */
export interface LineSplitter {
  push(chunk: Uint8Array): Iterable<PhysicalLine>;
  /** The last line, where the file does not end in a line ending. */
  end(): Iterable<PhysicalLine>;
}

const carriageReturn = 0x0d;

/** Holds the unfinished line between chunks; a line beyond `maxLineBytes` is told at once and dropped while it passes. */
export function createLineSplitter(terminator: number, maxLineBytes: number): LineSplitter {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;

  const isTooLong = (): boolean => size > maxLineBytes;
  function* keep(part: Buffer): Generator<PhysicalLine> {
    const known = isTooLong();
    size += part.length;
    if (!isTooLong()) return void parts.push(part);
    parts = [];
    if (!known) yield { line, bytes: undefined };
  }
  function* finish(): Generator<PhysicalLine> {
    if (!isTooLong()) yield { line, bytes: withoutReturn(parts) };
    line += 1;
    parts = [];
    size = 0;
  }

  return {
    *push(chunk) {
      const buffer = toBuffer(chunk);
      let start = 0;
      for (let end = buffer.indexOf(terminator); end >= 0; end = buffer.indexOf(terminator, start)) {
        yield* keep(buffer.subarray(start, end));
        yield* finish();
        start = end + 1;
      }
      yield* keep(buffer.subarray(start));
    },
    *end() {
      if (size > 0) yield* finish();
    },
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function withoutReturn(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
