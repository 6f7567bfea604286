import type { Issue } from './fhir/issue.ts';
import type { Checked } from './fhir/checked.ts';
import { loadGrowthTables, loadGrowthThresholds } from './ingest/growth-tables.ts';
import { readInsightRules } from './ingest/insight-rules.ts';
import { readProgrammeFiles, readSourceFolders } from './ingest/programme-files.ts';
import type { AntenatalTables } from './insight/antenatal/antenatal-tables.ts';
import type { GrowthTables } from './insight/growth/parse-growth-tables.ts';
import type { GrowthThresholds } from './insight/growth/growth-thresholds-schema.ts';
import type { StatusTables } from './insight/status/status-tables.ts';
import type { WarningRules } from './insight/warnings/warning-rules.ts';
import { compileProgramme } from './map/compile-programme.ts';
import { compileSource } from './map/compile-source.ts';
import type { Programme } from './map/programme.ts';
import type { Source } from './map/source.ts';
import { loadRegencies } from './load-wilayah.ts';
import { packageRoot } from './root.ts';
import { loadValidator } from './validate/load-validator.ts';
import type { Validator } from './validate/validator.ts';

/** Everything that is data in this house, compiled once at start and frozen. */
export interface Tables {
  readonly programme: Programme;
  readonly sources: ReadonlyMap<string, Source>;
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
  readonly statuses: StatusTables;
  readonly antenatal: AntenatalTables;
  readonly warnings: WarningRules;
  readonly validator: Validator;
}

/** Tables with faults: nothing is loaded, every fault is named with file and line. */
export class TablesFault extends Error {
  override readonly name = 'TablesFault';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(
      `Tabel tidak dapat dipakai / tables cannot be used:\n${issues.map(({ cell, text, diagnostics }) => `  ${cell ?? ''} ${text} / ${diagnostics}`).join('\n')}`,
    );
    this.issues = issues;
  }
}

/**
 * Loads programme, sources (a later folder wins over an earlier one of the same name), growth tables and the validator. `programmeDirs` are
 * folders of a district's own, in the form of programme/, whose tables are added to those of the package or go over them.
 */
export async function loadTables(sourceDirs: readonly string[], programmeDirs: readonly string[] = []): Promise<Tables> {
  const [files, folders, growth, thresholds, validator, regencies] = await Promise.all([
    readProgrammeFiles(packageRoot, programmeDirs),
    Promise.all(sourceDirs.map((dir) => readSourceFolders(dir))),
    loadGrowthTables(packageRoot),
    loadGrowthThresholds(packageRoot, programmeDirs),
    loadValidator(),
    loadRegencies(),
  ]);
  const programme = { ...orFault(compileProgramme(files)), regencies };
  const rules = orFault(await readInsightRules(packageRoot, { ...programme, thresholds }, programmeDirs));
  const sources = new Map<string, Source>();
  const issues: Issue[] = [];
  for (const folder of folders.flat()) {
    const compiled = compileSource(folder.name, folder.files, programme);
    if (compiled.ok) sources.set(folder.name, compiled.value);
    else issues.push(...compiled.issues);
  }
  if (issues.length > 0) throw new TablesFault(issues);
  return { programme, sources, growth, thresholds, ...rules, validator };
}

function orFault<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new TablesFault(checked.issues);
  return checked.value;
}
