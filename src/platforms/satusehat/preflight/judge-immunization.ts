import { field, text } from '../../answer.ts';
import { toMoment } from './ask-value.ts';
import { itemsOf, type Finding, type Surroundings } from './finding.ts';

/** What an Immunization is asked by what it says: a dose given here, one reported, or one not given (field report of staging, 2026-09-13). */
export function judgeImmunization(dose: unknown, around: Surroundings): readonly Finding[] {
  const isDone = field(dose, 'status') === 'completed';
  const isReported = functionsOf(dose).some(({ code }) => code === 'EP');
  return [
    ...judgeMoment(dose, around),
    ...judgeVisit(dose, isReported, around),
    ...judgePlace(dose, isDone, around),
    ...judgeProtocol(dose, isDone),
    ...judgeFunctions(dose),
    ...(isDone && field(dose, 'primarySource') === true ? judgeGiven(dose, isReported) : []),
  ];
}

function judgeMoment(dose: unknown, { now, earliest }: Surroundings): readonly Finding[] {
  const value = field(dose, 'occurrenceDateTime');
  const expression = 'Immunization.occurrenceDateTime';
  const moment = toMoment(value);
  if (value === undefined) return [];
  if (moment === undefined) return [{ rule: 10156, fault: 'bentuk-saat', expression }];
  return moment > now.getTime() || moment < earliest ? [{ rule: 10156, fault: 'di-luar-masa', expression }] : [];
}

/** A report without visit was answered 201 (Postman collection 13). */
function judgeVisit(dose: unknown, isReported: boolean, { typeOf }: Surroundings): readonly Finding[] {
  const encounter = field(dose, 'encounter');
  if (typeOf(text(field(encounter, 'reference'))) === 'Encounter') return [];
  const isDoubted = encounter === undefined && isReported;
  const finding: Finding = { rule: 10293, fault: 'acuan-tidak-ada', expression: 'Immunization.encounter' };
  return [isDoubted ? { ...finding, doubt: 'sengketa' } : finding];
}

/** Completed doses without place were answered 201 (Postman collections 06, 13, 14). */
function judgePlace(dose: unknown, isDone: boolean, { typeOf }: Surroundings): readonly Finding[] {
  const location = field(dose, 'location');
  const finding: Finding = { rule: 10305, fault: 'acuan-tidak-ada', expression: 'Immunization.location' };
  if (location === undefined) return isDone ? [{ ...finding, doubt: 'sengketa' }] : [];
  return typeOf(text(field(location, 'reference'))) === 'Location' ? [] : [finding];
}

function judgeProtocol(dose: unknown, isDone: boolean): readonly Finding[] {
  const protocols = itemsOf(field(dose, 'protocolApplied'));
  const finding: Finding = { rule: 10450, fault: 'tidak-ada', expression: 'Immunization.protocolApplied' };
  if (protocols.length === 0 && isDone) return [field(dose, 'primarySource') === false ? { ...finding, doubt: 'sengketa' } : finding];
  return protocols.flatMap((protocol, at): readonly Finding[] => {
    const ordinal = field(protocol, 'doseNumberPositiveInt');
    const expression = `Immunization.protocolApplied[${String(at)}].doseNumberPositiveInt`;
    const isOrdinal = typeof ordinal === 'number' && Number.isInteger(ordinal) && ordinal > 0;
    return isOrdinal ? [] : [{ rule: 10456, fault: ordinal === undefined ? 'tidak-ada' : 'bentuk-nilai', expression }];
  });
}

/** AP and OP give, EP reports; a report that calls itself the primary source was answered 201 in 2023 (Postman collection 13). */
function judgeFunctions(dose: unknown): readonly Finding[] {
  const given = field(dose, 'primarySource');
  if (typeof given !== 'boolean') return [];
  return functionsOf(dose)
    .filter(({ code }) => (given ? code !== 'AP' && code !== 'OP' : code !== 'EP'))
    .map(({ code, expression }) => ({
      ...({ rule: 10307, fault: 'kode-asing', expression } as const),
      ...(code === 'EP' ? { doubt: 'sengketa' as const } : {}),
    }));
}

function judgeGiven(dose: unknown, isReported: boolean): readonly Finding[] {
  const doubt = isReported ? { doubt: 'sengketa' as const } : {};
  const lot: readonly Finding[] =
    text(field(dose, 'lotNumber')) === '' ? [{ rule: 10306, fault: 'tidak-ada', expression: 'Immunization.lotNumber', ...doubt }] : [];
  return [...lot, ...judgeExpiry(dose)];
}

/** Doses without expiry were answered 201 and 200 (Postman collection 18); a stale one never. */
function judgeExpiry(dose: unknown): readonly Finding[] {
  const [expiry, moment] = [text(field(dose, 'expirationDate')), toMoment(field(dose, 'occurrenceDateTime'))];
  const expression = 'Immunization.expirationDate';
  if (expiry === '') return [{ rule: 10307, fault: 'tidak-ada', expression, doubt: 'sengketa' }];
  const isFresh = moment === undefined || expiry > new Date(moment).toISOString().slice(0, 10);
  return isFresh ? [] : [{ rule: 10307, fault: 'urutan-saat', expression }];
}

function functionsOf(dose: unknown): readonly { readonly code: string; readonly expression: string }[] {
  return itemsOf(field(dose, 'performer')).flatMap((performer, at) =>
    itemsOf(field(field(performer, 'function'), 'coding')).map((coding) => ({
      code: text(field(coding, 'code')),
      expression: `Immunization.performer[${String(at)}].function`,
    })),
  );
}
