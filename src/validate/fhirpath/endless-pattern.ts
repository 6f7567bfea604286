const CLASS = /(?<!\\)\[(?:\\.|[^\]\\])*\]/g;
/** Classes that never hold the mark with which a part of a path begins. */
const APART = /^\[\^[^\]]*\\?\.|^\[[A-Za-z0-9_-]*\]$/;
const REPEATED = /[*+{]/;
const LED = /^(?:\?:)?(\\[^A-Za-z0-9])(?![*+{?])/;

/**
 * Says whether a pattern could make JavaScript's engine try again and again without end: a repeated group that repeats or chooses inside (a number of times that is fixed does no harm), or a
 * reference back. A group that is led by a mark which stands nowhere else in it, such as `(\.[a-z]+)*`, cannot be read in two ways.
 */
export function isEndless(pattern: string): boolean {
  if (/\\[1-9k]/.test(pattern)) return true;
  const classes = pattern.match(CLASS) ?? [];
  const bare = pattern.replace(CLASS, 'C').replace(/\{\d+\}/g, '');
  return listGroups(bare).some(({ from, to }) => REPEATED.test(bare.charAt(to + 1)) && isAmbiguous(bare.slice(from, to), classes));
}

interface Group {
  readonly from: number;
  readonly to: number;
}

function listGroups(bare: string): readonly Group[] {
  const open: number[] = [];
  const groups: Group[] = [];
  for (const { 0: token, index } of bare.matchAll(/\\[\s\S]|[()]/g)) {
    if (token === '(') open.push(index + 1);
    if (token === ')') groups.push({ from: open.pop() ?? 0, to: index });
  }
  return groups;
}

function isAmbiguous(body: string, classes: readonly string[]): boolean {
  if (!/[*+{|]/.test(body)) return false;
  const mark = LED.exec(body)?.[1];
  return mark === undefined || body.split(mark).length > 2 || !classes.every((each) => APART.test(each));
}
