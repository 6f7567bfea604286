import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/insight/warnings/finding.ts';
import type { ConvertedRow, ConvertedVisit } from '../../src/map/convert/convert-rows.ts';
import { toCounts, toEnrolmentLine, toPersonLine, toVisitLine } from '../../src/map/convert/to-lines.ts';
import { normalisePlaceName } from '../../src/map/places/normalise-place-name.ts';
import { aReader } from './reader.ts';
import type { ExpectedRow, ExpectedVisit } from './sample-outcome.ts';
import { readSampleOutcomes, toChoices, toHoldFamily } from './sample-outcome.ts';

const outcomes = await readSampleOutcomes();
const reader = await aReader();
const converted = await Promise.all(
  outcomes.map(async (expected) => {
    const { place, placeFrom, asOf } = expected.assumptions;
    const request = placeFrom?.startsWith('request') === true ? { place } : {};
    const persons = expected.persons.filter(({ conditional }) => conditional === undefined);
    const visits = expected.visits.filter(({ conditional }) => conditional === undefined);
    return { expected: { ...expected, persons, visits }, ...(await reader.convert(expected.source, expected.path, request, asOf)) };
  }),
);

describe.each(converted)('the sample of $expected.source', ({ expected, conversion, elements }) => {
  const statusOf = (at: number | string) => conversion.rows.find(({ row }) => row.row === at)?.row.status;

  test('has every physical line in order, none twice', () => {
    const lines = conversion.rows.filter(({ row }) => row.partOf === undefined);
    expect(lines.map(({ row }) => row.row)).toEqual(expected.rows.map(({ row }) => row));
  });

  test.each(expected.rows)('gives line $row its verdict', (row) => {
    const found = conversion.rows.find(({ row: { row: at } }) => at === row.row);
    const allowed = [{ status: row.status, issues: row.issues }, ...(row.either ?? [])];
    expect(allowed.map(toVerdict)).toContainEqual(found === undefined ? undefined : verdictOf(found, row, allowed));
  });

  test('skips lines for their reasons', () => {
    const skipped = expected.rows.filter(({ reason, row }) => reason !== undefined && statusOf(row) === 'skipped');
    const reasonOf = (at: number | string) => conversion.rows.find(({ row }) => row.row === at)?.row.reason;
    expect(skipped.map(({ row }) => [row, reasonOf(row)])).toEqual(skipped.map(({ row, reason }) => [row, reason]));
  });

  test('counts each line once', () => {
    const { accepted, warning, quarantined, skipped, headings, parts, rows } = toCounts(conversion);
    expect(accepted + warning + quarantined + skipped + headings).toBe(rows);
    expect(rows + parts).toBe(conversion.rows.length);
    // Under the first choice of every row; a heading may be counted apart.
    const first = expected.rows.every(({ row, status }) => statusOf(row) === status);
    const counted = { rows, accepted, warning, quarantined, skipped: skipped + headings };
    const { headings: apart, ...expectedCounts } = expected.counts;
    const wanted = { ...expectedCounts, skipped: expectedCounts.skipped + apart };
    expect(first ? counted : wanted).toEqual(wanted);
  });

  test('recognises exactly its persons', () => {
    const lines = conversion.persons.map((person) => toPersonLine(person, elements));
    expect(lines).toHaveLength(expected.persons.length);
    for (const { ref: _ref, rows: _rows, ...person } of expected.persons) {
      const {
        localId: _id,
        identity: _identity,
        note: _note,
        ...facts
      } = person as typeof person & Readonly<Record<'localId' | 'identity' | 'note', string>>;
      expect(lines).toContainEqual(expect.objectContaining(facts));
    }
  });

  test('makes exactly its visits', () => {
    expect(conversion.visits.map(({ rows }) => rows).sort()).toEqual(expected.visits.map(({ rows }) => rows).sort());
  });
});

const visited = converted.filter(({ expected }) => expected.visits.length > 0);

describe.each(visited)('a visit in the sample of $expected.source', ({ expected, conversion, elements }) => {
  test.each(expected.visits)('of lines $rows says what the form says', (visit) => {
    const found = findVisit(visit, conversion.visits);
    const line = toVisitLine(found, elements, null);
    expect(line).toMatchObject({ date: visit.date, lifeStage: visit.lifeStage });
    expect(toChoices(visit.place).map((place) => normalisePlaceName(place ?? '').full)).toContain(normalisePlaceName(found.place).full);
    expect(sorted(line['elements'])).toEqual(sorted(toRequired(visit.elements, line['elements'])));
    expect(found.visit.elements.filter(({ key }) => visit.absent?.includes(key) === true)).toEqual([]);
    if (visit.verified !== undefined) expect(line['verified']).toBe(visit.verified);
    if (visit.kerahasiaan !== undefined) expect(line['kerahasiaan']).toBe(visit.kerahasiaan);
    if (visit.reported !== undefined) expect(line['reported']).toEqual(visit.reported);
    expect(toChoices(visit.sending).map((each) => toHoldFamily(each ?? ''))).toContain(toHoldFamily(found.sending));
    for (const key of visit.notSent ?? []) expect(line['notSent']).toContain(key);
  });

  test.each(expected.visits)('of lines $rows is computed upon', (visit) => {
    const { computed } = findVisit(visit, conversion.visits);
    for (const [key, choice] of Object.entries(visit.computed)) {
      const found = computed[key] ?? null;
      expect([key, toChoices(choice).map((each) => comparable(each))]).toEqual([key, expect.arrayContaining([comparable(found)])]);
    }
  });
});

describe.each(visited)('the findings in the sample of $expected.source', ({ expected, conversion }) => {
  test.each(expected.visits)('at the visit of lines $rows are those of the outcome', (visit) => {
    expectFindings(findVisit(visit, conversion.visits).findings, visit);
  });
});

describe.each(converted.filter(({ expected }) => (expected.enrolments ?? []).length > 0))(
  'the findings in the register of $expected.source',
  ({ expected, conversion }) => {
    test.each(expected.enrolments ?? [])('at the entry of lines $rows are those of the outcome', (entry) => {
      const found = conversion.enrolments.find(({ rows }) => String(rows) === String(entry.rows));
      expectFindings(found?.findings ?? [], entry);
    });
  },
);

/** Families of which a finding that nobody asked for is a false alarm; others may be there for information. */
const families = /^(GROW|ANC|PNC|PTM|TB|JIWA|LANSIA)-/;

function expectFindings(
  found: readonly Finding[],
  { findings = [], notFindings = [] }: Pick<ExpectedVisit, 'findings' | 'notFindings'>,
): void {
  const codes = found.map(({ code }) => code);
  const choices = findings.map((choice) => toChoices(choice));
  const missing = choices.filter((each) => !each.includes(null) && !each.some((code) => codes.includes(code ?? '')));
  const allowed = new Set(choices.flat());
  const further = found.filter(({ code, level }) => !allowed.has(code) && (families.test(code) || level !== 'info'));
  const forbidden = notFindings.filter((code) => codes.includes(code));
  expect({ missing, further: further.map(({ code }) => code), forbidden }).toEqual({ missing: [], further: [], forbidden: [] });
}

describe.each(converted)('the register of $expected.source', ({ expected, conversion, elements }) => {
  test('opens exactly its entries', () => {
    const lines = conversion.enrolments.map((each) => toEnrolmentLine(each, elements));
    const { enrolments = [] } = expected;
    expect(lines.map(({ rows, enrolment, elements: said }) => ({ rows, enrolment, elements: said }))).toEqual(
      enrolments.map(({ rows, category, elements: said }) => ({ rows, enrolment: category, elements: said })),
    );
    for (const [at, { sending }] of enrolments.entries()) expect(toChoices(sending)).toContain(conversion.enrolments[at]?.sending);
  });
});

/** What is optional may be missing, but if it is there it must be this. */
function toRequired(expected: Readonly<Record<string, unknown>>, found: unknown): Readonly<Record<string, unknown>> {
  const there = new Set(Object.keys(found as object));
  return Object.fromEntries(
    Object.entries(expected).flatMap(([key, value]) => {
      const { optional, ...rest } = (Array.isArray(value) ? {} : value) as { readonly optional?: boolean };
      if (optional === true) return there.has(key) ? [[key, rest] as const] : [];
      return [[key, value] as const];
    }),
  );
}

function toVerdict({ status, issues }: { readonly status: string; readonly issues: readonly string[] }) {
  return { status, issues: [...issues].sort() };
}

/** Issues that count: errors and warnings, and in an accepted or skipped row the information that was asked for. */
function verdictOf({ row }: ConvertedRow, expected: ExpectedRow, allowed: readonly { readonly issues: readonly string[] }[]) {
  const asked = new Set([...allowed.flatMap(({ issues }) => issues)]);
  const codes = row.issues.filter(
    ({ severity, code }) => severity !== 'information' || (asked.has(code) && !(expected.info ?? []).includes(code)),
  );
  return toVerdict({ status: row.status, issues: [...new Set(codes.map(({ code }) => code))] });
}

function findVisit({ rows }: ExpectedVisit, visits: readonly ConvertedVisit[]): ConvertedVisit {
  const found = visits.find((visit) => String(visit.rows) === String(rows));
  if (found === undefined) throw new Error(`no visit of lines ${String(rows)}`);
  return found;
}

/** Lists are compared as sets. */
function sorted(elements: unknown): unknown {
  const entries = Object.entries(elements as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((each) => JSON.stringify(each, Object.keys(each as object).sort())).sort() : value,
    ]),
  );
}

/** Numbers to two decimals, lists as sets. */
function comparable(value: unknown): unknown {
  return Array.isArray(value) ? [...(value as readonly unknown[])].map(String).sort() : rounded(value);
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
