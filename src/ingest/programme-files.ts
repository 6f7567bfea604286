import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableFile } from '../map/tables/read-table.ts';

/** Tables cannot be read from the disk: the installation is damaged, or a folder was named that is not there. */
export class TableFilesError extends Error {
  override readonly name = 'TableFilesError';
}

/** Reads every YAML table of programme/elements, life-stages and terminology, the settings and the table of immunisation, below `root`, named by its path from there. */
export async function readProgrammeFiles(root: string): Promise<readonly TableFile[]> {
  const folders = ['programme/elements', 'programme/life-stages', 'programme/terminology'];
  const tables = ['programme/settings.yaml', 'programme/immunization.yaml'].map((path) => readTableFile(root, path));
  return (await Promise.all([...folders.map((folder) => readYamlFiles(root, folder)), ...tables])).flat();
}

/** Reads one YAML table of the programme below `root`, named by its path from there. */
export async function readProgrammeTable(root: string, path: string): Promise<TableFile> {
  return { path, text: await read(join(root, path)) };
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

async function readTableFile(root: string, path: string): Promise<TableFile> {
  return { path, text: await read(join(root, path)) };
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
