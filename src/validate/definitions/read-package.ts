import { gunzipSync } from 'node:zlib';

/** A file inside an archive. */
export interface PackedFile {
  readonly name: string;
  readonly text: string;
}

/** An archive that cannot be read, or unpacks to more than any real package. */
class PackageFault extends Error {
  override readonly name = 'PackageFault';
}

/** The largest public guides unpack to some 300 MB; a small file that becomes gigabytes is an attack. */
const LARGEST_PACKAGE = 512 * 1024 * 1024;

const BLOCK = 512;

/**
 * Reads the JSON files of a FHIR package (a gzipped tar whose files lie in `package/`), examples apart. Nothing is written, so a name can lead nowhere.
 * Throws PackageFault.
 */
export function readPackage(bytes: Buffer, largest = LARGEST_PACKAGE): readonly PackedFile[] {
  return listFiles(unzip(bytes, largest)).filter(({ name }) => /^package\/[^/]+\.json$/.test(name) && !name.endsWith('/package.json'));
}

function unzip(bytes: Buffer, largest: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch (cause) {
    throw new PackageFault('The archive cannot be unpacked', { cause });
  }
}

/** One file of an archive: its kind by the letter of its header, and what it holds. */
interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

/** Files may have their name told by an entry before them, where it is too long for a header. */
function listFiles(tar: Buffer): readonly PackedFile[] {
  const files: PackedFile[] = [];
  let told: string | undefined;
  for (const { kind, name, text } of listEntries(tar)) {
    if (kind === '0' || kind === '\0') files.push({ name: told ?? name, text });
    told = kind === 'L' || kind === 'x' ? readLongName(text, kind) : undefined;
  }
  return files;
}

/** A tar archive is headers of 512 bytes, each followed by its file, filled up to whole blocks (POSIX.1-1988 ustar; pax and GNU names go before). */
function* listEntries(tar: Buffer): Generator<Entry> {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const size = readSize(tar, at);
    const from = at + BLOCK;
    if (from + size > tar.length) throw new PackageFault('The archive ends within a file');
    const name = readName(tar, at);
    if (name !== '') yield { kind: tar.toString('latin1', at + 156, at + 157), name, text: tar.toString('utf8', from, from + size) };
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function readSize(tar: Buffer, at: number): number {
  const digits = readText(tar, at + 124, 12).trim();
  const size = digits === '' ? 0 : Number.parseInt(digits, 8);
  if (!/^[0-7]*$/.test(digits)) throw new PackageFault('The archive has a header that is none');
  return size;
}

function readName(tar: Buffer, at: number): string {
  const prefix = readText(tar, at + 345, 155);
  const name = readText(tar, at, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function readLongName(text: string, kind: 'L' | 'x'): string | undefined {
  return kind === 'L' ? text.replace(/\0.*$/s, '') : /^\d+ path=(.*)$/m.exec(text)?.[1];
}

function readText(tar: Buffer, from: number, length: number): string {
  return tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
}
