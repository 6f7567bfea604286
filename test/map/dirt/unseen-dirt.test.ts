import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Issue } from '../../../src/fhir/issue.ts';
import type { MappedRow } from '../../../src/map/mapped-row.ts';
import { toPlainValue } from '../../../src/map/same-value.ts';
import type { Source } from '../../../src/map/source.ts';
import { eppgbmForm, kenangaForm } from '../../generate/dirty-child-forms.ts';
import type { DirtyForm, DirtyLine } from '../../generate/dirty-form.ts';
import { writeDirtyForm } from '../../generate/dirty-form.ts';
import { mothersForm, sasaranForm } from '../../generate/dirty-mother-forms.ts';
import { createSeededRandom } from '../../generate/seeded-random.ts';
import { aReader } from '../reader.ts';
import { aSource } from './a-source.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga', date: '2025-08-12' };
const rowsAFile = 150;

/** A generated line beside what became of it: the row as mapped, and its verdict among all rows of the file. */
interface Outcome {
  readonly line: DirtyLine;
  readonly mapped: MappedRow;
  readonly verdict: MappedRow;
}

const files = new Map<string, readonly Outcome[]>();

/** The file of a seed, read once for all claims. */
function outcomesOf(form: DirtyForm, seed: number): readonly Outcome[] {
  const key = `${form.source} ${String(seed)}`;
  const outcomes = files.get(key) ?? readForm(form, seed);
  files.set(key, outcomes);
  return outcomes;
}

function readForm(form: DirtyForm, seed: number): readonly Outcome[] {
  const lines = writeDirtyForm(form, createSeededRandom(seed), rowsAFile);
  const source: Source | string = form.source === 'formulir-ibu' ? aSource(reader.programme, mothersColumns) : form.source;
  const { rows, conversion } = reader.read(
    source,
    lines.map(({ cells }) => cells),
    request,
  );
  return lines.flatMap((line, at) => {
    const [mapped, verdict] = [rows[at], conversion.rows[at]?.row];
    return mapped === undefined || verdict === undefined ? [] : [{ line, mapped, verdict }];
  });
}

const mothersColumns = Object.entries(mothersForm.tables)
  .map(([name, is]) => `${name}: ${is}\n`)
  .join('');

/** Every claim is made of every row of every generated file; what fails says which row, which fault and which issues. */
function holds(form: DirtyForm, claim: (outcome: Outcome) => readonly string[]): void {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const outcomes = outcomesOf(form, seed);
      expect(outcomes.flatMap((outcome) => claim(outcome).map((fault) => `${fault} | ${toStory(outcome)}`)).slice(0, 5)).toEqual([]);
    }),
    { seed: 20_251_122, numRuns: 7, endOnFailure: true },
  );
}

function toStory({ line, verdict }: Outcome): string {
  const planted = line.planted.map(({ fault, how }) => `${fault} ${JSON.stringify(how.cells)}`).join('; ');
  return `${planted} -> ${verdict.status} ${verdict.issues.map(toWords).join(', ')}`;
}

function toWords({ code, severity, cell }: Issue): string {
  return `${code}${severity === 'information' ? '' : '!'}@${cell ?? ''}`;
}

/** (a) Every data line has one verdict, every other line none of a data row. */
function vanishes({ line, verdict }: Outcome): readonly string[] {
  if (line.is === 'other') return verdict.status === 'skipped' ? [] : ['a line that is no row was read as one'];
  const isMeant = line.planted.some(({ how }) => how.quarantined) === (verdict.status === 'quarantined');
  return isMeant && !verdict.heading ? [] : ['the row is not where it belongs'];
}

/** (b) Each value is the one that was written, or gone with an issue on its cell. */
function changes({ line, mapped }: Outcome): readonly string[] {
  if (line.row === undefined || mapped.status === 'quarantined') return [];
  const elements = mapped.visit?.elements ?? mapped.enrolment?.elements ?? [];
  const gone = line.planted.flatMap(({ how }) => how.gone ?? []);
  const changed = Object.assign({}, ...line.planted.map(({ how }) => how.changed ?? {})) as Readonly<
    Record<string, number | string | boolean>
  >;
  return Object.entries(line.row.truth).flatMap(([key, { is }]) => {
    const found = elements.find((element) => element.key === key);
    const value = found === undefined ? undefined : toPlainValue(found.value);
    if (gone.includes(key)) return value === undefined ? [] : [`${key} should be gone, is ${String(value)}`];
    const wanted = changed[key] ?? is;
    return value === wanted ? [] : [`${key} is ${String(value)}, was ${String(wanted)}`];
  });
}

/** (c) Each fault is reported with its code on its cell, and nothing else is warned of. */
function misnames({ line, verdict }: Outcome): readonly string[] {
  if (line.is === 'other') return [];
  const wanted = line.planted.flatMap(({ how }) => how.reported);
  // A row that is held back as a whole says why; what else is wrong in it comes when it is handed in again.
  const needed = verdict.status === 'quarantined' ? line.planted.filter(({ how }) => how.quarantined) : line.planted;
  const missing = needed
    .flatMap(({ how }) => how.reported)
    .filter(({ cell, codes, loud }) => !verdict.issues.some((issue) => fits(issue, cell, codes, loud)));
  const loud = verdict.issues.filter(({ severity }) => severity !== 'information');
  const surplus = loud.filter((issue) => !wanted.some(({ cell, codes }) => fits(issue, cell, codes, true)));
  return [
    ...missing.map(({ codes, cell }) => `${codes.join()}@${cell ?? ''} is missing`),
    ...surplus.map((issue) => `${toWords(issue)} is too much`),
  ];
}

function fits({ code, cell, severity }: Issue, at: string | undefined, codes: readonly string[], loud: boolean): boolean {
  return codes.includes(code) && (at === undefined || cell === at) && (severity !== 'information') === loud;
}

/** (d) No message holds a name, a number of a card, a phone, or a value that not everybody may see. */
function leaks({ line, verdict }: Outcome): readonly string[] {
  const said = verdict.issues
    .map(({ text, diagnostics }) => `${text} ${diagnostics}`)
    .join(' ')
    .toLowerCase();
  return (line.row?.secrets ?? []).filter((secret) => said.includes(secret.toLowerCase())).map((secret) => `"${secret}" was said`);
}

describe.each([kenangaForm, eppgbmForm, sasaranForm, mothersForm].map((form) => [form.source, form] as const))(
  'dirt never seen before in %s',
  (_name, form) => {
    test('lets no row vanish', () => {
      holds(form, vanishes);
    });

    test('changes no value in silence', () => {
      holds(form, changes);
    });

    test('is named rightly, in its cell, and what is clean is not warned of', () => {
      holds(form, misnames);
    });

    test('is told of without a name, a number or a guarded value', () => {
      holds(form, leaks);
    });
  },
);
