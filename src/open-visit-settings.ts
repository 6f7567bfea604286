import { readProgrammeTable } from './ingest/programme-files.ts';
import { TablesFault } from './load-tables.ts';
import { readVisitSettings } from './platforms/satusehat/visit/read-visit-settings.ts';
import type { VisitSettings } from './platforms/satusehat/visit/visit-settings.ts';
import { packageRoot } from './root.ts';

/** What was chosen of the shape of visits at SATUSEHAT: by the district in a folder of its own, else as shipped. */
export async function openVisitSettings(programmeDirs: readonly string[] = []): Promise<VisitSettings> {
  const settings = readVisitSettings(await readProgrammeTable(packageRoot, 'programme/kunjungan-satusehat.yaml', programmeDirs));
  if (!settings.ok) throw new TablesFault(settings.issues);
  return settings.value;
}
