import type { Issue } from '../../fhir/issue.ts';
import type { Finding } from '../../insight/warnings/finding.ts';
import { birthFacts } from '../birth-facts.ts';
import type { ElementDefinition, ElementTable } from '../element-definition.ts';
import { toGiven } from '../given.ts';
import { createMaySend, isUncoded } from '../may-send.ts';
import type { RowStatus } from '../mapped-row.ts';
import { listLocalElements } from '../bundle/to-bundle.ts';
import type { Birth, Element, ElementValue, Person } from '../visit.ts';
import { toPlainValue } from '../same-value.ts';
import type { ShownQuantity } from '../visits/compute-growth.ts';
import type { Conversion, ConvertedRow, ConvertedVisit, JudgedEnrolment } from './convert-rows.ts';

/** How often each verdict was given; `rows` are headings and data rows, and the parts of other rows are counted beside them. */
export interface Counts extends Readonly<Record<RowStatus, number>> {
  readonly rows: number;
  readonly headings: number;
  readonly parts: number;
}

/** The line of one physical row: its verdict, issues and visit. */
export function toRowLine({ row, visit }: ConvertedRow): Readonly<Record<string, unknown>> {
  return {
    row: row.row,
    status: row.status,
    issues: row.issues.map(toIssueLine),
    reason: row.reason ?? null,
    visit: visit ?? null,
    ...toGiven({ partOf: row.partOf }),
  };
}

/** The line of one person. It holds identity: print it only where its reader may see that. */
export function toPersonLine(person: Person, { elements }: ElementTable): Readonly<Record<string, unknown>> {
  const { id, nik, nikIbu, kk, bpjs, name, birthDate, sex, birth, nameIsOfficial, mother, father, parents, localId } = person;
  const { birthOrder, address } = person;
  return {
    person: id,
    nik: nik ?? null,
    nikIbu: nikIbu ?? null,
    kk: kk ?? null,
    bpjs: bpjs ?? null,
    name,
    birthDate: birthDate ?? null,
    sex: sex ?? null,
    birth: toBirth(birth, elements),
    ...toGiven({ nameIsOfficial, mother, father, parents, localId, birthOrder, address }),
  };
}

/** The line of one visit; elements are keyed as the vocabulary, values in the unit of the form. */
export function toVisitLine(each: ConvertedVisit, table: ElementTable, bundle: unknown): Readonly<Record<string, unknown>> {
  const { visit } = each;
  return {
    visit: visit.id,
    rows: each.rows,
    person: visit.person,
    date: visit.date,
    place: each.place,
    lifeStage: each.staged.lifeStage,
    klaster: each.staged.klaster ?? null,
    // What was at birth stands with the person.
    elements: toShownElements(
      visit.elements.filter(({ key }) => !(key in birthFacts)),
      table,
    ),
    reported: visit.reported,
    computed: each.computed,
    ...toFindingLines(each.findings),
    kerahasiaan: each.kerahasiaan,
    sending: each.sending,
    notSent: toNotSent(each, table),
    verified: visit.verified,
    bundle: bundle ?? null,
  };
}

/** The findings by their codes, and each with its rule and the cells behind it. */
function toFindingLines(findings: readonly Finding[]): Readonly<Record<'findings' | 'findingDetails', unknown>> {
  const details = findings.map(({ code, level, rule, evidence }) => ({ code, level, rule, evidence }));
  return { findings: [...new Set(findings.map(({ code }) => code))], findingDetails: details };
}

/** The line of one entry in the register of sasaran. */
export function toEnrolmentLine(each: JudgedEnrolment, table: ElementTable): Readonly<Record<string, unknown>> {
  const { person, rows, category, place, from, reported, sending } = each;
  const elements = toShownElements(each.elements, table);
  return {
    enrolment: category,
    category,
    rows,
    person: person.id,
    place,
    from,
    elements,
    reported,
    ...toFindingLines(each.findings),
    sending,
  };
}

/** Counts the verdicts: accepted + warning + quarantined + skipped = data rows, headings and parts apart. */
export function toCounts({ rows }: Pick<Conversion, 'rows'>): Counts {
  const lines = rows.filter(({ row }) => !row.heading);
  const data = lines.filter(({ row }) => row.partOf === undefined);
  const of = (status: RowStatus): number => data.filter(({ row }) => row.status === status).length;
  return {
    rows: rows.length - lines.length + data.length,
    headings: rows.length - lines.length,
    parts: lines.length - data.length,
    accepted: of('accepted'),
    warning: of('warning'),
    quarantined: of('quarantined'),
    skipped: of('skipped'),
  };
}

/** An issue as it is printed: code, gravity, cell and the Indonesian text with its English twin. */
export function toIssueLine({ code, severity, cell, text, diagnostics }: Issue): Readonly<Record<string, unknown>> {
  return { code, severity, cell: cell ?? null, text, diagnostics };
}

/** Elements by key; what repeats is a list, but a measurement that was taken once is none. */
function toShownElements(elements: readonly Element[], table: ElementTable): Readonly<Record<string, unknown>> {
  const keys = [...new Set(elements.map(({ key }) => key))];
  return Object.fromEntries(
    keys.map((key) => {
      const definition = table.elements.get(key);
      const values = elements.filter((element) => element.key === key).map((element) => toShownElement(element, definition));
      const single = values.length === 1 && definition?.shape === 'quantity';
      return [key, definition?.repeats === true && !single ? values : values[0]];
    }),
  );
}

/** A value as the form has it: a number in the unit of the form, a code, a day, and the parts of a dose. */
export function toShownElement(
  { value, fields, unconfirmed }: Element,
  definition: ElementDefinition | undefined,
): Readonly<Record<string, unknown>> {
  const parts = Object.fromEntries(Object.entries(fields ?? {}).map(([key, part]) => [key, toPlainValue(part)]));
  const undated = definition?.shape === 'immunization' && parts['date'] === undefined ? { date: null } : {};
  return { ...toShownValue(value, definition), ...undated, ...parts, ...(unconfirmed === true ? { perluKonfirmasi: true } : {}) };
}

function toShownValue(value: ElementValue, definition: ElementDefinition | undefined): Readonly<Record<string, unknown>> {
  if (value.kind !== 'quantity') return { [value.kind === 'coded' ? 'code' : value.kind]: toPlainValue(value) };
  const { value: number, unit } = toShownQuantity(value.int, definition);
  return { value: number, unit };
}

function toShownQuantity(int: number, definition: ElementDefinition | undefined): ShownQuantity {
  return { value: int / (definition?.unit?.perUnit ?? 1), unit: definition?.unit?.ucum ?? '1' };
}

function toBirth(birth: Birth | undefined, elements: ElementTable['elements']): Readonly<Record<string, ShownQuantity>> {
  const facts = Object.entries(birthFacts).map(([key, at]) => [key, birth?.[at]] as const);
  return Object.fromEntries(facts.flatMap(([key, int]) => (int === undefined ? [] : [[key, toShownQuantity(int, elements.get(key))]])));
}

/** The elements that do not go to SATUSEHAT: they may not, no resource is made of them, or it would hold words alone. */
function toNotSent({ visit, policy }: ConvertedVisit, table: ElementTable): readonly string[] {
  const maySend = createMaySend(table, 'satusehat');
  const kept = visit.elements.filter((element) => {
    const definition = table.elements.get(element.key);
    return definition === undefined || !maySend(element.key, policy?.alsoSend) || isUncoded(element, definition);
  });
  return [...new Set([...kept, ...listLocalElements({ visit, elements: table })].map(({ key }) => key))];
}
