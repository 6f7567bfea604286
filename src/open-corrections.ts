import { readProgrammeTable } from './ingest/programme-files.ts';
import { readCorrectionTable } from './platforms/satusehat/correction/read-correction-table.ts';
import type { CorrectionTable } from './platforms/satusehat/correction/ways.ts';
import { packageRoot } from './root.ts';

/** What a machine may change at SATUSEHAT after it was sent: the table of the programme, or that of the last of a district's own folders that has one. */
export async function loadCorrectionTable(programmeDirs: readonly string[] = []): Promise<CorrectionTable> {
  const file = await readProgrammeTable(packageRoot, 'programme/satusehat/koreksi.yaml', programmeDirs, 'koreksi-satusehat.yaml');
  const table = readCorrectionTable(file);
  if (table.ok) return table.value;
  throw new CorrectionTableFault(table.issues.map(({ text, diagnostics }) => `${text}\n  ${diagnostics}`).join('\n'));
}

/** The table does not say what it has to; every fault with file and line. */
class CorrectionTableFault extends Error {
  override readonly name = 'CorrectionTableFault';
}
