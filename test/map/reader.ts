import { join } from 'node:path';
import { convertFile } from '../../src/cli/convert-command.ts';
import type { ConvertedFile } from '../../src/cli/convert-command.ts';
import { loadGrowthTables, loadGrowthThresholds } from '../../src/ingest/growth-tables.ts';
import { readInsightRules } from '../../src/ingest/insight-rules.ts';
import { readProgrammeFiles, readSourceFolders } from '../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import { compileSource } from '../../src/map/compile-source.ts';
import { convertRows } from '../../src/map/convert/convert-rows.ts';
import type { Conversion } from '../../src/map/convert/convert-rows.ts';
import type { ElementTable } from '../../src/map/element-definition.ts';
import type { MappedRow } from '../../src/map/mapped-row.ts';
import { resolvePlace } from '../../src/map/places/resolve-place.ts';
import type { Programme } from '../../src/map/programme.ts';
import { createRowReader } from '../../src/map/rows/create-row-reader.ts';
import type { RequestFacts, RowContext } from '../../src/map/rows/row-context.ts';
import type { Source } from '../../src/map/source.ts';
import type { Issue } from '../../src/fhir/issue.ts';
import { readSiteFolder } from '../../src/open-titian.ts';
import { packageRoot } from '../../src/root.ts';

/** Everything a test needs to read rows as the gateway does: programme, sources, growth tables and the example site. */
export interface TestReader {
  readonly programme: Programme;
  readonly sources: ReadonlyMap<string, Source>;
  readonly convert: (
    source: string,
    path: string,
    request?: RequestFacts,
    asOf?: string,
  ) => Promise<ConvertedFile & { readonly elements: ElementTable }>;
  /** Reads lines of cells as one file; the first line of the file is line 1. */
  readonly read: (source: string | Source, lines: readonly (readonly string[])[], request?: RequestFacts) => ReadLines;
}

export interface ReadLines {
  readonly rows: readonly MappedRow[];
  readonly fileIssues: readonly Issue[];
  readonly conversion: Conversion;
}

/** The day on which tests read: after every sample. */
const asOf = '2025-12-31';

/** Builds the reader once for a test file. */
export async function aReader(): Promise<TestReader> {
  const programme = orThrow(compileProgramme(await readProgrammeFiles(packageRoot)));
  const folders = await readSourceFolders(join(packageRoot, 'sources'), 'sources');
  const sources = new Map(folders.map(({ name, files }) => [name, orThrow(compileSource(name, files, programme))] as const));
  const [growth, thresholds] = await Promise.all([loadGrowthTables(packageRoot), loadGrowthThresholds(packageRoot)]);
  const rules = orThrow(await readInsightRules(packageRoot, { elements: programme.elements, thresholds }));
  const site = await readSiteFolder(join(packageRoot, 'site-example'));
  const contextOf = (request: RequestFacts): RowContext => ({
    programme,
    growth,
    asOf,
    request,
    resolvePlace: (written, on) => resolvePlace(site, written, undefined, on),
  });
  const sourceOf = (name: string | Source): Source => {
    const source = typeof name === 'string' ? sources.get(name) : name;
    if (source === undefined) throw new Error('no such source');
    return source;
  };
  return {
    programme,
    sources,
    convert: async (name, path, request = {}, day = asOf) => {
      const tables = { programme, sources, growth, thresholds, ...rules };
      const converted = await convertFile(path, sourceOf(name), { tables, site, context: { ...contextOf(request), asOf: day } });
      return { ...converted, elements: programme.elements };
    },
    read: (name, lines, request = {}) => {
      const source = sourceOf(name);
      const reader = createRowReader(source, contextOf(request), [...sources.values()]);
      const taken = lines.flatMap((cells, at) => reader.take({ ok: true, line: at + 1, value: { line: at + 1, cells }, issues: [] }));
      const rows = [...taken, ...reader.end()];
      const ids = { person: 0, visit: 0 };
      const conversion = convertRows(rows, {
        source,
        programme,
        growth,
        thresholds,
        ...rules,
        asOf,
        site,
        newPersonId: () => `orang-${String((ids.person += 1))}`,
        newVisitId: () => `kunjungan-${String((ids.visit += 1))}`,
      });
      return { rows, fileIssues: reader.issues(), conversion };
    },
  };
}

function orThrow<T>(checked: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] }): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.issues.map(({ diagnostics }) => diagnostics).join('\n'));
}
