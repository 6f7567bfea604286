import { toFailed, toPassed } from "../fhir/checked.js";
import { readDelimited } from "../ingest/read-delimited.js";
import { createRowReader } from "../map/rows/create-row-reader.js";
/** Recognises a file and its header, or says why it cannot be read; nothing is stored before this holds. */
export async function openRows(bytes, source, context) {
    const file = await readDelimited(bytes, source.delimiter === undefined ? {} : { delimiter: source.delimiter });
    if (!file.ok)
        return toFailed(...file.issues);
    const reader = createRowReader(source, context.row, context.others);
    const rows = mapLines(file.value.lines, reader);
    const first = await rows.next();
    const fatal = reader.issues().filter(({ severity }) => severity === 'fatal');
    if (fatal.length > 0) {
        await rows.return(undefined);
        return toFailed(...file.issues, ...fatal);
    }
    return toPassed({ rows: withFirst(first, rows), issues: () => [...file.issues, ...reader.issues()], delimiter: file.value.format.delimiter });
}
async function* mapLines(lines, reader) {
    for await (const line of lines)
        yield* reader.take(line);
    yield* reader.end();
}
async function* withFirst(first, rest) {
    if (first.done === true)
        return;
    yield first.value;
    yield* rest;
}
/** Bytes already in memory as a stream. */
export async function* toStream(bytes) {
    await Promise.resolve();
    yield bytes;
}
//# sourceMappingURL=open-rows.js.map