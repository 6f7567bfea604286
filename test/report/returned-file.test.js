import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDelimited } from "../../src/ingest/read-delimited.js";
import { toDelimitedLine, writeDelimited } from "../../src/ingest/write-delimited.js";
import { toReturnedFile } from "../../src/report/returned-file.js";
const anIssue = (severity, text, cell) => ({
    severity,
    type: 'value',
    code: 'D03',
    text,
    diagnostics: 'in English',
    ...(cell === undefined ? {} : { cell }),
});
const aRow = (cells, row = {}) => ({
    cells,
    status: 'accepted',
    heading: false,
    issues: [],
    ...row,
});
const title = aRow(['DAFTAR BALITA', '', ''], { heading: true, status: 'skipped', reason: 'judul' });
const header = aRow(['No', 'NIK', 'Catatan'], { heading: true, status: 'skipped', reason: 'kepala' });
async function join(lines) {
    let text = '';
    for await (const line of lines)
        text += line;
    return text;
}
const give = (rows, hiddenColumns = new Set()) => join(toReturnedFile(rows, { delimiter: ';', hiddenColumns }));
async function readBack(text) {
    async function* bytes() {
        await Promise.resolve();
        yield Buffer.from(text);
    }
    const file = await readDelimited(bytes(), { delimiter: ';' });
    if (!file.ok)
        throw new Error('refused');
    const cells = [];
    for await (const line of file.value.lines)
        if (line.ok)
            cells.push(line.value.cells);
    return cells;
}
describe('the file that goes back to its sender', () => {
    test('every row keeps its place and says what became of it', async () => {
        const text = await give([
            title,
            header,
            aRow(['1', '6472991805239511', 'sehat']),
            aRow(['2', '64729909032295180', ''], {
                status: 'warning',
                issues: [anIssue('warning', 'NIK harus 16 angka; tulis ulang.', 'NIK'), anIssue('information', 'tidak penting')],
            }),
            aRow(['3', '', ''], {
                status: 'quarantined',
                issues: [anIssue('warning', 'Catatan kecil.'), anIssue('error', 'Tanggal ukur kosong; isi.')],
            }),
            aRow(['1', '6472991805239511', 'sehat'], { status: 'skipped', reason: 'duplikat' }),
            aRow([], { status: 'skipped', reason: 'kosong' }),
        ]);
        expect(text).toBe([
            '\uFEFFDAFTAR BALITA;;',
            'No;NIK;Catatan;status;perbaikan',
            '1;"=""6472991805239511""";sehat;diterima;',
            '2;"=""64729909032295180""";;diterima dengan catatan;"NIK harus 16 angka; tulis ulang."',
            '3;;;ditolak, perlu perbaikan;"Tanggal ukur kosong; isi. Catatan kecil."',
            '1;"=""6472991805239511""";sehat;dilewati;"Baris ini sama dengan baris lain; tidak perlu diperbaiki."',
            '',
            '',
        ].join('\r\n'));
    });
    test('a file returned, mended and sent again reads as the sender wrote it', async () => {
        const cells = await readBack(await give([header, aRow(['1', '6472991805239511', '"kutip"; a\nb']), aRow(['003', '0812500010021', '-2,1'])]));
        expect(cells.slice(1).map((row) => row.slice(0, 3))).toEqual([
            ['1', '6472991805239511', '"kutip"; a\nb'],
            ['003', '0812500010021', '-2,1'],
        ]);
    });
    test('a file returned twice has its two columns once, with the newer verdict', async () => {
        const again = await give([
            aRow(['No', 'NIK', 'status', 'perbaikan'], { heading: true, status: 'skipped', reason: 'kepala' }),
            aRow(['1', 'x', 'ditolak, perlu perbaikan', 'Isi NIK.']),
        ]);
        expect(again).toBe('\uFEFFNo;NIK;status;perbaikan\r\n1;x;diterima;\r\n');
    });
    test('a short row is filled up and a long one keeps its surplus behind the verdict', async () => {
        const text = await give([header, aRow(['1']), aRow(['2', 'x', 'y', 'lebih', '', 'lagi'])]);
        expect(text.split('\r\n').slice(1, 3)).toEqual(['1;;;diterima;', '2;x;y;diterima;;lebih;;lagi']);
    });
    test('a row that could not be read stands in its place with the reason', async () => {
        const text = await give([header, aRow([], { status: 'quarantined', issues: [anIssue('error', 'Baris 2: byte rusak.')] })]);
        expect(text.split('\r\n')[1]).toBe(';;;ditolak, perlu perbaikan;Baris 2: byte rusak.');
    });
    test('what is sangat terbatas is not repeated', async () => {
        const text = await give([header, aRow(['1', 'x', 'hasil tes'])], new Set(['Catatan']));
        expect(text).not.toContain('hasil tes');
        expect(text).toContain('1;x;[rahasia];diterima;');
    });
});
describe('a table written for a spreadsheet', () => {
    test.each([
        ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
        ['+62 812-5500', "'+62 812-5500"],
        ['-1+cmd|x', "'-1+cmd|x"],
        ['@SUM(A1)', "'@SUM(A1)"],
        ['-2,16', '-2,16'],
        ['-2.16', '-2.16'],
        ['+3', '+3'],
        ['-', '-'],
        ['--', '--'],
        ['++', '++'],
        ['8,1', '8,1'],
        ['a;b', '"a;b"'],
    ])('%s is written as %s', (cell, written) => {
        expect(toDelimitedLine([cell, 'x'], { delimiter: ';' })).toBe(`${written};x\r\n`);
    });
    test('digits stay digits for programs and become text for Excel', () => {
        expect(toDelimitedLine(['6472991805239511', '12'], { delimiter: ',' })).toBe('6472991805239511,12\r\n');
        expect(toDelimitedLine(['6472991805239511', '12'], { delimiter: ',', digits: 'excel' })).toBe('"=""6472991805239511""",12\r\n');
    });
    test('whatever plain text is written is read back the same', async () => {
        const cell = fc.stringMatching(/^[a-z0-9;,"\n ]{0,8}$/).map((text) => text.trim());
        await fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
            const table = [['kolom a', 'kolom b', 'kolom c'], ...rows];
            expect(await readBack(await join(writeDelimited(table, { delimiter: ';' })))).toEqual(table);
        }), { numRuns: 300 });
    });
});
