import type { ElementOrigin, OriginRule, ResourceLineage, VisitLineage } from '../map/lineage/element-origin.ts';
import { toCellText, type SourceCell } from '../map/lineage/source-cell.ts';

/** How lineages are printed: one JSON object for each resource, or a table in Indonesian. */
export interface LineageShowing {
  readonly json: boolean;
  readonly out: NodeJS.WritableStream;
}

/** Prints where each element of each resource comes from. Cells are named, never quoted. */
export function printLineage(lineages: Iterable<VisitLineage>, { json, out }: LineageShowing): void {
  const rules = new Map<string, OriginRule>();
  for (const lineage of lineages) {
    for (const line of json ? toJsonLines(lineage) : toTable(lineage, rules)) out.write(`${line}\n`);
  }
  if (!json) for (const line of toSources(rules)) out.write(`${line}\n`);
}

function toJsonLines({ visit, rows, keys, resources }: VisitLineage): readonly string[] {
  return resources.map((resource) => JSON.stringify({ lineage: { visit, rows, keys, ...resource } }));
}

function* toTable({ visit, rows, keys, resources }: VisitLineage, rules: Map<string, OriginRule>): Generator<string> {
  yield '';
  yield `Silsilah ${visit}, baris ${rows.map(String).join(', ')}`;
  if (keys.length > 0) yield `  Rekaman dirangkai menurut: ${toCells(keys)}`;
  for (const resource of resources) {
    yield `  ${toTitle(resource)}`;
    if (resource.needs.length > 0) yield `    ada karena ${toCells(resource.needs)}`;
    const width = Math.max(...resource.origins.map(({ path }) => path.length));
    for (const origin of resource.origins) {
      for (const rule of origin.rules) rules.set(toRuleText(rule), rule);
      yield `    ${origin.path.padEnd(width)}  <- ${toOrigin(origin)}`;
    }
  }
}

function toTitle({ resource, element }: ResourceLineage): string {
  return element === undefined ? resource : `${resource} (${element.key} ${String(element.ordinal)})`;
}

function toOrigin({ cells, decidedBy, together = [], rules }: ElementOrigin): string {
  const parts = [
    toFrom(cells, together),
    rules.map(toRuleText).join(' + '),
    ...(decidedBy.length > 0 ? [`ditentukan juga oleh ${toCells(decidedBy)}`] : []),
  ];
  return parts.join('; ');
}

function toFrom(cells: readonly SourceCell[], together: readonly SourceCell[]): string {
  if (cells.length > 0) return toCells(cells);
  return together.length > 0 ? `bersama ${toCells(together)}` : 'tetap';
}

function toCells(cells: readonly SourceCell[]): string {
  return cells.map((cell) => `${toCellText(cell)}${cell.conversion === undefined ? '' : ` (${cell.conversion})`}`).join(', ');
}

function toRuleText({ is, of }: OriginRule): string {
  return is === 'rujukan' ? 'rujukan di dalam Bundle' : `${is} ${of.replace(/^.*\/StructureDefinition\//, '')}`;
}

/** What each rule rests on, once. */
function* toSources(rules: ReadonlyMap<string, OriginRule>): Generator<string> {
  const cited = [...rules].filter(([, { version, citation }]) => version !== undefined || citation !== undefined);
  if (cited.length === 0) return;
  yield '';
  yield 'Aturan dan dasarnya';
  for (const [text, { version, citation }] of cited.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const parts = [citation, version === undefined ? undefined : `versi ${version}`].filter((part) => part !== undefined);
    yield `  ${text}: ${parts.join('; ')}`;
  }
}
