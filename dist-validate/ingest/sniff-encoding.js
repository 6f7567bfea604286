import { isUtf8 } from 'node:buffer';
import { toFailed, toPassed } from "../fhir/checked.js";
import { toFileIssue } from "./file-issue.js";
/** Length of the byte order mark of an encoding. */
export function bomLength(sniffed) {
    if (!sniffed.bom)
        return 0;
    return sniffed.encoding === 'utf-8' ? 3 : 2;
}
/** Finds the encoding of a text by its byte order mark, its NUL bytes, and whether its lines are valid UTF-8. */
export function sniffEncoding(head, complete, declared) {
    const marked = readMark(head);
    if (marked !== undefined)
        return toPassed({ encoding: marked, bom: true });
    const wide = readNulPattern(head);
    const nul = head.indexOf(0);
    if (wide === undefined && nul >= 0)
        return toFailed(toBinaryIssue(head, nul));
    return toDeclared(head, wide ?? readNarrow(Buffer.from(head), complete), declared);
}
function toDeclared(head, found, declared = found) {
    // A single-byte reading of UTF-8 text never fails, so only a declaration that the bytes contradict is refused.
    const holds = declared === found || (declared === 'windows-1252' && found === 'utf-8');
    return holds ? toPassed({ encoding: declared, bom: false }) : toFailed(toContradiction(head, declared, found));
}
function readMark(head) {
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
        return 'utf-8';
    if (head[0] === 0xff && head[1] === 0xfe)
        return 'utf-16le';
    if (head[0] === 0xfe && head[1] === 0xff)
        return 'utf-16be';
    return undefined;
}
/** UTF-16 of mostly Latin text has a NUL in nearly every second byte. */
function readNulPattern(head) {
    const sample = head.subarray(0, 2048);
    const counts = [0, 0];
    sample.forEach((byte, index) => {
        if (byte === 0)
            counts[index % 2] = (counts[index % 2] ?? 0) + 1;
    });
    const [even = 0, odd = 0] = counts;
    const most = sample.length * 0.35;
    if (odd > most && even === 0)
        return 'utf-16le';
    return even > most && odd === 0 ? 'utf-16be' : undefined;
}
function readNarrow(head, complete) {
    const lines = toNonAsciiLines(complete ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1));
    const valid = lines.filter((line) => isUtf8(line)).length;
    return valid * 2 >= lines.length ? 'utf-8' : 'windows-1252';
}
function toNonAsciiLines(head) {
    const lines = [];
    let start = 0;
    while (start < head.length) {
        const end = head.indexOf(0x0a, start);
        const line = head.subarray(start, end < 0 ? head.length : end);
        if (line.some((byte) => byte >= 0x80))
            lines.push(line);
        start += line.length + 1;
    }
    return lines;
}
function lineAt(head, offset) {
    return head.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
}
function toBinaryIssue(head, offset) {
    const line = lineAt(head, offset);
    return toFileIssue({
        code: 'berkas-biner',
        severity: 'fatal',
        text: `Baris ${line}: berkas ini biner (ada byte NUL), bukan teks CSV. Ekspor ulang sebagai CSV UTF-8 dari aplikasi asal, lalu kirim lagi.`,
        diagnostics: `Line ${line}: this file is binary (it holds a NUL byte), not CSV text. Export it again as CSV UTF-8 and resend.`,
    });
}
function toContradiction(head, declared, found) {
    const broken = toLineNumberOfFirstBroken(Buffer.from(head));
    return toFileIssue({
        code: 'encoding-salah',
        severity: 'fatal',
        text: `Baris ${broken}: encoding dinyatakan ${declared}, tetapi isi berkas tampak ${found}. Simpan ulang sebagai CSV UTF-8, atau nyatakan encoding ${found}.`,
        diagnostics: `Line ${broken}: the encoding is declared as ${declared}, but the bytes look like ${found}. Save again as CSV UTF-8, or declare ${found}.`,
    });
}
function toLineNumberOfFirstBroken(head) {
    const broken = toNonAsciiLines(head).find((line) => !isUtf8(line));
    return broken === undefined ? 1 : lineAt(head, broken.byteOffset - head.byteOffset);
}
//# sourceMappingURL=sniff-encoding.js.map