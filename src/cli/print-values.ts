import type { Conversion } from '../map/convert/convert-rows.ts';
import { toPersonLine, toShownElement } from '../map/convert/to-lines.ts';
import type { ElementTable } from '../map/element-definition.ts';
import type { Element } from '../map/visit.ts';

/** How values are printed. */
export interface ValuesShowing {
  readonly out: NodeJS.WritableStream;
  readonly elements: ElementTable;
  readonly isAsked: boolean;
}

/**
 * Prints what was read, for somebody who compares it with the file by eye: the person, then each element with its value, its unit and the
 * column it comes from. It names people, so it is printed only where it is asked for.
 */
export function printValues({ persons, visits, enrolments }: Conversion, { out, elements, isAsked }: ValuesShowing): void {
  if (!isAsked) return;
  const people = new Map(persons.map((person) => [person.id, toPersonText(toPersonLine(person, elements))] as const));
  const show = (title: string, person: string, found: readonly Element[]): void => {
    for (const line of ['', title, `  ${people.get(person) ?? person}`, ...toValueLines(found, elements)]) out.write(`${line}\n`);
  };
  for (const { visit, rows, place, staged } of visits) {
    const at = [visit.date, place, staged.lifeStage].join(', ');
    show(`Isi ${visit.id}, baris ${rows.join(', ')}: ${at}`, visit.person, visit.elements);
  }
  for (const { rows, category, place, person, elements: found } of enrolments)
    show(`Isi pendaftaran ${category}, baris ${rows.join(', ')}: ${place}`, person.id, found);
}

function toPersonText(line: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(line).filter(([, value]) => typeof value === 'string' && value !== '');
  return shown.map(([key, value]) => `${key} ${String(value)}`).join('; ');
}

function toValueLines(found: readonly Element[], table: ElementTable): readonly string[] {
  const width = Math.max(0, ...found.map(({ key }) => key.length));
  return found.map((element) => {
    const definition = table.elements.get(element.key);
    const kept = definition === undefined || definition.kerahasiaan === 'umum' ? '' : ` (${definition.kerahasiaan})`;
    return `  ${element.key.padEnd(width)}  ${toValueText(toShownElement(element, definition))}${kept}  <- ${element.cell}`;
  });
}

const words: Readonly<Record<string, string>> = { true: 'ya', false: 'tidak' };

/** A value as one reads it: `51 kg`, `ya`, `T2, date 2025-05-14`. */
function toValueText({ value, unit, code, boolean, text, date, ...parts }: Readonly<Record<string, unknown>>): string {
  const [first, ...rest] = [value, code, boolean, text, date].filter((each) => each !== undefined);
  const measured = unit === undefined || unit === '1' ? '' : ` ${toText(unit)}`;
  const further = rest.map((each) => (each === null ? 'tanpa tanggal' : toText(each)));
  const named = Object.entries(parts).map(([key, part]) => `${key} ${toText(part)}`);
  return [`${toText(first)}${measured}`, ...further, ...named].join(', ');
}

function toText(value: unknown): string {
  if (typeof value === 'boolean') return words[String(value)] ?? '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '');
}
