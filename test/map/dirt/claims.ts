import type { Issue } from '../../../src/fhir/issue.ts';
import type { MappedRow } from '../../../src/map/mapped-row.ts';
import { toPlainValue } from '../../../src/map/same-value.ts';
import type { DirtyLine } from '../../generate/dirty-form.ts';

/** A generated line beside what became of it: the row as mapped, and its verdict among all rows of the file. */
export interface Outcome {
  readonly line: DirtyLine;
  readonly mapped: MappedRow;
  readonly verdict: MappedRow;
}

/** The faults of a row and what was said of it, for the one who has to mend it. */
export function toStory({ line, verdict }: Outcome): string {
  const planted = line.planted.map(({ fault, how }) => `${fault} ${JSON.stringify(how.cells)}`).join('; ');
  return `${planted} -> ${verdict.status} ${verdict.issues.map(toWords).join(', ')}`;
}

function toWords({ code, severity, cell }: Issue): string {
  return `${code}${severity === 'information' ? '' : '!'}@${cell ?? ''}`;
}

/** (a) Every data line has one verdict, every other line none of a data row. */
export function vanishes({ line, verdict }: Outcome): readonly string[] {
  if (line.is === 'other') return verdict.status === 'skipped' ? [] : ['a line that is no row was read as one'];
  const isMeant = line.planted.some(({ how }) => how.quarantined) === (verdict.status === 'quarantined');
  return isMeant && !verdict.heading ? [] : ['the row is not where it belongs'];
}

/** (b) Each value is the one that was written, or gone with an issue on its cell. */
export function changes({ line, mapped }: Outcome): readonly string[] {
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
export function misnames({ line, verdict }: Outcome): readonly string[] {
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
export function leaks({ line, verdict }: Outcome): readonly string[] {
  const said = verdict.issues
    .map(({ text, diagnostics }) => `${text} ${diagnostics}`)
    .join(' ')
    .toLowerCase();
  return (line.row?.secrets ?? []).filter((secret) => said.includes(secret.toLowerCase())).map((secret) => `"${secret}" was said`);
}
