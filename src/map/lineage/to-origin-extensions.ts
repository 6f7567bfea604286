import type { Extension } from '@medplum/fhirtypes';
import { profiles } from '../../fhir/systems.ts';
import type { ElementOrigin, OriginRule, ResourceLineage, VisitLineage } from './element-origin.ts';
import { toCellText, type SourceCell } from './source-cell.ts';

/** The lineage of a visit as extensions of its Provenance, one for each element, and one for the resource as a whole where cells have to be filled for it. Cells are named, never quoted. */
export function toOriginExtensions({ resources }: VisitLineage): readonly Extension[] {
  return resources.flatMap((resource) =>
    [...toWhole(resource), ...resource.origins].map((origin) => toOriginExtension(resource.fullUrl, origin)),
  );
}

/** The resource as a whole, by the cells that have to be filled for it. */
function toWhole({ resource, needs, element }: ResourceLineage): readonly ElementOrigin[] {
  if (needs.length === 0) return [];
  const rule: OriginRule = element === undefined ? { is: 'profil', of: resource } : { is: 'elemen', of: element.key };
  return [{ path: resource, cells: [], decidedBy: needs, rules: [rule] }];
}

function toOriginExtension(fullUrl: string, { path, cells, decidedBy, together = [], rules }: ElementOrigin): Extension {
  const conversions = new Set([...cells, ...together].flatMap(({ conversion }) => conversion ?? []));
  return {
    url: profiles.elementOrigin,
    extension: [
      { url: 'sumberdaya', valueUri: fullUrl },
      { url: 'unsur', valueString: path },
      ...toTexts('sel', [...cells, ...together].map(toCellText)),
      ...toTexts(
        'penentu',
        decidedBy.map((cell: SourceCell) => toCellText(cell)),
      ),
      ...toTexts('konversi', [...conversions]),
      ...toTexts('aturan', rules.map(toRuleText)),
    ],
  };
}

function toTexts(url: string, texts: readonly string[]): readonly Extension[] {
  return texts.map((valueString) => ({ url, valueString }));
}

/** A rule with the version of its table; the citation stands in that table. */
function toRuleText({ is, of, version }: OriginRule): string {
  return version === undefined ? `${is} ${of}` : `${is} ${of} (${version})`;
}
