import { cleanText } from '../conversions/clean-text.ts';
import { toGiven } from '../given.ts';
import { readMonth } from '../conversions/read-month.ts';
import { toNameBeforeTime } from '../places/short-place-name.ts';
import type { ContextStep, Source } from '../source.ts';
import type { FileFacts, RowContext } from './row-context.ts';

/** Finds place and month in the rows above the header and in the file's name, by the patterns the source declares. */
export function readFileFacts(titles: readonly (readonly string[])[], source: Source, { request }: RowContext): FileFacts {
  const cells = titles.flatMap(toTexts);
  const fileName =
    request.fileName === undefined ? [] : [cleanText(request.fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll('_', ' '))];
  const { place, month } = source.context;
  return toGiven({
    titlePlace: findPart(cells, place, 'title', 'place'),
    fileNamePlace: findPart(fileName, place, 'file-name', 'place'),
    titleMonth: readMonth(findPart(cells, month, 'title', 'month') ?? ''),
    fileNameMonth: readMonth(findPart(fileName, month, 'file-name', 'month') ?? ''),
  });
}

/** `POSYANDU BULAN AGUSTUS 2025` names no posyandu. */
function isPlaceName(found: string): boolean {
  return /[\p{L}\p{N}]/u.test(found) && toNameBeforeTime(found) !== '';
}

function toFilled(found: string): string | undefined {
  return found === '' ? undefined : found;
}

/** What a line above the table says: each cell, and each with the next one, where the label has a cell of its own. */
function toTexts(line: readonly string[]): readonly string[] {
  const cells = line.map(cleanText).filter((cell) => cell !== '');
  return [...cells, ...cells.slice(1).map((cell, at) => `${cells[at] ?? ''} ${cell}`)];
}

/** The named part of the first pattern that fits any text. A pattern that also names a month fits only where that is one. */
function findPart(
  texts: readonly string[],
  steps: readonly ContextStep[],
  from: 'title' | 'file-name',
  part: 'place' | 'month',
): string | undefined {
  for (const step of steps) {
    if (step.from !== from) continue;
    const found = texts.map((text) => toPart(step.pattern.exec(text)?.groups, part)).find((each) => each !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function toPart(groups: Readonly<Record<string, string>> | undefined, part: 'place' | 'month'): string | undefined {
  const month = groups?.['month'];
  if (month !== undefined && readMonth(month) === null) return undefined;
  const found = cleanText(groups?.[part] ?? '').replace(/^[\s:=,.-]+/, '');
  return part === 'month' || isPlaceName(found) ? toFilled(found) : undefined;
}
