import { field, text } from '../../answer.ts';
import { toMoment } from './ask-value.ts';
import { itemsOf, type Finding, type Surroundings } from './finding.ts';

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const kemkes = 'http://terminology.kemkes.go.id/CodeSystem';
const ownSystem = /^http:\/\/sys-ids\.kemkes\.go\.id\/(encounter|episode-of-care|asik|sitb)\/([^/]+)$/;
/** Kamus Validasi 10117; values of KF and KN: field report of staging, 2026-09-21. */
const visitNumbers: Readonly<Record<string, RegExp>> = {
  [`${kemkes}/episodeofcare/ANC`]: /./,
  [`${kemkes}/episodeofcare/puerperium`]: /^KF[1-4]$/,
  [`${kemkes}/episodeofcare/neonate`]: /^KN[1-3]$/,
};

/** What an Encounter is asked beyond what the kinds of its rows say. */
export function judgeEncounter(encounter: unknown, { organization }: Surroundings, classes: ReadonlySet<string>): readonly Finding[] {
  return [
    ...judgeNumbers(encounter, organization),
    ...judgeClass(encounter, classes),
    ...(field(encounter, 'period') === undefined ? [{ rule: 10121, fault: 'tidak-ada', expression: 'Encounter.period' } as const] : []),
    ...judgeHistory(encounter),
    ...(field(encounter, 'status') === 'finished' ? judgeEnd(encounter) : []),
  ];
}

function judgeNumbers(encounter: unknown, organization: string): readonly Finding[] {
  const numbers = itemsOf(field(encounter, 'identifier'));
  if (numbers.length === 0) return [{ rule: 10117, fault: 'tidak-ada', expression: 'Encounter.identifier' }];
  return numbers.flatMap((number, at) => judgeNumber(number, `Encounter.identifier[${String(at)}]`, organization));
}

function judgeNumber(number: unknown, expression: string, organization: string): readonly Finding[] {
  const [system, value] = [text(field(number, 'system')), text(field(number, 'value'))];
  if (value === '') return [{ rule: 10117, fault: 'tidak-ada', expression: `${expression}.value` }];
  const known = visitNumbers[system];
  if (known !== undefined) return known.test(value) ? [] : [{ rule: 10117, fault: 'kode-asing', expression: `${expression}.value` }];
  const isTaken = ownSystem.exec(system)?.[2] === organization || system === 'http://sys-ids.kemkes.go.id/creator';
  return isTaken ? [] : [{ rule: 10117, fault: 'bukan-milik', expression: `${expression}.system` }];
}

/** The ministry's own class was answered 200 in Postman collection 10. */
function judgeClass(encounter: unknown, classes: ReadonlySet<string>): readonly Finding[] {
  const [system, code] = [text(field(field(encounter, 'class'), 'system')), text(field(field(encounter, 'class'), 'code'))];
  if (code === '' || system === `${kemkes}/encounter-class`) return [];
  if (system !== actCode) return [{ rule: 10002, fault: 'sistem-asing', expression: 'Encounter.class.system' }];
  return classes.has(code) ? [] : [{ rule: 10001, fault: 'kode-asing', expression: 'Encounter.class.code' }];
}

function judgeHistory(encounter: unknown): readonly Finding[] {
  const history = itemsOf(field(encounter, 'statusHistory'));
  if (history.length === 0) return [{ rule: 10122, fault: 'tidak-ada', expression: 'Encounter.statusHistory' }];
  return history.flatMap((entry, at) =>
    ['start', 'end'].flatMap((side): readonly Finding[] => {
      const value = field(field(entry, 'period'), side);
      const expression = `Encounter.statusHistory[${String(at)}].period.${side}`;
      return value === undefined || toMoment(value) !== undefined ? [] : [{ rule: 10122, fault: 'bentuk-saat', expression }];
    }),
  );
}

/** Some visits closed without end, dated history or diagnosis were answered 200 in 2023 and 2024; newer reports and rows refuse them. */
function judgeEnd(encounter: unknown): readonly Finding[] {
  return [...judgeSpan(encounter), ...judgeWhole(encounter), ...judgeDiagnosis(encounter)];
}

function judgeSpan(encounter: unknown): readonly Finding[] {
  const expression = 'Encounter.period.end';
  const [start, end] = ['start', 'end'].map((side) => field(field(encounter, 'period'), side));
  if (end === undefined) return [{ rule: 10121, fault: 'tidak-ada', expression, doubt: 'sengketa' }];
  const [from, to] = [toMoment(start), toMoment(end)];
  if (from === undefined || to === undefined || to > from) return [];
  return [{ rule: 10121, fault: 'urutan-saat', expression, ...(to === from ? { doubt: 'sengketa' as const } : {}) }];
}

function judgeWhole(encounter: unknown): readonly Finding[] {
  const history = itemsOf(field(encounter, 'statusHistory'));
  if (history.length === 0) return [];
  const statuses = history.map((entry) => field(entry, 'status'));
  const finding: Finding = { rule: 10122, fault: 'riwayat-kurang', expression: 'Encounter.statusHistory' };
  if (!statuses.includes('in-progress') || !statuses.includes('finished')) return [finding];
  const isDated = history.every((entry) => ['start', 'end'].every((side) => text(field(field(entry, 'period'), side)) !== ''));
  return isDated ? [] : [{ ...finding, doubt: 'sengketa' }];
}

function judgeDiagnosis(encounter: unknown): readonly Finding[] {
  if (itemsOf(field(encounter, 'diagnosis')).length > 0) return [];
  return [{ rule: 10457, fault: 'tidak-ada', expression: 'Encounter.diagnosis', doubt: 'sengketa' }];
}
