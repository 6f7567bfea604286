import { createHmac } from 'node:crypto';
import type { Bundle, BundleEntry } from '@medplum/fhirtypes';
import { toFullUrl } from '../fhir/reference.ts';
import type { Conversion, ConvertedVisit } from '../map/convert/convert-rows.ts';
import type { VisitLineage } from '../map/lineage/element-origin.ts';
import type { LineageSetting } from '../map/lineage/to-lineage.ts';
import { toProvenance } from '../map/lineage/to-provenance.ts';

/** What a Provenance is printed with. */
type Printing = LineageSetting & { readonly out: NodeJS.WritableStream };

/** Prints the Provenance of every visit, one Bundle a line; it is kept out of what is sent. */
export function printProvenance(conversion: Conversion, lineages: readonly VisitLineage[], printing: Printing): void {
  const byVisit = new Map(lineages.map((lineage) => [lineage.visit, lineage] as const));
  for (const converted of conversion.visits) {
    const lineage = byVisit.get(converted.visit.id);
    const bundle = lineage === undefined ? undefined : toBundle(conversion, converted, lineage, printing);
    if (bundle !== undefined) printing.out.write(`${JSON.stringify(bundle)}\n`);
  }
}

function toBundle(conversion: Conversion, { visit, rows }: ConvertedVisit, lineage: VisitLineage, setting: Printing): Bundle | undefined {
  const place = setting.site.places.get(visit.place);
  if (place === undefined) return undefined;
  const { source, site, context } = setting;
  const entry = lineage.resources.map(({ fullUrl }): BundleEntry => ({ fullUrl }));
  const made = toProvenance({
    id: setting.idOf(visit.id, 'provenance', 1),
    // A conversion reads on a day, and at no hour of it.
    recorded: `${context.asOf}T00:00:00Z`,
    environment: setting.environment,
    ...{ visit, place, lineage, bundle: { resourceType: 'Bundle', type: 'collection', entry } },
    tables: { [source.name]: source.version, programme: context.programme.version, jejaring: site.version },
    record: toRecordHash(conversion, rows),
  });
  const entries = made.map((resource) => ({ fullUrl: toFullUrl(resource.id ?? ''), resource }));
  return { resourceType: 'Bundle', type: 'collection', entry: entries };
}

/** The words of the rows under a key: the same record again is known by it, and nobody's number can be guessed from it. */
function toRecordHash({ rows }: Conversion, own: readonly (number | string)[]): string {
  const hash = createHmac('sha256', 'titian convert');
  for (const { row } of rows) if (own.includes(row.row)) hash.update(`${row.contentHash}\0`);
  return hash.digest('hex');
}
