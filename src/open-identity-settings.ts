import { readProgrammeTable } from './ingest/programme-files.ts';
import { TablesFault } from './load-tables.ts';
import type { IdentitySettings } from './platforms/satusehat/identity/identity-settings.ts';
import { readIdentitySettings } from './platforms/satusehat/identity/read-identity-settings.ts';
import { packageRoot } from './root.ts';

/** What was chosen about people at SATUSEHAT: by the district in a folder of its own, else as shipped. */
export async function openIdentitySettings(programmeDirs: readonly string[] = []): Promise<IdentitySettings> {
  const settings = readIdentitySettings(await readProgrammeTable(packageRoot, 'programme/identitas-satusehat.yaml', programmeDirs));
  if (!settings.ok) throw new TablesFault(settings.issues);
  return settings.value;
}
