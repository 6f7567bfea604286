import { TraceFault } from './trace-fault.ts';

const quote = 0x22;
const backslash = 0x5c;
// strace(1) writes these as letters, everything else that is no printable ASCII in octal, with as few digits as are unmistakable.
const letters = Uint8Array.from({ length: 256 }, (_, byte) => byte);
for (const [letter = '', meant = ''] of ['n\n', 't\t', 'r\r', 'f\f', 'v\v']) letters[letter.charCodeAt(0)] = meant.charCodeAt(0);

/** Reads a string that strace wrote in the notation of C, from its opening quote on. Throws where strace cut it short. */
export function readCString(text: Uint8Array, from: number): { readonly bytes: Buffer; readonly end: number } {
  if (text[from] !== quote) throw new TraceFault('A string of the trace does not begin with a quote');
  const bytes = Buffer.allocUnsafe(text.length - from);
  let length = 0;
  let at = from + 1;
  for (; text[at] !== quote; length += 1) {
    const isEscape = text[at] === backslash;
    const end = isEscape ? endOfEscape(text, at + 1) : at + 1;
    bytes[length] = isEscape ? readEscape(text, at + 1, end) : (text[at] ?? 0);
    at = end;
    if (at >= text.length) throw new TraceFault('A string of the trace has no end');
  }
  if (text[at + 1] === 0x2e) throw new TraceFault('strace cut a string short; its limit of bytes a string is too low for this server');
  return { bytes: bytes.subarray(0, length), end: at + 1 };
}

function endOfEscape(text: Uint8Array, from: number): number {
  let end = from;
  while (end < from + 3 && isOctal(text[end])) end += 1;
  return Math.max(end, from + 1);
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}

function readEscape(text: Uint8Array, from: number, end: number): number {
  if (!isOctal(text[from])) return letters[text[from] ?? 0] ?? 0;
  let byte = 0;
  for (let at = from; at < end; at += 1) byte = 8 * byte + (text[at] ?? 0) - 0x30;
  return byte;
}
