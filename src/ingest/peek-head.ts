/** The beginning of a stream, and the whole stream again. */
export interface PeekedStream {
  readonly head: Uint8Array;
  /** True when the head is everything there is. */
  readonly complete: boolean;
  /** All bytes from the first one; may be iterated once, and closes the source when left early. */
  readonly all: AsyncIterable<Uint8Array>;
  /** Closes the source when nothing more is wanted. */
  close(): Promise<void>;
}

/** Reads at least `headBytes` bytes, or all there are, without losing them for the reader that follows. */
export async function peekHead(bytes: AsyncIterable<Uint8Array>, headBytes: number): Promise<PeekedStream> {
  const source = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  while (size < headBytes && !complete) {
    const next = await source.next();
    if (next.done === true) complete = true;
    else {
      taken.push(next.value);
      size += next.value.length;
    }
  }
  const close = async (): Promise<void> => {
    await source.return?.();
  };
  const head = Buffer.concat(taken).subarray(0, headBytes);
  return { head, complete: complete && size <= headBytes, all: replay(taken, source, complete), close };
}

async function* replay(taken: Uint8Array[], source: AsyncIterator<Uint8Array>, complete: boolean): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = taken.shift(); chunk !== undefined; chunk = taken.shift()) yield chunk;
    if (complete) return;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
