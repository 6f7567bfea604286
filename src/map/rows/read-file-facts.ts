import { cleanText } from '../conversions/clean-text.ts';
import { readMonth } from '../conversions/read-month.ts';
import type { ContextStep, Source } from '../source.ts';
import type { FileFacts, RowContext } from './row-context.ts';

/** Finds place and month in the rows above the header and in the file's name, by the patterns the source declares. */
export function readFileFacts(titles: readonly (readonly string[])[], source: Source, { request }: RowContext): FileFacts {
  const cells = titles
    .flat()
    .map(cleanText)
    .filter((cell) => cell !== '');
  const fileName =
    request.fileName === undefined ? [] : [cleanText(request.fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll('_', ' '))];
  const titlePlace = findPart(cells, source.context.place, 'title', 'place');
  const fileNamePlace = findPart(fileName, source.context.place, 'file-name', 'place');
  const titleMonth = readMonth(findPart(cells, source.context.month, 'title', 'month') ?? '');
  const fileNameMonth = readMonth(findPart(fileName, source.context.month, 'file-name', 'month') ?? '');
  return {
    ...(titlePlace === undefined ? {} : { titlePlace }),
    ...(fileNamePlace === undefined ? {} : { fileNamePlace }),
    ...(titleMonth === null ? {} : { titleMonth }),
    ...(fileNameMonth === null ? {} : { fileNameMonth }),
  };
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
    for (const text of texts) {
      const groups = step.pattern.exec(text)?.groups;
      const found = groups?.[part];
      if (found === undefined || (groups?.['month'] !== undefined && readMonth(groups['month']) === null)) continue;
      return cleanText(found);
    }
  }
  return undefined;
}
