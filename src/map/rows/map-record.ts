import { createHash } from 'node:crypto';
import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { cleanText } from '../conversions/clean-text.ts';
import { isTestName } from '../conversions/read-name.ts';
import type { MappedRow, RowStatus } from '../mapped-row.ts';
import { toLifeStage, toStageGroup } from '../programme.ts';
import type { Source } from '../source.ts';
import type { Reported, VisitDraft } from '../visit.ts';
import { checkAges } from './check-ages.ts';
import { checkGrowth } from './check-growth.ts';
import { readElements } from './read-elements.ts';
import { readPerson } from './read-person.ts';
import { readPlaceAndDate } from './read-place-and-date.ts';
import type { FileFacts, RowContext, SourceRecord } from './row-context.ts';
import type { RowFact, RowFacts } from './row-facts.ts';
import { readRowFacts, textOf } from './row-facts.ts';

/** Maps one record of a source to a person and a visit, or says why neither can be made of it. */
export function mapRecord(record: SourceRecord, source: Source, context: RowContext, file: FileFacts): MappedRow {
  const rowFacts = readRowFacts(record, { asOf: context.asOf });
  const { facts } = rowFacts;
  const where = readPlaceAndDate(rowFacts, source, context, file);
  const issues = rowFacts.issues.map((issue) => (where.ok ? issue : toDecisive(issue, rowFacts, record)));
  const name = cleanText(textOf(facts, 'person.name') ?? '');
  if (isTestName(name)) return toQuarantined(record, 'data-uji', [...issues, toIssue({ code: 'D30', severity: 'error' })]);
  const unnamed = name === '' ? [toIssue({ code: 'tanpa-nama', severity: 'error' })] : [];
  if (!where.ok) return toQuarantined(record, where.reason, [...issues, ...where.issues, ...unnamed]);
  if (name === '') return toQuarantined(record, 'tanpa-nama', [...issues, ...unnamed]);
  const { person, issues: personIssues } = readPerson(rowFacts, name, where.date, source.about === 'anak');
  const stage = person.birthDate === undefined ? undefined : toLifeStage(context.programme, person.birthDate, where.date);
  const group = stage === undefined ? context.programme.groups.get(source.group) : toStageGroup(context.programme, stage);
  const read = readElements(facts, context.programme, group);
  if (read.test) return toQuarantined(record, 'data-uji', [...issues, toIssue({ code: 'D30', severity: 'error' })]);
  const checked = checkGrowth(read.elements, person, where.date, context);
  const ages = checkAges(checked.elements, person.birthDate, where.date, group);
  const all = [...issues, ...where.issues, ...personIssues, ...read.issues, ...checked.issues, ...ages];
  const visitNumber = textOf(facts, 'visit.number');
  const visit: VisitDraft = {
    ...(visitNumber === undefined ? {} : { visitNumber }),
    date: where.date,
    dateEstimated: where.dateEstimated,
    place: where.place.code,
    service: source.service,
    recorder: source.recorder,
    verified: source.verified,
    elements: checked.elements,
    reported: toReported(facts),
  };
  const birth = Object.keys(read.birth).length === 0 ? {} : { birth: read.birth };
  return { ...toRow(record, toStatus(all), all), person: { ...person, ...birth }, visit };
}

/** Where the visit date cannot be read the remark on its cell is what holds the row back. */
function toDecisive(issue: Issue, { unread }: RowFacts, { values }: SourceRecord): Issue {
  const isDate = values.some(({ column, cell }) => cell === issue.cell && column.targets.includes('visit.date'));
  return isDate && unread.includes('visit.date') ? { ...issue, severity: 'error' } : issue;
}

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
