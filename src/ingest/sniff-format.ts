import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { decodeText } from './decode-text.ts';
import type { DelimitedFormat, Delimiter, LineEnding, TextEncoding } from './delimited-format.ts';
import { toDelimiterName } from './delimited-format.ts';
import { toFileIssue } from './file-issue.ts';
import { recogniseForeign } from './recognise-foreign.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';
import type { SniffedEncoding } from './sniff-encoding.ts';
import { bomLength, sniffEncoding } from './sniff-encoding.ts';

/** What the sender or the source declares; anything else is found out. */
export interface DeclaredFormat {
  readonly delimiter?: Delimiter;
  readonly encoding?: TextEncoding;
}

/** Finds how a file is written from its first bytes, or says what it is instead and what to do. */
export function sniffFormat(head: Uint8Array, complete: boolean, declared: DeclaredFormat): Checked<DelimitedFormat> {
  if (head.length === 0) return toFailed(empty);
  const foreign = recogniseForeign(head);
  if (foreign !== undefined) return toFailed(foreign);
  const encoding = sniffEncoding(head, complete, declared.encoding);
  if (!encoding.ok) return encoding;
  const text = toText(head, encoding.value);
  const control = readControlCharacters(text);
  if (control !== undefined) return toFailed(control);
  if (text.trim() === '' && complete) return toFailed(empty);
  return withDelimiter(text, complete, encoding.value, declared.delimiter);
}

function withDelimiter(
  text: string,
  complete: boolean,
  encoding: SniffedEncoding,
  declared: Delimiter | undefined,
): Checked<DelimitedFormat> {
  const lineEnding = toLineEnding(text);
  const lines = text.split(lineEnding === 'cr' ? '\r' : /\r?\n/);
  const whole = complete || lines.length < 2 ? lines : lines.slice(0, -1);
  const delimiter = sniffDelimiter(whole, declared);
  if (!delimiter.ok) return delimiter;
  const { columns, usualColumns } = delimiter.value;
  const format: DelimitedFormat = { ...encoding, lineEnding, delimiter: delimiter.value.delimiter, columns, usualColumns };
  return toPassed(format, [toSniffedIssue(format)]);
}

function toText(head: Uint8Array, sniffed: SniffedEncoding): string {
  const bytes = Buffer.from(head).subarray(bomLength(sniffed));
  if (sniffed.encoding === 'windows-1252') return decodeText(bytes, 'windows-1252') ?? bytes.toString('latin1');
  return sniffed.encoding === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(sniffed.encoding).decode(bytes);
}

function toLineEnding(text: string): LineEnding {
  const feed = text.indexOf('\n');
  if (feed < 0) return text.includes('\r') ? 'cr' : 'lf';
  return text.charAt(feed - 1) === '\r' ? 'crlf' : 'lf';
}

/** Text of a register holds no control characters but tabs and line ends; one in a hundred means a binary file. */
function readControlCharacters(text: string): Issue | undefined {
  const found = text.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0;
  if (found * 100 <= text.length) return undefined;
  return toFileIssue({
    code: 'berkas-biner',
    severity: 'fatal',
    text: 'Baris 1: berkas ini biner, bukan teks CSV. Ekspor ulang sebagai CSV UTF-8 dari aplikasi asal, lalu kirim lagi.',
    diagnostics: 'Line 1: this file is binary, not CSV text. Export it again as CSV UTF-8 and resend.',
  });
}

function toSniffedIssue(format: DelimitedFormat): Issue {
  const delimiter = toDelimiterName(format.delimiter);
  const encoding = `${format.encoding.toUpperCase()}${format.bom ? ' + BOM' : ''}`;
  const ending = format.lineEnding.toUpperCase();
  return toFileIssue({
    code: 'D24',
    severity: 'information',
    text: `Berkas dibaca sebagai ${encoding}, kolom dipisah ${delimiter.id}, akhir baris ${ending}. Bila ini keliru, kirim ulang sebagai CSV UTF-8.`,
    diagnostics: `The file was read as ${encoding}, columns separated by ${delimiter.en}, line ending ${ending}. If that is wrong, resend it as CSV UTF-8.`,
  });
}

const empty = toFileIssue({
  code: 'berkas-kosong',
  severity: 'fatal',
  text: 'Berkas kosong: tidak ada satu baris pun yang berisi. Ekspor ulang dari aplikasi asal, lalu kirim lagi.',
  diagnostics: 'The file is empty: no line holds anything. Export it again from the original program and resend.',
});
