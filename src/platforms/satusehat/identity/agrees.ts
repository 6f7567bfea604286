import { isNikOf, toNikFacts } from '../../../map/conversions/read-nik.ts';
import { toComparableName } from '../../../map/conversions/read-name.ts';
import type { Person, Sex } from '../../../map/visit.ts';
import type { Candidate, Message } from '../../platform.ts';
import { field, list, text } from '../../answer.ts';
import { idOf } from '../answer/answer.ts';
import { isMaskedNameOf } from './masked-name.ts';

/** The name of a resource as the platform shows it, perhaps masked. */
export function nameOf(resource: unknown): string {
  return text(field(list(field(resource, 'name'))[0], 'text'));
}

/** True where an answer tells exactly this birth date. */
export function isBornOn(resource: unknown, { birthDate }: Pick<Person, 'birthDate'>): boolean {
  return birthDate !== undefined && field(resource, 'birthDate') === birthDate;
}

/** True where the NIK's own date and sex are those of the row. */
export function nikAgrees({ nik, birthDate, sex }: Pick<Person, 'nik' | 'birthDate' | 'sex'>): boolean {
  if (nik === undefined || birthDate === undefined) return false;
  return isNikOf(nik, birthDate) && toNikFacts(nik).sex === sex;
}

/** The sex an answer tells; undefined where it tells none. */
export function sexOf(resource: unknown): Sex | undefined {
  const gender = field(resource, 'gender');
  if (gender === 'male') return 'L';
  return gender === 'female' ? 'P' : undefined;
}

/** True unless an answer tells another birth date, sex or name than ours: masked answers say little. */
export function contradictsNot(resource: unknown, { birthDate, sex, name }: Pick<Person, 'birthDate' | 'sex' | 'name'>): boolean {
  const [born, theirSex, called] = [text(field(resource, 'birthDate')), sexOf(resource), nameOf(resource)];
  if (born !== '' && born !== birthDate) return false;
  if (theirSex !== undefined && sex !== undefined && theirSex !== sex) return false;
  return called === '' || isMaskedNameOf(called, name) || toComparableName(called) === toComparableName(name);
}

/** The order of birth an answer tells; 0 for one child. */
export function orderOf(resource: unknown): number {
  const order = field(resource, 'multipleBirthInteger');
  return typeof order === 'number' ? order : 0;
}

/** The identifier of a system in an answer; empty where it tells none. */
export function identifierOf(resource: unknown, system: string): string {
  const found = list(field(resource, 'identifier')).find((one) => field(one, 'system') === system);
  return text(field(found, 'value'));
}

/** What a question asked for by its name. */
export function askedOf({ path }: Message, parameter: string): string {
  return new URLSearchParams(path.split('?')[1]).get(parameter) ?? '';
}

/** A record for a person to look at, with what the platform shows of it. */
export function toCandidate(resource: unknown, by: Candidate['by'], key: string): Candidate {
  const [name, birthDate, sex, birthOrder] = [nameOf(resource), text(field(resource, 'birthDate')), sexOf(resource), orderOf(resource)];
  return {
    ...{ platformId: idOf(resource), by, key },
    ...(name === '' ? {} : { name }),
    ...(birthDate === '' ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
    ...(birthOrder === 0 ? {} : { birthOrder }),
  };
}
