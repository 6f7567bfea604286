import type { ElementDefinition } from '../element-definition.ts';
import { toDosePart } from './dose-parts.ts';

/** The conversion a target takes where its column names none. */
export function defaultConversion(is: string, element: ElementDefinition | undefined, hasCodes: boolean): string {
  const own = targetConversions[is];
  if (own !== undefined && !hasCodes) return own;
  if (element !== undefined) return toElementConversion(element);
  if (is.startsWith('reported.')) return toReportedConversion(is, hasCodes);
  return own ?? toDosePart(is)?.conversion ?? 'text';
}

const targetConversions: Readonly<Record<string, string>> = {
  'person.birthDate': 'date',
  'person.sex': 'code',
  'visit.condition': 'code',
  'person.kk': 'kk',
  'person.bpjs': 'bpjs',
  'person.phone': 'phone',
  'person.age': 'age-to-birth',
  'umur-kehamilan': 'gestation-weeks',
  'jarak-kehamilan': 'interval-months',
  'golongan-darah': 'blood-group',
  'protein-urin': 'urine-protein',
  diagnosis: 'diagnosis',
  'person.birthOrder': 'decimal',
  hpl: 'due-date',
  'usg-hpl': 'due-date',
  'visit.date': 'date',
  'visit.month': 'month',
};

const shapeConversions: Partial<Record<ElementDefinition['shape'], string>> = {
  coded: 'code',
  boolean: 'yes-no',
  text: 'text',
  date: 'date',
};

/** What else an element is, its codes say that it is chosen, its unit that it is counted, and without either it is yes or no. */
function toElementConversion({ shape, codes, unit }: ElementDefinition): string {
  const plain = codes === undefined ? 'yes-no' : 'code';
  return shapeConversions[shape] ?? (unit === undefined ? plain : 'decimal');
}

/** True for an element that a form answers with yes or no, whatever it becomes: a finding, an answer, something done, a referral. */
export function isYesNo(element: ElementDefinition): boolean {
  return toElementConversion(element) === 'yes-no';
}

function toReportedConversion(is: string, hasCodes: boolean): string {
  if (hasCodes) return 'code';
  return is.startsWith('reported.zs-') ? 'decimal' : 'text';
}
