import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';

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

/**
 * Reads the JSON files of a FHIR package (a gzipped tar whose files lie in `package/`), examples apart. Nothing is written, so a name can lead nowhere.
 * Rejects with PackageFault.
 */
export async function readPackage(bytes: Buffer, largest = LARGEST_PACKAGE): Promise<readonly PackedFile[]> {
  try {
    return await listFiles(gunzipSync(bytes, { maxOutputLength: largest }));
  } catch (cause) {
    throw new PackageFault('The archive cannot be unpacked', { cause });
  }
}

async function listFiles(tar: Buffer): Promise<readonly PackedFile[]> {
  const files: PackedFile[] = [];
  const archive = extract();
  archive.end(tar);
  for await (const entry of archive) {
    const { name, type } = entry.header;
    if (type === 'file' && isDefinition(name)) files.push({ name, text: await text(entry) });
    else entry.resume();
  }
  return files;
}

function isDefinition(name: string): boolean {
  return /^package\/[^/]+\.json$/.test(name) && name !== 'package/package.json';
}
