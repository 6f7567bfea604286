const MARKS = /[\u202a-\u202e\u2066-\u2069\n]/g;
const EMBEDDINGS: ReadonlySet<string> = new Set(['\u202a', '\u202b', '\u202d', '\u202e']);
const ISOLATES: ReadonlySet<string> = new Set(['\u2066', '\u2067', '\u2068']);

/**
 * False when a mark that turns the direction of writing (Unicode UAX 9: embeddings, overrides, isolates) is not ended in its line: what
 * follows could then be shown in another order than it is stored in.
 */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.matchAll(MARKS)) {
    if (mark === '\n') open.length = 0;
    else if (EMBEDDINGS.has(mark) || ISOLATES.has(mark)) open.push(mark);
    else end(mark, open);
  }
  return open.length === 0;
}

/** The end of an embedding ends the nearest one; the end of an isolate also what was begun inside it. */
function end(mark: string, open: string[]): void {
  const isolate = mark === '\u2069';
  if (!isolate && EMBEDDINGS.has(open.at(-1) ?? '')) open.pop();
  const from = isolate ? open.findLastIndex((each) => ISOLATES.has(each)) : -1;
  if (from >= 0) open.length = from;
}
