import { toFailed, toPassed } from "../fhir/checked.js";
import { checkLine } from "./check-line.js";
import { decodeText } from "./decode-text.js";
import { createRecordJoiner } from "./join-records.js";
import { toBrokenBytesIssue, toTooLongIssue } from "./line-issues.js";
import { peekHead } from "./peek-head.js";
import { sniffFormat } from "./sniff-format.js";
import { createLineSplitter } from "./split-lines.js";
const headBytes = 65_536;
const byteOfLineEnd = { crlf: 0x0a, lf: 0x0a, cr: 0x0d };
/**
 * Recognises a delimited file by its first 64 KB and opens it for reading, or says what it is instead; issues tell what was
 * found (D24). Memory stays flat for any number of rows. Only a failing stream throws.
 */
export async function readDelimited(bytes, options = {}) {
    const peeked = await peekHead(bytes, headBytes);
    const format = sniffFormat(peeked.head, peeked.complete, options);
    if (!format.ok) {
        await peeked.close();
        return format;
    }
    const limits = { maxLineBytes: options.maxLineBytes ?? 1_048_576, maxColumns: options.maxColumns ?? 512 };
    return open(readLines(peeked, format.value, limits), format.value, format.issues);
}
/** The first line is read at once: a file that fails there is refused before anything of it is kept. */
async function open(lines, format, issues) {
    const first = await lines.next();
    if (first.done === true)
        return toPassed({ format, lines }, issues);
    const fatal = first.value.issues.filter((issue) => issue.severity === 'fatal');
    if (fatal.length === 0)
        return toPassed({ format, lines: prepend(first.value, lines) }, issues);
    await lines.return(undefined);
    return toFailed(...fatal);
}
async function* prepend(first, rest) {
    try {
        yield first;
        yield* rest;
    }
    finally {
        await rest.return(undefined);
    }
}
async function* readLines(peeked, format, limits) {
    const splitter = createLineSplitter(byteOfLineEnd[format.lineEnding], limits.maxLineBytes);
    const joiner = createRecordJoiner(format.delimiter, limits.maxLineBytes);
    const check = createRecordCheck(format, limits.maxColumns);
    const toText = (line) => toTextLine(line, format, limits.maxLineBytes);
    for await (const chunk of toNarrowBytes(peeked.all, format)) {
        for (const line of splitter.push(chunk))
            for (const record of joiner.push(toText(line)))
                yield check(record);
    }
    for (const line of splitter.end())
        for (const record of joiner.push(toText(line)))
            yield check(record);
    for (const record of joiner.end())
        yield check(record);
}
function toTextLine({ line, bytes }, format, maxLineBytes) {
    if (bytes === undefined)
        return { line, text: '', fault: toTooLongIssue(line, maxLineBytes) };
    const text = decodeText(bytes, format.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8');
    return text === undefined ? { line, text: '', fault: toBrokenBytesIssue(line, format.encoding.toUpperCase()) } : { line, text };
}
/** Remembers whether the first full row has come: above it, titles may be narrower than the table. */
function createRecordCheck(format, maxColumns) {
    let inTable = false;
    return (record) => {
        const checked = checkLine(record, format, maxColumns, inTable);
        if (checked.ok && checked.value.cells.length >= format.usualColumns)
            inTable = true;
        return checked;
    };
}
/** UTF-16 becomes UTF-8 on the way, so that lines can be cut by bytes; the byte order mark is left out. */
async function* toNarrowBytes(bytes, format) {
    if (format.encoding === 'utf-16le' || format.encoding === 'utf-16be') {
        const decoder = new TextDecoder(format.encoding);
        for await (const chunk of bytes)
            yield Buffer.from(decoder.decode(chunk, { stream: true }));
        return;
    }
    let skip = format.bom ? 3 : 0;
    for await (const chunk of bytes) {
        yield chunk.subarray(Math.min(skip, chunk.length));
        skip = Math.max(0, skip - chunk.length);
    }
}
//# sourceMappingURL=read-delimited.js.map