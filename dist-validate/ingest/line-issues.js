import { toFileIssue } from "./file-issue.js";
/** A line longer than the limit was dropped while it passed; fatal where it is the first, for then nothing is a table. */
export function toTooLongIssue(line, maxLineBytes) {
    const limit = `${Math.floor(maxLineBytes / 1024)} KB`;
    return toFileIssue({
        code: 'baris-terlalu-panjang',
        severity: line === 1 ? 'fatal' : 'error',
        type: 'too-long',
        text: `Baris ${line}: lebih panjang dari ${limit}, jadi tidak dibaca. Periksa apakah akhir baris hilang saat ekspor, lalu kirim ulang.`,
        diagnostics: `Line ${line}: longer than ${limit}, so it was not read. See whether line endings were lost in the export, and resend.`,
    });
}
/** The bytes of a line are no text in the encoding of the file. */
export function toBrokenBytesIssue(line, encoding) {
    return toFileIssue({
        code: 'encoding-rusak',
        severity: 'error',
        text: `Baris ${line}: ada byte yang bukan ${encoding}, jadi baris ini tidak dibaca. Simpan ulang berkas sebagai CSV UTF-8, lalu kirim lagi.`,
        diagnostics: `Line ${line}: holds bytes that are not ${encoding}, so it was not read. Save the file again as CSV UTF-8 and resend.`,
    });
}
/** A NUL character stands inside a line of text. */
export function toNulIssue(line) {
    return toFileIssue({
        code: 'byte-nul',
        severity: 'error',
        text: `Baris ${line}: ada byte NUL, jadi baris ini tidak dibaca. Berkas mungkin rusak saat disalin; salin atau ekspor ulang.`,
        diagnostics: `Line ${line}: holds a NUL byte, so it was not read. The file may have been damaged in copying; copy or export it again.`,
    });
}
/** A record has more columns than any form. */
export function toTooManyColumnsIssue(line, columns, maxColumns) {
    return toFileIssue({
        code: 'kolom-terlalu-banyak',
        severity: line === 1 ? 'fatal' : 'error',
        type: 'too-long',
        text: `Baris ${line}: berisi ${columns} kolom, batasnya ${maxColumns}, jadi tidak dibaca. Periksa pemisah kolom dan akhir baris.`,
        diagnostics: `Line ${line}: holds ${columns} columns, the limit is ${maxColumns}, so it was not read. See the delimiter and the line endings.`,
    });
}
/** A quote opened here and never closed; the line was read alone (D24). */
export function toUnbalancedIssue(line, fits) {
    const id = fits ? 'isinya dibaca per kolom; periksa barisnya' : 'jumlah kolomnya tidak cocok, jadi baris ini tidak dipakai';
    const en = fits ? 'its cells were read one by one; look at the line' : 'its columns do not fit, so the line is not used';
    return toFileIssue({
        code: 'D24',
        severity: fits ? 'warning' : 'error',
        text: `Baris ${line}: tanda kutip (") dibuka tetapi tidak ditutup; ${id}. Hapus atau tutup tanda kutipnya, lalu kirim ulang.`,
        diagnostics: `Line ${line}: a quote (") opens and is never closed; ${en}. Remove or close the quote and resend.`,
    });
}
/** A cell holds line breaks, so several physical lines are one row (D24). */
export function toSpanIssue(line, lastLine) {
    return toFileIssue({
        code: 'D24',
        severity: 'information',
        text: `Baris ${line} sampai ${lastLine} dibaca sebagai satu baris, karena ada sel yang berisi ganti baris. Bila keliru, periksa tanda kutipnya.`,
        diagnostics: `Lines ${line} to ${lastLine} were read as one row, because a cell holds line breaks. If that is wrong, look at the quotes.`,
    });
}
/** A row is narrower than the table: its last columns are missing. */
export function toShortIssue(line, cells, columns, usual) {
    return toFileIssue({
        code: 'baris-tidak-rata',
        severity: usual ? 'information' : 'warning',
        text: `Baris ${line}: diharapkan ${columns} kolom, ada ${cells}; kolom terakhir dianggap kosong. Periksa apakah baris ini terpotong.`,
        diagnostics: `Line ${line}: expected ${columns} columns, got ${cells}; the last ones count as empty. See whether the line was cut.`,
    });
}
/** A row is wider than the table: its values may stand under the wrong headings, so the row must not be used. */
export function toWideIssue(line, cells, columns) {
    return toFileIssue({
        code: 'baris-tidak-rata',
        severity: 'error',
        text: `Baris ${line}: diharapkan ${columns} kolom, ada ${cells}; nilai bisa berada di kolom yang salah. Beri tanda kutip pada sel yang berisi pemisah, lalu kirim ulang.`,
        diagnostics: `Line ${line}: expected ${columns} columns, got ${cells}; values may stand in the wrong column. Quote the cell that holds the delimiter and resend.`,
    });
}
//# sourceMappingURL=line-issues.js.map