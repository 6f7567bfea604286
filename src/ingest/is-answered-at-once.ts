/** What is short enough to be read before the answer. */
export interface AtOnce {
  /** Most lines of a table, and most records of a JSON file. */
  readonly most: number;
  /** Most bytes of a JSON file, whatever it holds. */
  readonly mostJsonBytes: number;
}

const quote = 0x22;
const backslash = 0x5c;
const openObject = 0x7b;
const openList = 0x5b;
const opening: ReadonlySet<number> = new Set([openObject, openList]);
const closing: ReadonlySet<number> = new Set([0x7d, 0x5d]);

/** True for a file of few lines, or a JSON file of few records: many of those may stand on one line, and one may be laid out over many. */
export function isAnsweredAtOnce(bytes: Uint8Array, { most, mostJsonBytes }: AtOnce): boolean {
  if (!isJson(bytes)) return countLines(bytes, most) <= most;
  return bytes.length <= mostJsonBytes && countRecords(bytes, most) <= most;
}

/** True where the first mark is one of JSON; a byte order mark and blanks do not count. */
export function isJson(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte, at) => byte > 0x20 && !(at < 3 && byte >= 0xbb));
  return bytes[first] === openObject || bytes[first] === openList;
}

function countLines(bytes: Uint8Array, most: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1 && lines <= most; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** Objects that stand in a list or on their own: no record is anything else, but for the values of an object of many. */
function countRecords(bytes: Uint8Array, most: number): number {
  const stack: number[] = [];
  let records = 0;
  for (let at = 0; at < bytes.length && records <= most; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) at = toEndOfString(bytes, at);
    else if (closing.has(byte)) stack.pop();
    else if (opening.has(byte)) {
      records += Number(byte === openObject && stack.at(-1) !== openObject);
      stack.push(byte);
    }
  }
  return records;
}

function toEndOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
