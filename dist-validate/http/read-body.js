import { Refusal } from "./refusal.js";
/**
 * Collects the bytes of a request within the limits. A body or a line beyond them is refused as soon as it is seen,
 * with the line number and the remedy, and the rest is not read.
 */
export async function readBody(request, limits) {
    const chunks = [];
    const seen = { bytes: 0, line: 1, lineBytes: 0 };
    for await (const chunk of request) {
        seen.bytes += chunk.length;
        if (seen.bytes > limits.bodyBytes)
            throw tooLarge(limits.bodyBytes);
        countLines(chunk, seen);
        if (seen.lineBytes > limits.lineBytes)
            throw lineTooLong(seen.line, limits.lineBytes);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function countLines(chunk, seen) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        seen.line += 1;
        seen.lineBytes = 0;
        from = at + 1;
    }
    seen.lineBytes += chunk.length - from;
}
function tooLarge(limit) {
    const megabytes = String(Math.round(limit / 1048576));
    const issue = {
        severity: 'fatal',
        type: 'too-long',
        code: 'file-terlalu-besar',
        text: `File lebih besar dari ${megabytes} MB. Bagi menjadi beberapa file, masing-masing dengan baris kepala, lalu kirim satu per satu.`,
        diagnostics: `The file is larger than ${megabytes} MB. Split it, each part with its header row, and send the parts one by one.`,
    };
    return new Refusal(413, [issue], { connection: 'close' });
}
function lineTooLong(line, limit) {
    const megabytes = String(Math.round(limit / 1048576));
    const issue = {
        severity: 'fatal',
        type: 'too-long',
        code: 'baris-terlalu-panjang',
        text: `Baris ${String(line)} lebih panjang dari ${megabytes} MB; ini bukan baris tabel. Periksa tanda kutip yang tidak ditutup atau pemisah baris yang hilang, lalu simpan ulang sebagai CSV.`,
        diagnostics: `Line ${String(line)} is longer than ${megabytes} MB, which is no row of a table. Look for an unclosed quote or missing line breaks and save again as CSV.`,
        cell: `baris ${String(line)}`,
    };
    return new Refusal(413, [issue], { connection: 'close' });
}
//# sourceMappingURL=read-body.js.map