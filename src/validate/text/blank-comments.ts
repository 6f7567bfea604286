import { toEnd } from './scan-json-text.ts';

/** Puts blanks where comments stand (of a line, or of several), so that every other character keeps its line and column; strings are left alone. */
export function blankComments(text: string): string {
  const pieces: string[] = [];
  let kept = 0;
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at)) {
    const end = text[at] === '"' ? toEnd(text, at) : endOfComment(text, at);
    if (end === undefined) at += 1;
    else {
      if (text[at] === '/') {
        pieces.push(text.slice(kept, at), text.slice(at, end).replace(/[^\n\r]/g, ' '));
        kept = end;
      }
      at = end;
    }
  }
  return pieces.join('') + text.slice(kept);
}

/** Where a string or a comment may begin next; the end of the text where none does. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '"' || text[at] === '/') return at;
  return text.length;
}

/** Undefined for a slash that begins no comment; a comment that does not end is left for the parser to refuse. */
function endOfComment(text: string, from: number): number | undefined {
  if (text[from + 1] === '/') {
    const line = /[\n\r]/g;
    line.lastIndex = from;
    return line.exec(text)?.index ?? text.length;
  }
  const end = text[from + 1] === '*' ? text.indexOf('*/', from + 2) : -1;
  return end < 0 ? undefined : end + 2;
}
