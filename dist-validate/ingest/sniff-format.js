import { toFailed, toPassed } from "../fhir/checked.js";
import { decodeText } from "./decode-text.js";
import { toDelimiterName } from "./delimited-format.js";
import { toFileIssue } from "./file-issue.js";
import { recogniseForeign } from "./recognise-foreign.js";
import { sniffDelimiter } from "./sniff-delimiter.js";
import { bomLength, sniffEncoding } from "./sniff-encoding.js";
/** Finds how a file is written from its first bytes, or says what it is instead and what to do. */
export function sniffFormat(head, complete, declared) {
    if (head.length === 0)
        return toFailed(empty);
    const foreign = recogniseForeign(head);
    if (foreign !== undefined)
        return toFailed(foreign);
    const encoding = sniffEncoding(head, complete, declared.encoding);
    if (!encoding.ok)
        return encoding;
    const text = toText(head, encoding.value);
    const control = readControlCharacters(text);
    if (control !== undefined)
        return toFailed(control);
    if (text.trim() === '' && complete)
        return toFailed(empty);
    return withDelimiter(text, complete, encoding.value, declared.delimiter);
}
function withDelimiter(text, complete, encoding, declared) {
    const lineEnding = toLineEnding(text);
    const lines = text.split(lineEnding === 'cr' ? '\r' : /\r?\n/);
    const whole = complete || lines.length < 2 ? lines : lines.slice(0, -1);
    const delimiter = sniffDelimiter(whole, declared);
    if (!delimiter.ok)
        return delimiter;
    const { columns, usualColumns } = delimiter.value;
    const format = { ...encoding, lineEnding, delimiter: delimiter.value.delimiter, columns, usualColumns };
    return toPassed(format, [toSniffedIssue(format)]);
}
function toText(head, sniffed) {
    const bytes = Buffer.from(head).subarray(bomLength(sniffed));
    if (sniffed.encoding === 'windows-1252')
        return decodeText(bytes, 'windows-1252') ?? bytes.toString('latin1');
    return sniffed.encoding === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(sniffed.encoding).decode(bytes);
}
function toLineEnding(text) {
    const feed = text.indexOf('\n');
    if (feed < 0)
        return text.includes('\r') ? 'cr' : 'lf';
    return text.charAt(feed - 1) === '\r' ? 'crlf' : 'lf';
}
/** Text of a register holds no control characters but tabs and line ends; one in a hundred means a binary file. */
function readControlCharacters(text) {
    const found = text.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0;
    if (found * 100 <= text.length)
        return undefined;
    return toFileIssue({
        code: 'berkas-biner',
        severity: 'fatal',
        text: 'Baris 1: berkas ini biner, bukan teks CSV. Ekspor ulang sebagai CSV UTF-8 dari aplikasi asal, lalu kirim lagi.',
        diagnostics: 'Line 1: this file is binary, not CSV text. Export it again as CSV UTF-8 and resend.',
    });
}
function toSniffedIssue(format) {
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
//# sourceMappingURL=sniff-format.js.map