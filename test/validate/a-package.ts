import { gzipSync } from 'node:zlib';

/** A file of an archive, with the kind and the prefix its header names. */
export interface Packed {
  readonly name: string;
  readonly text: string;
  readonly kind?: string;
  readonly prefix?: string;
}

/** A gzipped ustar archive, as npm and the FHIR publisher make it. */
export function pack(...files: readonly Packed[]): Buffer {
  const blocks = files.flatMap(({ name, text, kind = '0', prefix = '' }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 100, 'utf8');
    header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write(kind, 156, 'latin1');
    header.write('ustar\u000000', 257, 'latin1');
    header.write(prefix, 345, 155, 'utf8');
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, Buffer.from(text), Buffer.alloc((512 - (Buffer.byteLength(text) % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
