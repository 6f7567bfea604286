import { toEnd } from './scan-json-text.ts';
import { locateExpressions } from './locate-expressions.ts';

const MARK = /["{}[\]]/g;

/** The JSON text with nothing left of it but the object or list an expression names, at the line and column where it stood. */
export function cutOut(text: string, expression: string): string {
  const place = locateExpressions(text, [expression]).get(expression);
  if (place === undefined) return text;
  const from = toOffset(text, place.line) + place.column - 1;
  return text.slice(0, from).replace(/[^\n]/g, ' ') + text.slice(from, toEndOfValue(text, from));
}

function toOffset(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

function toEndOfValue(text: string, from: number): number {
  let open = 0;
  MARK.lastIndex = from;
  for (let found = MARK.exec(text); found !== null; found = MARK.exec(text)) {
    const [mark] = found;
    if (mark === '"') MARK.lastIndex = toEnd(text, found.index);
    else open += mark === '{' || mark === '[' ? 1 : -1;
    if (open === 0) return MARK.lastIndex;
  }
  return text.length;
}
