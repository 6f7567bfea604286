import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { toContentVersion } from '../../map/content-version.ts';
import type { TableFile } from '../../map/tables/read-table.ts';
import { readTable } from '../../map/tables/read-table.ts';
import { chooseSettings } from '../status/check-words.ts';
import { antenatalTablesSchema } from './antenatal-schema.ts';
import type { AntenatalTables } from './antenatal-tables.ts';

/** Checks and compiles programme/antenatal.yaml. */
export function parseAntenatalTables(file: TableFile): Checked<AntenatalTables> {
  const table = readTable(file, antenatalTablesSchema);
  if (!table.ok) return table;
  const { value, fault } = table.value;
  const issues: Issue[] = [];
  const settings = chooseSettings(value.settings, (path, message) => issues.push(fault(path, message)));
  if (issues.length > 0) return toFailed(...issues);
  const { pregnancy, childbed, newborn } = value;
  return toPassed({
    version: toContentVersion([file]),
    settings,
    pregnancy,
    childbed: childbed.windows,
    newborn: newborn.windows,
  });
}
