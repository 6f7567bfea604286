import { cleanText, toComparable } from '../conversions/clean-text.ts';
import { readDate } from '../conversions/read-date.ts';
import { readMonth } from '../conversions/read-month.ts';
import { toGiven } from '../given.ts';
import { toNameBeforeTime } from '../places/short-place-name.ts';
import type { ContextFact, ContextStep, Source } from '../source.ts';
import type { FileFacts, RowContext } from './row-context.ts';

/** Finds place, day, month, year and recorder in the rows above the header and in the file's name, as the source declares. */
export function readFileFacts(titles: readonly (readonly string[])[], source: Source, { request, asOf }: RowContext): FileFacts {
  const lines = titles.map((line) => line.map(cleanText).filter((cell) => cell !== ''));
  const texts = lines.flatMap(toTexts);
  const fileName =
    request.fileName === undefined ? [] : [cleanText(request.fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll('_', ' '))];
  const isFact = (fact: ContextFact, text: string): boolean => isReadable(fact, text, source, asOf);
  const find = (fact: ContextFact): FileFacts[ContextFact] =>
    toGiven({
      title: findPart(texts, 'title', { fact, steps: source.context[fact], isFact }),
      label: findLabelled(lines, { fact, steps: source.context[fact], isFact }),
      'file-name': findPart(fileName, 'file-name', { fact, steps: source.context[fact], isFact }),
    });
  return { place: find('place'), date: find('date'), month: find('month'), year: find('year'), recorder: find('recorder') };
}

/** What later lines say goes before what earlier ones said, kind by kind. */
export function mergeFileFacts(earlier: FileFacts, later: FileFacts): FileFacts {
  const merge = (fact: ContextFact): FileFacts[ContextFact] => ({ ...earlier[fact], ...later[fact] });
  return { place: merge('place'), date: merge('date'), month: merge('month'), year: merge('year'), recorder: merge('recorder') };
}

interface Sought {
  readonly fact: ContextFact;
  readonly steps: readonly ContextStep[];
  readonly isFact: (fact: ContextFact, text: string) => boolean;
}

/** What a line above the table says: each cell, and each with the next one, where the label has a cell of its own. */
function toTexts(cells: readonly string[]): readonly string[] {
  return [...cells, ...cells.slice(1).map((cell, at) => `${cells[at] ?? ''} ${cell}`)];
}

/** The named part of the first pattern that fits any text. A pattern that also names a month fits only where that is one. */
function findPart(texts: readonly string[], from: 'title' | 'file-name', sought: Sought): string | undefined {
  for (const step of sought.steps) {
    if (step.from !== from) continue;
    const found = texts.map((text) => toPart(text, step.pattern, sought)).find((part) => part !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function toPart(text: string, pattern: RegExp, { fact, isFact }: Sought): string | undefined {
  const parts = new Map(Object.entries(pattern.exec(text)?.groups ?? {}).map(([name, part]) => [name as ContextFact, toBare(part)]));
  const isWhole = [...parts].every(([name, part]) => (name === 'place' && fact !== 'place') || isFact(name, part));
  return isWhole ? parts.get(fact) : undefined;
}

/** `Tanggal : 12-08-2025` in one cell, or `Tanggal`, `:` and the day in cells of their own. */
function findLabelled(lines: readonly (readonly string[])[], { fact, steps, isFact }: Sought): string | undefined {
  for (const step of steps) {
    if (step.from !== 'label') continue;
    const found = lines.flatMap((cells) => toLabelled(cells, step.labels)).find((value) => isFact(fact, value));
    if (found !== undefined) return found;
  }
  return undefined;
}

function toLabelled(cells: readonly string[], labels: readonly string[]): readonly string[] {
  const filled = cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  return filled.flatMap((cell, at) => {
    if (labels.includes(toComparable(cell))) return [toBare(filled[at + 1] ?? '')];
    const mark = cell.search(/[:=]/);
    return mark > 0 && labels.includes(toComparable(cell.slice(0, mark))) ? [toBare(cell.slice(mark + 1))] : [];
  });
}

function toBare(text: string): string {
  return cleanText(text).replace(/^[\s:=,.-]+/, '');
}

/** `POSYANDU BULAN AGUSTUS 2025` names no posyandu, and a line of words no day. */
function isReadable(fact: ContextFact, text: string, { dates }: Source, asOf: string): boolean {
  switch (fact) {
    case 'place':
      return /[\p{L}\p{N}]/u.test(text) && toNameBeforeTime(text) !== '';
    case 'date':
      return readDate(text, dates, { asOf }).value !== undefined;
    case 'month':
      return readMonth(text) !== null;
    case 'year':
      return toYear(text) !== undefined;
    case 'recorder':
      return /\p{L}/u.test(text);
  }
}

/** The year that a text begins with or names alone: `2025`, `2025/2026`, `Tahun 2025`. */
export function toYear(text: string): number | undefined {
  const found = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
