import { elementsAt } from '../element-path.ts';
import { itemsOf, textAt, valueAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { dateTime, readInstant } from './date-time.ts';
import { mandatoryReference, optionalReference } from './references.ts';
import { isRefused, mandatory, numbered, type Rule, type RuleContext } from './rule.ts';

const functionSystem = 'http://terminology.hl7.org/CodeSystem/v2-0443';
const encounter = { rule: 10293, targets: ['Encounter'] };
const location = { rule: 10305, targets: ['Location'] };

/** What the dictionary's rows about an Immunization mean for a dose given here, one reported, and one not given, as staging enforced it in September 2026. */
export const immunizationRules: readonly Rule[] = [
  dateTime(10156, 'Immunization.occurrenceDateTime'),
  withVisit,
  withProtocol,
  countedDose,
  atPlace,
  primarySourceWhole,
];

/** A report without visit was answered 201 (Postman collection 13). */
function withVisit(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const mayLack = functionsOf(resource).includes('EP') && !isRefused('diterima', context);
  return (mayLack ? optionalReference : mandatoryReference)(encounter, 'Immunization.encounter')(resource, context);
}

/** A dose not given may go without protocol; history without it was answered 201 in 2023, staging of 2026 is said to want it. */
function withProtocol(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const isHistory = resource['primarySource'] === false;
  if (resource['status'] !== 'completed' || (isHistory && !isRefused('ditolak', context))) return [];
  return mandatory(10450, 'Immunization.protocolApplied')(resource, context);
}

function countedDose(resource: JsonObject): readonly Refusal[] {
  return itemsOf(resource['protocolApplied']).flatMap((protocol, index) => {
    const dose = valueAt(protocol, 'doseNumberPositiveInt');
    const expression = `Immunization.protocolApplied[${String(index)}].doseNumberPositiveInt`;
    if (typeof dose === 'string') return [refusal('value', numbered(`Integer formated as a string: '${dose}'`, 10456), expression)];
    return typeof dose === 'number' && Number.isInteger(dose) && dose > 0
      ? []
      : [refusal('value', numbered(`Element not found: ${expression}`, 10456), expression)];
  });
}

/** The dictionary wants a place for every completed dose; requests without one were answered 201 (Postman collections 06, 13, 14). */
function atPlace(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const isDemanded = resource['status'] === 'completed' && isRefused('diterima', context);
  return (isDemanded ? mandatoryReference : optionalReference)(location, 'Immunization.location')(resource, context);
}

/** A dose given here names its lot, its expiry and who gave it (AP, OP); a reported dose is entered by EP. */
function primarySourceWhole(resource: JsonObject, context: RuleContext): readonly Refusal[] {
  const given = resource['primarySource'];
  if (typeof given !== 'boolean') return [];
  const strange = strangeFunctions(resource, given, context);
  if (!given || resource['status'] !== 'completed') return strange;
  if (functionsOf(resource).includes('EP') && !isRefused('ditolak', context)) return strange;
  const expiry = isRefused('ditolak', context) ? mandatory(10307, 'Immunization.expirationDate')(resource, context) : [];
  return [...strange, ...mandatory(10306, 'Immunization.lotNumber')(resource, context), ...expiry, ...freshDose(resource, context)];
}

function strangeFunctions(resource: JsonObject, given: boolean, context: RuleContext): readonly Refusal[] {
  const reporting = given && !isRefused('ditolak', context) ? ['EP'] : [];
  const allowed = given ? ['AP', 'OP', ...reporting] : ['EP'];
  return functionsOf(resource)
    .filter((code) => !allowed.includes(code))
    .map((code) =>
      refusal('value', numbered(`Code not found: '${code}' in system: ${functionSystem}`, 10307), 'Immunization.performer[0].function'),
    );
}

function functionsOf(resource: JsonObject): readonly string[] {
  return elementsAt(resource, 'Immunization.performer.function.coding.code').flatMap(({ value }) =>
    typeof value === 'string' ? [value] : [],
  );
}

function freshDose(resource: JsonObject, { settings }: RuleContext): readonly Refusal[] {
  const expiry = textAt(resource, 'expirationDate');
  const given = readInstant(resource['occurrenceDateTime'], settings?.offsets);
  if (expiry === undefined || given === undefined || expiry > new Date(given).toISOString().slice(0, 10)) return [];
  const text = `${numbered(`Invalid date time value : ${expiry}`, 10307)} Not Allowed : must be later than occurrenceDateTime`;
  return [refusal('value', text, 'Immunization.expirationDate')];
}
