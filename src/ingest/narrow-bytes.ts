import type { SniffedEncoding } from './sniff-encoding.ts';

/** UTF-16 becomes UTF-8 on the way, so that text can be cut by bytes; the byte order mark is left out. */
export async function* toNarrowBytes(bytes: AsyncIterable<Uint8Array>, { encoding, bom }: SniffedEncoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    return;
  }
  let skip = bom ? 3 : 0;
  for await (const chunk of bytes) {
    yield chunk.subarray(Math.min(skip, chunk.length));
    skip = Math.max(0, skip - chunk.length);
  }
}
