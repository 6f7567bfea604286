import type { ElementDefinition, ElementResource, ElementTable } from './element-definition.ts';
import type { Element } from './visit.ts';

/**
 * Says whether an element may go to a platform: where the programme says so, or where the head of the puskesmas lets it go by name. By name nothing
 * goes that is written in free words: it may hold anything (field rule 6).
 */
export function createMaySend({ elements }: ElementTable, platform: string): (key: string, alsoSend?: readonly string[]) => boolean {
  return (key, alsoSend = []) => {
    const element = elements.get(key);
    if (element === undefined) return false;
    return element.kirim[platform] === true || (element.shape !== 'text' && alsoSend.includes(key));
  };
}

/**
 * Says whether an element may go to a FHIR server of one's own: as it says of itself (`kirim`), or else unless it is for named officers only.
 * What was written in free words goes only where the server is shown names, for it may hold some (field rule 6).
 */
export function createMaySendToServer(
  { elements }: ElementTable,
  { platform, showsNames }: { readonly platform: string; readonly showsNames: boolean },
): (key: string) => boolean {
  return (key) => {
    const element = elements.get(key);
    if (element === undefined) return false;
    const said = element.kirim[platform];
    if (said !== undefined) return said === true;
    return element.kerahasiaan !== 'sangat-terbatas' && (showsNames || element.shape !== 'text');
  };
}

/** The keys of elements that are computed of a visit and never read. */
export function listComputedKeys({ elements }: ElementTable): readonly string[] {
  return [...elements.values()].flatMap(({ key, computed }) => (computed === undefined ? [] : [key]));
}

/** The form and the item of it that an element answers; undefined for one that is no answer. */
export function createAnswerOf({ elements }: ElementTable): (key: string) => FormItem | undefined {
  return (key) => {
    const { questionnaire, linkId } = elements.get(key)?.fhir ?? {};
    return questionnaire === undefined || linkId === undefined ? undefined : { questionnaire, linkId };
  };
}

/** An item of a form. */
export interface FormItem {
  readonly questionnaire: string;
  readonly linkId: string;
}

/** Resources that are what their code says: one whose value no code is known for says nothing to a platform. */
const byCode: ReadonlySet<ElementResource> = new Set<ElementResource>([
  'Condition',
  'Procedure',
  'Immunization',
  'MedicationStatement',
  'ServiceRequest',
]);

/** True for an element that becomes a resource of words alone: it is kept here, and no national platform takes it. */
export function isUncoded({ value }: Element, { fhir }: ElementDefinition): boolean {
  if (fhir === undefined || !byCode.has(fhir.resource) || fhir.code !== undefined || fhir.medication !== undefined) return false;
  if (value.kind === 'coded') return fhir.values?.[value.code] === undefined && fhir.valueSystem === undefined;
  return value.kind === 'text';
}
