import type { Column, Source } from '../../../src/map/source.ts';
import { findColumn } from '../../../src/map/records/match-fields.ts';
import { findColumn as findHeading } from '../../../src/map/rows/match-header.ts';
import type { ElementOrigin, ResourceLineage, VisitLineage } from '../../../src/map/lineage/element-origin.ts';
import { become, trace, type ReadBy, type Shown, type ShownVisits } from './a-file.ts';
import { toName, type FileCell } from './cells-of-file.ts';
import { toOthers, toOtherTitles } from './other-contents.ts';

/** What a file's lineage was found to say wrongly, and how much of it was held against the file. */
export interface Checked {
  /** Leaves that a cell changed which they do not name: `Observation(berat-badan).value.value <- 3|TB`. */
  readonly unnamed: readonly string[];
  /** Leaves that stay as they are whatever their named cell says. */
  readonly unmoved: readonly string[];
  readonly leaves: number;
  readonly contents: number;
}

interface Leaf {
  readonly resource: ResourceLineage;
  readonly origin: ElementOrigin;
  readonly named: ReadonlySet<string>;
  readonly movedBy: Set<string>;
}

/** Changes one cell after the other, reads the whole file again, and holds what became of it against what its lineage says. */
export async function checkFile(text: string, cells: readonly FileCell[], by: ReadBy, random: () => number): Promise<Checked> {
  const { lineage, shown: before } = await trace(text, by);
  const leaves = lineage.flatMap(toLeavesOf);
  const unnamed = new Set<string>();
  const tried = new Set<string>();
  const changes = cells.flatMap((cell) => toContents(cell, by.source, random).map((content) => ({ cell, content })));
  for (const { cell, content } of changes) {
    for (const name of cell.names) tried.add(name);
    const after = await become(cell.with(content), by);
    for (const leaf of leaves.filter((one) => isMoved(one, before, after))) noteMoved(leaf, cell, unnamed);
  }
  return { unnamed: [...unnamed], unmoved: listUnmoved(leaves, tried), leaves: leaves.length, contents: changes.length };
}

function toLeavesOf({ keys, resources }: VisitLineage): readonly Leaf[] {
  return resources.flatMap((resource) =>
    resource.origins.map((origin): Leaf => {
      const all = [...resource.needs, ...origin.cells, ...origin.decidedBy, ...(origin.together ?? []), ...keys];
      return { resource, origin, named: new Set(all.map(toName)), movedBy: new Set() };
    }),
  );
}

function noteMoved(leaf: Leaf, cell: FileCell, unnamed: Set<string>): void {
  for (const name of cell.names) leaf.movedBy.add(name);
  if (!cell.names.some((name) => leaf.named.has(name))) unnamed.add(`${toText(leaf)} <- ${cell.names[0] ?? ''}`);
}

function listUnmoved(leaves: readonly Leaf[], tried: ReadonlySet<string>): readonly string[] {
  return leaves.flatMap((leaf) =>
    leaf.origin.cells
      .map(toName)
      .filter((name) => tried.has(name) && !leaf.movedBy.has(name))
      .map((name) => `${toText(leaf)} <- ${name}`),
  );
}

function toText({ resource, origin }: Leaf): string {
  return `${String(resource.row)} ${resource.element?.key ?? resource.resource}: ${origin.path}`;
}

function isMoved({ resource, origin }: Leaf, before: ShownVisits, after: ShownVisits): boolean {
  const was = before.get(resource.row)?.find(({ id }) => resource.fullUrl.endsWith(id));
  const now = findAgain(was, after.get(resource.row) ?? []);
  const name = was?.named.get(origin.path) ?? '';
  return was?.leaves.get(name) !== now?.leaves.get(name);
}

/** The resource of the same element that has most in common with what it was. */
function findAgain(was: Shown | undefined, resources: readonly Shown[]): Shown | undefined {
  const alike = resources.filter(({ key }) => key === was?.key);
  const shared = (one: Shown): number => [...(was?.leaves ?? [])].filter(([path, value]) => one.leaves.get(path) === value).length;
  return alike.toSorted((one, other) => shared(other) - shared(one))[0];
}

function toContents(cell: FileCell, source: Source, random: () => number): readonly string[] {
  if (cell.column === 'judul') return toOtherTitles(cell.text);
  return [...toOthers(cell.text, toColumn(cell, source), source, random), ...(cell.text.trim() === '' ? [] : [''])];
}

function toColumn({ names, column }: FileCell, source: Source): Column | undefined {
  const { records } = source;
  if (records === undefined) return findHeading(column.replace(/^kolom (?=\d+$)/, ''), source);
  const found = names.flatMap((name) => {
    const [row = '', field = ''] = name.split('|');
    return toPrefixes(row, records).flatMap((prefix) => findColumn(`${prefix}${field}`, source) ?? []);
  });
  return found.find(({ read }) => read !== undefined);
}

/** What a field of an object at this path is called from its records: their own, of what encloses them, of a table they are joined to. */
function toPrefixes(row: string, { path, joins }: NonNullable<Source['records']>): readonly string[] {
  const joined = joins.filter(({ table }) => row.startsWith(`$.${table.join('.')}[`)).map(({ name }) => `${name}.`);
  const named = path.slice(row.split('[').length - 1).filter(({ fields }) => fields.length > 0);
  const isAbove = row === '$' || row.startsWith(`$.${path[0]?.fields.join('.') ?? ''}[`) || row.startsWith('$[');
  return [...joined, ...(isAbove ? [row === '$' ? 'berkas.' : 'induk.'.repeat(named.length)] : [])];
}
