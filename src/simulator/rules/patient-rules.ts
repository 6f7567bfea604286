import { itemsOf, textAt, type JsonObject } from '../json.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { mandatory, numbered, type Rule, type RuleContext } from './rule.ts';

const dayMs = 86_400_000;
const newbornDays = 60;

/** What the dictionary's rows about a Patient say beyond their kind: the four parts of an address, and how old a newborn may be. */
export const patientRules: readonly Rule[] = [mandatory(10397, 'Patient.birthDate'), wholeAddress, youngEnough];

/** The published refusal of a Patient without address carries four numbers at once. */
function wholeAddress(resource: JsonObject): readonly Refusal[] {
  if (itemsOf(resource['address']).length > 0) return [];
  return [10621, 10622, 10623, 10624].map((rule) =>
    refusal('value', numbered('Element not found: Patient.address', rule), 'Patient.address'),
  );
}

/** A newborn is registered under the mother's NIK within 60 days. */
function youngEnough(resource: JsonObject, { now }: RuleContext): readonly Refusal[] {
  const born = textAt(resource, 'birthDate');
  const isNewborn = itemsOf(resource['identifier']).some((item) => textAt(item, 'system')?.endsWith('/id/nik-ibu') === true);
  if (!isNewborn || born === undefined) return [];
  if (Math.floor((now.getTime() - Date.parse(born)) / dayMs) <= newbornDays) return [];
  const text = numbered(`Day difference from Birth Date with ${now.toUTCString()} can't be more than ${String(newbornDays)} days`, 10397);
  return [refusal('value', text, 'Patient.birthDate')];
}
