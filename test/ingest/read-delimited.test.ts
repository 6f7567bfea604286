// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DelimitedOptions } from '../../src/ingest/read-delimited.ts';
import { readDelimited } from '../../src/ingest/read-delimited.ts';
import { scanQuotes } from '../../src/ingest/scan-quotes.ts';
import { splitCells } from '../../src/ingest/split-cells.ts';

const register = [
  'DAFTAR BALITA POSYANDU CONTOH - AGUSTUS 2025;;;;',
  'No;NIK;Nama Anak;BB;Vit A / Imunisasi',
  '1;6472991805239511;Adit;11,4;Merah',
  '2;\'6472994302249512;Naura;8,1;"Merah; MR1"',
  ';;;;',
  'JUMLAH;;2;;',
];

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  await Promise.resolve();
}

async function read(content: string | Uint8Array, options: DelimitedOptions = {}, chunk = 7) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await readDelimited(inChunks(bytes, chunk), options);
  if (!file.ok) return { refused: file.issues, lines: [], issues: [], format: undefined };
  const lines = [];
  for await (const line of file.value.lines) lines.push(line);
  return { refused: undefined, lines, issues: file.issues, format: file.value.format };
}

const toCells = (lines: Awaited<ReturnType<typeof read>>['lines']) =>
  lines.map((line) => (line.ok ? [line.line, ...line.value.cells] : [line.line, 'unread']));
const toCodes = (lines: Awaited<ReturnType<typeof read>>['lines']) =>
  lines.flatMap((line) => line.issues.map((issue) => `${line.line} ${issue.severity} ${issue.code}`));

describe('a delimited file from the field', () => {
  test('a posyandu list with semicolons, a byte order mark and Windows line ends is read whole', async () => {
    const file = await read(`\uFEFF${register.join('\r\n')}\r\n`);

    expect(file.format).toEqual({ encoding: 'utf-8', bom: true, lineEnding: 'crlf', delimiter: ';', columns: 5, usualColumns: 5 });
    expect(toCells(file.lines)).toEqual([
      [1, 'DAFTAR BALITA POSYANDU CONTOH - AGUSTUS 2025', '', '', '', ''],
      [2, 'No', 'NIK', 'Nama Anak', 'BB', 'Vit A / Imunisasi'],
      [3, '1', '6472991805239511', 'Adit', '11,4', 'Merah'],
      [4, '2', "'6472994302249512", 'Naura', '8,1', 'Merah; MR1'],
      [5, '', '', '', '', ''],
      [6, 'JUMLAH', '', '2', '', ''],
    ]);
    expect(toCodes(file.lines)).toEqual([]);
  });

  test('what was found out about the file is told as information', async () => {
    const { issues } = await read(register.join('\n'));

    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([['D24', 'information']]);
    expect(issues[0]?.text).toContain('dipisah titik koma');
  });

  test.each([
    [',', 'a,b,c\n1,2,3\n4,5,6'],
    ['\t', 'a\tb\tc\n1,5\t2,5\t3,5\n4\t5\t6'],
    ['|', 'a|b|c\n1|2|3'],
    [';', 'a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5'],
    [';', 'sep=;\na;b,c,d\n1;2,3,4'],
  ])('columns separated by %j are found', async (delimiter, content) => {
    expect((await read(content)).format?.delimiter).toBe(delimiter);
  });

  test.each([
    ['utf-16le', Buffer.from('\uFEFFNama;BB\nÉlan;7,9\n', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFNama;BB\nÉlan;7,9\n', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('Nama;BB\nÉlan;7,9\n', 'utf16le')],
    ['utf-8', Buffer.from('Nama;BB\nÉlan;7,9\n')],
    ['windows-1252', Buffer.from('Nama;BB\nÉlan;7,9\n', 'latin1')],
  ])('%s is recognised', async (encoding, content) => {
    const file = await read(content, {}, 3);

    expect(file.format?.encoding).toBe(encoding);
    expect(toCells(file.lines)).toEqual([
      [1, 'Nama', 'BB'],
      [2, 'Élan', '7,9'],
    ]);
  });

  test('the curly apostrophe of a Windows keyboard survives', async () => {
    const file = await read(Buffer.from([0x41, 0x3b, 0x42, 0x0a, 0x92, 0x3b, 0x31, 0x0a]));

    expect(toCells(file.lines)[1]).toEqual([2, '’', '1']);
  });

  test('lines that end in a carriage return alone are lines', async () => {
    expect(toCells((await read('a;b\r1;2\r3;4')).lines)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  test('a row whose address holds line breaks carries the number of its first line', async () => {
    const file = await read('No,Alamat,BB\n1,"Jl. Melati\nRT 3\n\nRW 7",8.1\n\n2,x,9\n');

    expect(toCells(file.lines)).toEqual([[1, 'No', 'Alamat', 'BB'], [2, '1', 'Jl. Melati\nRT 3\n\nRW 7', '8.1'], [6], [7, '2', 'x', '9']]);
    expect(toCodes(file.lines)).toEqual(['2 information D24']);
  });

  test('digits that Excel was told to keep as text are read as digits', async () => {
    expect(toCells((await read('NIK;BB\n="6472991805239511";8\n"=""003""";9')).lines).slice(1)).toEqual([
      [2, '6472991805239511', '8'],
      [3, '003', '9'],
    ]);
  });

  test('rows are read no faster than they are asked for', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        await Promise.resolve();
        yield Buffer.from('1;2;3\n'.repeat(2000));
      }
    }
    const file = await readDelimited(endless());
    if (!file.ok) throw new Error('refused');
    for await (const line of file.value.lines) if (line.line === 10_000) break;

    expect(given).toBeLessThan(10);
  });

  test('however the bytes arrive, the rows are the same', async () => {
    const content = `\uFEFF${register.join('\r\n')}\r\n3;"a\nb";É;;\n`;
    const whole = toCells((await read(content, {}, 100_000)).lines);
    for (const chunk of [1, 2, 3, 5, 11, 64]) expect(toCells((await read(content, {}, chunk)).lines)).toEqual(whole);
  });
});

describe('dirt in a line', () => {
  test('a row cut short is read and remarked, with its line number', async () => {
    const file = await read('a;b;c\n1;2;3\n4;5\n6;7;8\n');

    expect(toCells(file.lines)[2]).toEqual([3, '4', '5']);
    expect(toCodes(file.lines)).toEqual(['3 warning baris-tidak-rata']);
    expect(file.lines[2]?.issues[0]?.text).toContain('Baris 3: diharapkan 3 kolom, ada 2');
  });

  test('a row with a value too many is not to be used, for a weight could stand under the height', async () => {
    expect(toCodes((await read('nama,bb,tb\nA,8.1,70\nB,7,9,70\nC,8,71\n')).lines)).toEqual(['3 error baris-tidak-rata']);
  });

  test('empty cells beyond the last column are no fault, and a narrower title is none', async () => {
    expect(toCodes((await read('Daftar Balita\nKader: ; x\nnama;bb;tb\nA;8;70;;\nB;7;69\nC;7;69\n')).lines)).toEqual([]);
  });

  test('trailing blanks that a program always leaves out are mentioned, not complained of', async () => {
    expect(toCodes((await read('a;b;c;d\n1;2\n3;4\n5;6\n')).lines)).toEqual([
      '2 information baris-tidak-rata',
      '3 information baris-tidak-rata',
      '4 information baris-tidak-rata',
    ]);
  });

  test('a quote that never closes is told with its line and costs no other row', async () => {
    const file = await read('no;alamat;bb\n1;"Jl. Mawar;8\n2;Jl. Melati;9\n3;"RT 3; RW 7";7\n4;x;6\n');

    expect(toCells(file.lines).map(([line, no]) => [line, no])).toEqual([
      [1, 'no'],
      [2, '1'],
      [3, '2'],
      [4, '3'],
      [5, '4'],
    ]);
    expect(toCodes(file.lines)).toEqual(['2 warning D24']);
    expect(toCells(file.lines)[3]).toEqual([4, '3', 'RT 3; RW 7', '7']);
  });

  test('a stray quote far above a closing one does not swallow the rows between', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index};y;8`);
    const file = await read(['no;alamat;bb', '0;"x;8', ...rows, '9;z";7'].join('\n'));

    expect(file.lines).toHaveLength(503);
    expect(toCodes(file.lines)).toEqual(['2 warning D24']);
  });

  test('a row whose bytes are broken is named and the others are read', async () => {
    const good = Buffer.from('nama;bb\nÉlan;7\nAndré;8\nZoë;9\n');
    const file = await read(Buffer.concat([good, Buffer.from([0x42, 0xe9, 0x3b, 0x38, 0x0a]), Buffer.from('Citra;6\n')]));

    expect(toCells(file.lines)[4]).toEqual([5, 'unread']);
    expect(toCells(file.lines)[5]).toEqual([6, 'Citra', '6']);
    expect(toCodes(file.lines)).toEqual(['5 error encoding-rusak']);
  });

  test('a NUL byte beyond the first 64 KB refuses its row alone', async () => {
    const file = await read(`a;b\n${'1;2\n'.repeat(20_000)}x\0;3\n4;5\n`, {}, 5000);

    expect(toCodes(file.lines)).toEqual(['20002 error byte-nul']);
    expect(file.lines).toHaveLength(20_003);
  });

  test('a line of 200 MB is refused by number, reading goes on after it, and memory stays flat', async () => {
    const megabyte = Buffer.alloc(1_048_576, 'x');
    async function* withGiantLine(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a;b\n1;2\n');
      for (let count = 0; count < 200; count += 1) yield megabyte;
      await Promise.resolve();
      yield Buffer.from('\n3;4\n');
    }
    const before = process.memoryUsage();
    const file = await readDelimited(withGiantLine());
    if (!file.ok) throw new Error('refused');
    const lines = [];
    for await (const line of file.value.lines) lines.push(line);
    const after = process.memoryUsage();

    expect(toCells(lines)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, 'unread'],
      [4, '3', '4'],
    ]);
    expect(toCodes(lines)).toEqual(['3 error baris-terlalu-panjang']);
    expect(after.external + after.heapUsed - before.external - before.heapUsed).toBeLessThan(50_000_000);
  });

  test('a row of more columns than any form is refused by number', async () => {
    expect(toCodes((await read(`a;b\n1;2\n${'x;'.repeat(600)}\n3;4\n`)).lines)).toEqual(['3 error kolom-terlalu-banyak']);
  });
});

describe('a file that is no CSV', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  const xlsx = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\u0006\0'), Buffer.from('[Content_Types].xml xl/workbook.xml')]);

  test.each([
    ['nothing', Buffer.alloc(0), 'berkas-kosong', 'Berkas kosong'],
    ['a byte order mark alone', Buffer.from('\uFEFF'), 'berkas-kosong', 'Berkas kosong'],
    ['blank lines', Buffer.from('\r\n \r\n\r\n'), 'berkas-kosong', 'Berkas kosong'],
    ['an Excel workbook', xlsx, 'bukan-csv', 'Excel (XLSX)'],
    ['an old Excel workbook', ole, 'bukan-csv', 'Excel lama (XLS)'],
    ['a bare BIFF workbook', Buffer.from([0x09, 0x08, 0x10, 0, 0, 6]), 'bukan-csv', 'BIFF'],
    ['another archive', Buffer.from('PK\u0003\u0004\u0014\0 foto.jpg'), 'bukan-csv', 'arsip ZIP'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'bukan-csv', 'PDF'],
    ['a gzip file', Buffer.from([0x1f, 0x8b, 8, 0]), 'bukan-csv', 'gzip'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'bukan-csv', 'foto JPEG'],
    ['an HTML table named .xls', Buffer.from('\r\n<table border=1><tr><td>NIK</td></tr></table>'), 'bukan-csv', 'tabel HTML'],
    ['an XML spreadsheet', Buffer.from('\uFEFF<?xml version="1.0"?><Workbook>'), 'bukan-csv', 'XML'],
    ['a JSON list', Buffer.from(' [ {"nik": "x"} ]'), 'bukan-csv', 'JSON'],
    ['a JSON object', Buffer.from('{\n "data": []}'), 'bukan-csv', 'JSON'],
    ['a letter', Buffer.from('Kepada Yth\nBersama ini kami kirim\nTerima kasih\n'), 'bukan-csv', 'pemisah kolom'],
    ['NUL bytes', Buffer.from('a;b\n1;2\n\0\0\0\u0001;4\n'), 'berkas-biner', 'Baris 3'],
    ['control characters', Buffer.from('a;\u0001\u0002\u0003\u0004b\n1;\u0005\u0006\n'), 'berkas-biner', 'biner'],
  ])('%s is refused with the reason and what to do, in both languages', async (_what, content, code, text) => {
    const { refused } = await read(content);

    expect(refused?.map((issue) => [issue.code, issue.severity])).toEqual([[code, 'fatal']]);
    expect(refused?.[0]?.text).toContain(text);
    expect(refused?.[0]?.text).toMatch(/kirim|ekspor/i);
    expect(refused?.[0]?.diagnostics).toMatch(/send|export/i);
  });

  test.each<[string, string | Buffer, DelimitedOptions, string]>([
    ['a delimiter that separates nothing', 'a;b\n1;2\n', { delimiter: ',' }, 'pemisah-salah'],
    ['an encoding that the bytes contradict', Buffer.from('nama;bb\nx;1\n\xc9lan;2\n', 'latin1'), { encoding: 'utf-8' }, 'encoding-salah'],
    ['UTF-16 where there is none', 'a;b\n1;2\n', { encoding: 'utf-16le' }, 'encoding-salah'],
    ['a first line without end', 'a;b'.repeat(1000), { maxLineBytes: 1024 }, 'baris-terlalu-panjang'],
    ['a first line of endless columns', `${'a;'.repeat(600)}\n`, {}, 'kolom-terlalu-banyak'],
  ])('%s is refused before any row', async (_what, content, options, code) => {
    const { refused, lines } = await read(content, options);

    expect(refused?.map((issue) => [issue.code, issue.severity])).toEqual([[code, 'fatal']]);
    expect(lines).toEqual([]);
  });

  test('the line of the first broken byte is named when a declared encoding does not hold', async () => {
    const { refused } = await read(Buffer.from('nama;bb\nx;1\n\xc9lan;2\n', 'latin1'), { encoding: 'utf-8' });

    expect(refused?.[0]?.text).toContain('Baris 3');
  });

  test('a refused file lets go of its source', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await Promise.resolve();
          yield Buffer.from('%PDF-1.7'.repeat(10_000));
        }
      } finally {
        closed = true;
      }
    }
    await readDelimited(source());

    expect(closed).toBe(true);
  });

  test('whatever bytes come, the answer is a value and every line number is given once', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.stringMatching(/^[";,a\n\r \t|]*$/).map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const { lines } = await read(content, { maxLineBytes: 64 });
        const numbers = lines.map((line) => line.line);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});

describe('quotes', () => {
  test('a line whose quotes are closed is exactly one row for csv-parse', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[";ab ]{0,12}$/), (text) => {
        fc.pre(text !== '' && scanQuotes(text, ';', false) === 'closed');
        expect(splitCells({ line: 1, lastLine: 1, unbalanced: false, text }, ';').length).toBeLessThanOrEqual(text.split(';').length);
      }),
      { numRuns: 3000 },
    );
  });

  test('a cell written with quotes, delimiters and line breaks is read back', () => {
    expect(splitCells({ line: 1, lastLine: 2, unbalanced: false, text: '1;"a ""b""; c\nd";e' }, ';')).toEqual(['1', 'a "b"; c\nd', 'e']);
  });
});
