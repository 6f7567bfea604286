import { field, text } from '../../answer.ts';
import { itemsOf, type Finding, type Surroundings } from './finding.ts';

const dayMs = 86_400_000;
const newbornDays = 60;

/** Twenty-nine forms were answered 200, the dictionary names five: any number of the ministry's passes. */
export function judgeAnswers(response: unknown): readonly Finding[] {
  const form = text(field(response, 'questionnaire'));
  const expression = 'QuestionnaireResponse.questionnaire';
  if (form === '') return [{ rule: 10169, fault: 'tidak-ada', expression }];
  return /^https:\/\/fhir\.kemkes\.go\.id\/Questionnaire\/Q\d{4}$/.test(form) ? [] : [{ rule: 10169, fault: 'kode-asing', expression }];
}

/** A new Patient has an address, of which four numbers speak at once, and under the mother's NIK is at most 60 days old (published refusals). */
export function judgePatient(patient: unknown, { now }: Surroundings): readonly Finding[] {
  const born = text(field(patient, 'birthDate'));
  const expression = 'Patient.birthDate';
  return [
    ...(itemsOf(field(patient, 'address')).length > 0
      ? []
      : [10621, 10622, 10623, 10624].map((rule): Finding => ({ rule, fault: 'tidak-ada', expression: 'Patient.address' }))),
    ...(born === '' ? [{ rule: 10397, fault: 'tidak-ada', expression } as const] : []),
    ...(isNewborn(patient) && Math.floor((now.getTime() - Date.parse(born)) / dayMs) > newbornDays
      ? [{ rule: 10397, fault: 'di-luar-masa', expression } as const]
      : []),
  ];
}

function isNewborn(patient: unknown): boolean {
  return itemsOf(field(patient, 'identifier')).some((identifier) => text(field(identifier, 'system')).endsWith('/id/nik-ibu'));
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Every entry of a transaction has an address of its own, `urn:uuid:` and a UUID, and none is a Bundle (rules 20011, 20017 to 20021). */
export function judgeBundle(bundle: unknown): readonly Finding[] {
  const seen = new Set<string>();
  return itemsOf(field(bundle, 'entry')).flatMap((entry, at): readonly Finding[] => {
    const place = `Bundle.entry[${String(at)}]`;
    if (field(field(entry, 'resource'), 'resourceType') === 'Bundle')
      return [{ rule: 20011, fault: 'bungkusan', expression: `${place}.resource` }];
    const address = text(field(entry, 'fullUrl')).toLowerCase();
    const rule = seen.has(address) ? 20020 : ruleOfAddress(address);
    seen.add(address);
    return rule === undefined ? [] : [{ rule, fault: 'bungkusan', expression: `${place}.fullUrl` }];
  });
}

function ruleOfAddress(address: string): number | undefined {
  if (address === '') return 20021;
  if (!address.startsWith('urn:uuid')) return 20018;
  if (!address.startsWith('urn:uuid:')) return 20017;
  return uuid.test(address.slice('urn:uuid:'.length)) ? undefined : 20019;
}
