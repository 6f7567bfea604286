import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { convertAndPrint } from '../../../src/cli/convert-command.ts';
import { toConvertedBundle } from '../../../src/cli/compose-bundle.ts';

/** Files of an invented district by their path: `programme/...` are its tables, `sources/...` its forms, the rest what is handed in. */
export type Files = Readonly<Record<string, string>>;

/** What `titian convert --json` prints, a list for each kind of line. */
export interface Converted {
  readonly of: (kind: string) => readonly Line[];
}

/** One line of it. */
export type Line = Readonly<Record<string, unknown>>;

/** Writes the files of a district into a folder of their own. */
export async function aDistrict(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'titian-tahap-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await mkdir(join(folder, 'programme'), { recursive: true });
  await mkdir(join(folder, 'sources'), { recursive: true });
  return folder;
}

/** Converts a file of the district by its tables and forms, as the command does. */
export async function convertThere(folder: string, file: string, source: string): Promise<Converted> {
  const written: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const options = {
    ...{ source, json: true, place: 'Posyandu Kenanga', date: '2025-08-12' },
    ...{ programme: join(folder, 'programme'), sources: join(folder, 'sources') },
  };
  await convertAndPrint(join(folder, file), options, { out: sink, err: sink, today: '2025-12-31', toBundle: toConvertedBundle });
  const lines = written.join('').trim().split('\n');
  const read = lines.map((line) => JSON.parse(line) as Line);
  return { of: (kind) => read.filter((line) => Object.keys(line)[0] === kind) };
}

/** source.yaml of an invented form; `more` are further lines. */
export function aSource(stages: string, more = ''): string {
  return `title: Formulir rekaan
format: { is: delimited, delimiter: ';' }
header: { within: 5 }
dates: dmy
decimal: ','
about: semua
stages: ${stages}
service: posyandu-uji
recorder: nakes
verified: true
kewajiban: { satusehat: { is: kirim, reason: catatan asli } }
context:
  place: [{ request: true }]
  date: [{ request: true }]
skip: { jumlah: [JUMLAH] }
${more}
`;
}
