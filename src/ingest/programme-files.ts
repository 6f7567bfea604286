import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableFile } from '../map/tables/read-table.ts';

/** Tables cannot be read from the disk: the installation is damaged, or a folder was named that is not there. */
export class TableFilesError extends Error {
  override readonly name = 'TableFilesError';
}

const folders = ['elements', 'life-stages', 'terminology'] as const;
const furtherFolders = ['thresholds', 'warnings'] as const;
const tables = [
  'settings.yaml',
  'immunization.yaml',
  'antenatal.yaml',
  'thresholds.yaml',
  'thresholds-growth.yaml',
  'warnings.yaml',
  'kunjungan-satusehat.yaml',
  'identitas-satusehat.yaml',
  'koreksi-satusehat.yaml',
] as const;

/**
 * Reads every YAML table of elements, life stages and terminology, the settings and the table of immunisation: those below `root`/programme, named by
 * their path from `root`, then those of `own`, folders of the same form. A later file goes over an earlier one of the same name.
 */
export async function readProgrammeFiles(root: string, own: readonly string[] = []): Promise<readonly TableFile[]> {
  await Promise.all(own.map(checkOwnFolder));
  const inFolders = await Promise.all(folders.map((folder) => readLayered(root, own, folder)));
  const single = ['settings.yaml', 'immunization.yaml'].map((name) => readProgrammeTable(root, `programme/${name}`, own));
  return [...inFolders.flat(), ...(await Promise.all(single))];
}

/** Reads one YAML table of the programme, `programme/thresholds.yaml`: that of the last of the folders of one's own that has it, else that below `root`. */
export async function readProgrammeTable(
  root: string,
  path: string,
  own: readonly string[] = [],
  name = path.slice(path.indexOf('/') + 1),
): Promise<TableFile> {
  for (const dir of [...own].reverse()) {
    const entries = await list(dir);
    if (entries.some((entry) => entry.name === name)) return { path: `${dir}/${name}`, text: await read(join(dir, name)) };
  }
  return { path, text: await read(join(root, path)) };
}

/** Reads the further tables of statuses or of rules, where there are any. */
export async function readFurtherTables(
  root: string,
  folder: (typeof furtherFolders)[number],
  own: readonly string[] = [],
): Promise<readonly TableFile[]> {
  return readLayered(root, own, folder);
}

/** The tables of a folder of the programme and of one's own, those of the same name once. */
async function readLayered(root: string, own: readonly string[], folder: string): Promise<readonly TableFile[]> {
  const layers = [{ dir: join(root, 'programme'), shownAs: 'programme' }, ...own.map((dir) => ({ dir, shownAs: dir }))];
  const byName = new Map<string, TableFile>();
  for (const { dir, shownAs } of layers) {
    const has = (await list(dir)).some((entry) => entry.isDirectory() && entry.name === folder);
    const files = has ? await readYamlFiles(dir, folder, `${shownAs}/${folder}`) : [];
    for (const file of files) byName.set(file.path.slice(file.path.lastIndexOf('/') + 1), file);
  }
  return [...byName.values()];
}

/** A table that lies where nobody looks for it would be passed over in silence: it is named, with the folders and names that are read. */
async function checkOwnFolder(dir: string): Promise<void> {
  const entries = await list(dir);
  const known = new Set<string>([...folders, ...furtherFolders, ...tables]);
  const strange = entries.find((entry) => !known.has(entry.name) && (entry.isDirectory() || /\.ya?ml$/.test(entry.name)));
  if (strange === undefined) return;
  const all = [...known].join(', ');
  throw new TableFilesError(`${dir}/${strange.name}: tidak dikenal; yang dibaca / not known; what is read: ${all}`);
}

/** The tables of one source, with the name of its folder. */
export interface SourceFiles {
  readonly name: string;
  readonly files: readonly TableFile[];
}

/** Reads the tables of every source in a folder of sources: one folder each, holding a source.yaml. Sorted by name. */
export async function readSourceFolders(folder: string, shownAs = folder): Promise<readonly SourceFiles[]> {
  const entries = await list(folder);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const read = names.map(async (name) => ({ name, files: await readYamlFiles(folder, name, `${shownAs}/${name}`) }));
  return (await Promise.all(read)).filter(({ files }) => files.some(({ path }) => path.endsWith('/source.yaml')));
}

async function readYamlFiles(root: string, folder: string, shownAs = folder): Promise<readonly TableFile[]> {
  const entries = await list(join(root, folder));
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => entry.name)
    .sort();
  return Promise.all(names.map(async (name) => ({ path: `${shownAs}/${name}`, text: await read(join(root, folder, name)) })));
}

async function list(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new TableFilesError(`${folder}: folder tidak terbaca, periksa jalurnya / the folder cannot be read, check its path`, { cause });
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new TableFilesError(`${path}: berkas tidak terbaca / the file cannot be read`, { cause });
  }
}
