import type { ClientBase } from 'pg';
import { loadTables, TablesFault } from '../../load-tables.ts';
import { TableFilesError } from '../../ingest/programme-files.ts';
import { readSiteFolder } from '../../open-titian.ts';
import { loadValidator, ValidatorNotBuilt } from '../../validate/load-validator.ts';
import { toFailure, toOk, toWarning, type Finding, type Said } from './finding.ts';

/** Is the generated validator there? */
export async function checkValidator(): Promise<readonly Finding[]> {
  try {
    await loadValidator();
    return [toOk('validator', 'Validator terbangun.', 'The validator is built.')];
  } catch (fault) {
    if (!(fault instanceof ValidatorNotBuilt)) throw fault;
    return [
      toFailure(
        'validator',
        { id: 'Validator belum dibangun.', en: 'The validator is not built.' },
        { id: 'Jalankan: npm run build', en: 'Run: npm run build' },
      ),
    ];
  }
}

/** Do programme and sources load without a fault? */
export async function checkSources(sourceDirs: readonly string[], programmeDirs: readonly string[] = []): Promise<readonly Finding[]> {
  try {
    const { sources } = await loadTables(sourceDirs, programmeDirs);
    const names = [...sources.keys()].sort().join(', ');
    return [toOk('program-dan-sumber', `Tabel program baik; sumber: ${names}.`, `Programme tables hold; sources: ${names}.`)];
  } catch (fault) {
    // Told by its own check.
    if (fault instanceof ValidatorNotBuilt) return [];
    if (fault instanceof TableFilesError) return [toFailure('program-dan-sumber', { id: fault.message, en: fault.message }, mendTables)];
    if (!(fault instanceof TablesFault)) throw fault;
    return [
      toFailure(
        'program-dan-sumber',
        { id: fault.message, en: `${String(fault.issues.length)} faults in tables, listed above.` },
        mendTables,
      ),
    ];
  }
}

const mendTables: Said = {
  id: 'Perbaiki baris yang disebut; tanpa itu gateway tidak mulai.',
  en: 'Mend the lines named; the gateway does not start without.',
};
const importSite: Said = { id: 'Jalankan: titian places import', en: 'Run: titian places import' };

/** Do jejaring, pendaftaran and policies load, and are they what was last imported (no client: nothing was yet)? */
export async function checkSite(siteDir: string, client: ClientBase | undefined): Promise<readonly Finding[]> {
  const read = await readSiteFolder(siteDir).then(
    (site) => ({ version: site.version, places: site.places.size }),
    (fault: unknown) => ({ why: fault instanceof Error ? fault.message : String(fault) }),
  );
  if ('why' in read)
    return [
      toFailure(
        'jejaring',
        { id: read.why, en: `The site folder ${siteDir} cannot be used; the reasons stand above.` },
        {
          id: 'Perbaiki berkas situs, lalu jalankan titian places import.',
          en: 'Mend the files of the site, then run titian places import.',
        },
      ),
    ];
  const imported = client === undefined ? undefined : await findImported(client);
  const said = { id: `${String(read.places)} tempat di ${siteDir}`, en: `${String(read.places)} places` };
  if (imported === undefined)
    return [toOk('jejaring', `${said.id}; start pertama mengimpornya.`, `${said.en}; the first start imports them.`)];
  if (imported !== read.version)
    return [
      toWarning('jejaring', { id: `${said.id}, tetapi berbeda dari yang diimpor.`, en: `${said.en}, but not as imported.` }, importSite),
    ];
  return [toOk('jejaring', `${said.id}, sama dengan yang diimpor.`, `${said.en}, as imported.`)];
}

async function findImported(client: ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ version: string }>('select version from site_version order by imported_at desc limit 1');
  return rows[0]?.version;
}
