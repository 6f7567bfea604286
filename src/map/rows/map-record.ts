import { createHash } from 'node:crypto';
import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { cleanText } from '../conversions/clean-text.ts';
import { isTestName } from '../conversions/read-name.ts';
import { toMonthsBetween } from '../days.ts';
import { withoutNik } from '../conversions/read-nik.ts';
import { toGiven } from '../given.ts';
import type { MappedRow, RowStatus } from '../mapped-row.ts';
import type { Programme, StageFacts, StageGroup } from '../programme.ts';
import { conditionOfCategory, isNewborn, toLifeStage, toStageGroup } from '../programme.ts';
import type { Source } from '../source.ts';
import type { Reported, VisitDraft } from '../visit.ts';
import { checkAges } from './check-ages.ts';
import { checkGrowth } from './check-growth.ts';
import { dateFacts } from './date-facts.ts';
import { joinDoseParts } from './join-dose-parts.ts';
import { narrowGroup } from './narrow-group.ts';
import { readCondition } from './read-condition.ts';
import type { Listed } from './read-person.ts';
import { readPerson } from './read-person.ts';
import type { PlaceAndDate } from './read-place-and-date.ts';
import { readPlaceAndDate } from './read-place-and-date.ts';
import { readRecorder } from './read-recorder.ts';
import { readSoundElements } from './read-sound-elements.ts';
import { toWidestGroup } from './widest-group.ts';
import type { FileFacts, RowContext, SourceRecord } from './row-context.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { readRowFacts, textOf } from './row-facts.ts';

/** Maps one record of a source to a person and a visit, or says why neither can be made of it. */
export function mapRecord(record: SourceRecord, source: Source, context: RowContext, file: FileFacts): MappedRow {
  const row = readRow(record, source, context);
  const where = readPlaceAndDate(row, source, context, file);
  const issues = where.ok ? row.issues : row.issues.map((issue) => toDecisive(issue, row, record));
  const name = withoutNik(cleanText(textOf(row.facts, 'person.name') ?? ''));
  if (isTestName(name)) return toQuarantined(record, 'data-uji', [...issues, toIssue({ code: 'D30', severity: 'error' })]);
  const unnamed = toUnnamed(name, row);
  if (!where.ok) return toQuarantined(record, where.reason, [...issues, ...where.issues, ...unnamed]);
  if (unnamed.length > 0) return toQuarantined(record, 'tanpa-nama', [...issues, ...unnamed]);
  const placed = { record, row: { ...row, issues: [...issues, ...where.issues] }, where, name, file };
  return source.holds === 'pendaftaran' ? mapEnrolment(placed, source, context) : mapVisit(placed, source, context);
}

/** A register speaks of the day on which it is handed in, unless it says another. */
function readRow(record: SourceRecord, { holds }: Source, { asOf }: RowContext): RowFacts {
  const row = readRowFacts(record, { asOf });
  return holds === 'pendaftaran' ? { ...row, undatedOn: asOf } : row;
}

function toUnnamed(name: string, row: RowFacts): readonly Issue[] {
  return name === '' && !isPointer(row) ? [toIssue({ code: 'tanpa-nama', severity: 'error' })] : [];
}

/** A row that names nobody, but gives the sender's own number of somebody told of before: recognising says whether that is so. */
function isPointer({ facts }: RowFacts): boolean {
  const told = ['person.name', 'person.birthDate', 'person.nik'];
  return textOf(facts, 'person.localId') !== undefined && !facts.some(({ is }) => told.includes(is));
}

/** A row that has a name or a known number, a place and a day. */
interface PlacedRow {
  readonly record: SourceRecord;
  readonly row: RowFacts;
  readonly where: Extract<PlaceAndDate, { readonly ok: true }>;
  readonly name: string;
  readonly file: FileFacts;
}

function mapVisit({ record, row, where, name, file }: PlacedRow, source: Source, context: RowContext): MappedRow {
  const { date, dateEstimated, place } = where;
  const { person, issues } = readPerson(row, name, date, toListed(source, context));
  const told = row.facts.filter(({ unconfirmed }) => unconfirmed !== true);
  const condition = source.about === 'anak' ? undefined : readCondition(told, person, date, source.condition);
  // Of somebody who is only pointed to it is not known here which limits hold.
  const birthDate = person.birthDate ?? person.birthDateEstimate;
  const group = name === '' ? undefined : toGroup({ birthDate, sex: person.sex, date, condition }, source, context.programme);
  const joined = joinDoseParts(toTold(row.facts, where, context), context.programme);
  const facts = dateFacts(joined.facts, date, dateEstimated);
  const read = readSoundElements(facts, { date, programme: context.programme, group, ofAll: source.condition });
  if (read.test) return toQuarantined(record, 'data-uji', [...row.issues, toIssue({ code: 'D30', severity: 'error' })]);
  const checked = checkGrowth(read.elements, { ...person, birth: read.birth }, date, context);
  const ages = checkAges(checked.elements, person.birthDate, date, { group, table: context.programme.elements });
  const all = [...row.issues, ...issues, ...joined.issues, ...read.issues, ...checked.issues, ...ages];
  const known = { ...person, ...(Object.keys(read.birth).length === 0 ? {} : { birth: read.birth }) };
  if (!saysResult(row, where, context)) {
    const said = [...all, toIssue({ code: 'tanpa-hasil', severity: 'information' })];
    return { ...toRow(record, toStatus(said), said), person: known, registered: { place: place.code, date } };
  }
  const { service } = source;
  const recorder = readRecorder(row.facts, source, context, file);
  const verified = isVerified(row, source);
  const visit: VisitDraft = {
    ...toGiven({ visitNumber: textOf(row.facts, 'visit.number') }),
    ...{ date, dateEstimated, place: place.code, service, recorder, verified },
    elements: [...checked.elements, ...(isNewborn(context.programme, { birthDate, date }) ? read.born : [])],
    reported: toReported(row.facts),
    ...toGiven({ condition }),
  };
  return { ...toRow(record, toStatus(all), all), person: known, visit };
}

/** A nakes stands by the record where its source says so of all, or where a name is written for it (field rule 5). */
function isVerified({ facts }: RowFacts, { verified }: Source): boolean {
  return verified || textOf(facts, 'visit.verifiedBy') !== undefined;
}

/** Whom a source lists. */
function toListed({ about, stages, sex, condition, category }: Source, { programme }: RowContext): Listed {
  const ofCategory = category === undefined ? undefined : conditionOfCategory(programme, category);
  const { mothers } = programme.groups.get(stages) ?? {};
  return { child: about === 'anak', mothers, regencies: programme.regencies, sex, condition: condition ?? ofCategory };
}

/** A row of a register opens an entry and is no visit (field rule 1): what it says undated holds on the day of the register. */
function mapEnrolment({ record, row, where, name }: PlacedRow, source: Source, context: RowContext): MappedRow {
  const { date, place } = where;
  const { category = '' } = source;
  const { person, issues } = readPerson(row, name, date, toListed(source, context));
  const condition = conditionOfCategory(context.programme, category);
  const birthDate = person.birthDate ?? person.birthDateEstimate;
  const group = toGroup({ birthDate, sex: person.sex, date, condition }, source, context.programme);
  const joined = joinDoseParts(row.facts, context.programme);
  const read = readSoundElements(joined.facts, { date, programme: context.programme, group });
  if (read.test) return toQuarantined(record, 'data-uji', [...row.issues, toIssue({ code: 'D30', severity: 'error' })]);
  const all = [...row.issues, ...issues, ...joined.issues, ...read.issues];
  const known = { ...person, ...(Object.keys(read.birth).length === 0 ? {} : { birth: read.birth }) };
  const enrolment = { category, place: place.code, from: date, elements: read.elements, reported: toReported(row.facts) };
  return { ...toRow(record, toStatus(all), all), person: known, enrolment };
}

/** The stages that apply: by pregnancy or age, or those the source is about where neither is known. */
function toGroup(facts: StageFacts, source: Source, programme: Programme): StageGroup | undefined {
  const { birthDate, sex, date, condition } = facts;
  const isUnknown = birthDate === undefined && condition === undefined;
  const stage = toLifeStage(programme, facts);
  const group = isUnknown ? programme.groups.get(source.stages) : (toStageGroup(programme, stage) ?? toWidestGroup(programme));
  const months = birthDate === undefined ? undefined : toMonthsBetween(birthDate, date);
  return group && narrowGroup(group, { stage, sex, months });
}

/** Where the visit date cannot be read the remark on its cell is what holds the row back. */
function toDecisive(issue: Issue, { unread }: RowFacts, { values }: SourceRecord): Issue {
  const isDate = values.some(({ column, cell }) => cell === issue.cell && column.targets.includes('visit.date'));
  return isDate && unread.includes('visit.date') ? { ...issue, severity: 'error' } : issue;
}

/**
 * True when a row tells of a contact: a result, a service, a status, or a cell that somebody filled in though it cannot be read.
 * A name with nothing beside it is a registration; what was at birth or how one would have measured is no contact either.
 */
function saysResult({ facts, unread }: RowFacts, { undated }: PlacedRow['where'], { programme }: RowContext): boolean {
  if (undated === true) return false;
  const isResult = (is: string): boolean => is.startsWith('reported.') || (programme.elements.elements.has(is) && !noContact.has(is));
  return facts.some(({ is }) => isResult(is)) || unread.some(isResult);
}

/** What a register says of its person beside contacts that nobody filled in (a last menstruation) is told again with the first of them. */
function toTold(facts: readonly RowFact[], { undated }: PlacedRow['where'], { programme }: RowContext): readonly RowFact[] {
  if (undated !== true) return facts;
  return facts.filter(({ is }) => !programme.elements.elements.has(is) || noContact.has(is));
}

const noContact: ReadonlySet<string> = new Set(['berat-badan-lahir', 'panjang-badan-lahir', 'cara-ukur', 'buku-kia']);

/** The status of a row by its gravest issue. */
export function toStatus(issues: readonly Issue[]): RowStatus {
  if (issues.some(isBlocking)) return 'quarantined';
  return issues.some(({ severity }) => severity === 'warning') ? 'warning' : 'accepted';
}

function toReported(facts: readonly RowFact[]): Reported {
  const prefix = 'reported.';
  return Object.fromEntries(
    facts.flatMap(({ is, value }): readonly (readonly [string, string | number])[] => {
      if (!is.startsWith(prefix)) return [];
      const key = is.slice(prefix.length);
      if (value.kind === 'number') return [[key, value.number]];
      if (value.kind === 'coded') return [[key, value.code]];
      return value.kind === 'text' ? [[key, value.text]] : [];
    }),
  );
}

function toQuarantined(record: SourceRecord, reason: string, issues: readonly Issue[]): MappedRow {
  return { ...toRow(record, 'quarantined', issues), reason };
}

function toRow(record: SourceRecord, status: RowStatus, issues: readonly Issue[]): MappedRow {
  return { row: record.row, status, heading: false, issues, contentHash: toContentHash(record), cells: record.cells };
}

/** The same row again is known by what its mapped cells say; a running number in an ignored column does not make it another. */
function toContentHash({ values }: SourceRecord): string {
  const hash = createHash('sha256');
  for (const { column, text } of values) if (column.read !== undefined) hash.update(`${column.name}\0${cleanText(text)}\0`);
  return hash.digest('hex');
}
