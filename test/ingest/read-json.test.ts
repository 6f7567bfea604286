// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Issue } from '../../src/fhir/issue.ts';
import type { JsonOptions } from '../../src/ingest/json-reading.ts';
import { readJson } from '../../src/ingest/read-json.ts';
import type { RecordItem } from '../../src/map/records/record-item.ts';
import { parseRecordPath } from '../../src/map/records/record-path.ts';

interface Read {
  readonly shape: string;
  readonly items: readonly RecordItem[];
  readonly issues: readonly Issue[];
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(file: string | Uint8Array, records = 'data[*]', options: Partial<JsonOptions> = {}, size = 65_536): Promise<Read> {
  const path = parseRecordPath(records);
  if (path === null) throw new Error('no path');
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const opened = await readJson(inChunks(bytes, size), { path, ...options });
  if (!opened.ok) return { shape: 'refused', items: [], issues: opened.issues };
  const items: RecordItem[] = [];
  for await (const item of opened.value.items) items.push(item);
  return { shape: opened.value.shape, items, issues: opened.value.issues() };
}

const rowsOf = ({ items }: Read) => items.flatMap((item) => (item.is === 'envelope' ? [] : [item.row]));
const valuesOf = ({ items }: Read) => items.flatMap((item) => (item.is === 'element' ? [item.value] : []));
const codesOf = ({ issues }: Read) => issues.map(({ code, severity }) => `${severity} ${code}`);
const brokenOf = ({ items }: Read) => items.flatMap((item) => (item.is === 'broken' ? item.issues : []));

describe('a JSON file is recognised by its content', () => {
  test.each([
    ['a document', '{"bulan":"Juli","data":[{"a":1},{"a":2}]}', 'document', ['$.data[0]', '$.data[1]']],
    ['a list', ' [ {"a":1} , {"a":2} ] ', 'list', ['$[0]', '$[1]']],
    ['lines', '{"a":1}\r\n{"a":2}\n', 'lines', [1, 2]],
    ['one line that is no document', '{"a":1}\n', 'lines', [1]],
    ['one line that is a document', '{"data":[{"a":1},{"a":2}]}', 'document', ['$.data[0]', '$.data[1]']],
    ['a document laid out over lines', '{\n"data": [\n{"a":1},\n{"a":2}\n]\n}\n', 'document', ['$.data[0]', '$.data[1]']],
    ['a document whose list has another case', '{"Data":[{"a":1}]}', 'document', ['$.data[0]']],
  ])('as %s', async (_, file, shape, rows) => {
    const found = await read(file);
    expect([found.shape, rowsOf(found), codesOf(found)]).toEqual([shape, rows, []]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff{"data":[{"a":"é"}]}', 'utf8')],
    ['UTF-16', Buffer.from('\ufeff{"data":[{"a":"é"}]}', 'utf16le')],
  ])('whether it is %s', async (_, bytes) => {
    expect(valuesOf(await read(bytes))).toEqual([{ a: 'é' }]);
  });

  test.each([
    ['nothing', '', 'fatal berkas-kosong'],
    ['blanks', '  \n ', 'fatal berkas-kosong'],
    ['a table', 'NIK;Nama\n1;2\n', 'fatal bukan-json'],
    ['a workbook', 'PK\u0003\u0004[Content_Types].xml xl/', 'fatal bukan-json'],
    ['XML', '<?xml version="1.0"?><a/>', 'fatal bukan-json'],
  ])('and is refused where it is %s', async (_, file, code) => {
    expect(codesOf(await read(file))).toEqual([code]);
  });

  test('a document without the list names where it was looked for', async () => {
    const found = await read('{\n"rows": [\n{"a":1}\n]\n}');
    expect(codesOf(found)).toEqual(['fatal daftar-tidak-ditemukan']);
    expect(found.issues[0]?.text).toContain('$.data');
  });

  test.each(['{"data":[]}', '{"data":null}', '[]'])('an empty list is no fault: %s', async (file) => {
    const found = await read(file);
    expect([rowsOf(found), codesOf(found)]).toEqual([[], ['warning berkas-kosong']]);
  });
});

describe('the digits of a number', () => {
  test('are those that were written', async () => {
    const [value] = valuesOf(await read('[{"nik":6471995403969501,"kk":64719954039695012345,"bb":1.250,"e":1E5,"n":-0.0,"t":"1.250"}]'));
    expect(value).toEqual({ nik: '6471995403969501', kk: '64719954039695012345', bb: '1.250', e: '1E5', n: '-0.0', t: '1.250' });
  });

  test('inside a text stay a part of it', async () => {
    expect(valuesOf(await read(String.raw`[{"a":"RT 31 \"5\" \\","b":[1,"2"]}]`))).toEqual([{ a: 'RT 31 "5" \\', b: ['1', '2'] }]);
  });
});

describe('records of a document', () => {
  test('come however the bytes are cut', async () => {
    const file = '{"x":{"data":[9]},"data":[{"a":"]}\\"","b":[1,{"c":"ü"}]},{"a":null},[1],5],"z":[{"data":[1]}]}';
    const whole = await read(file);
    expect(rowsOf(whole)).toEqual(['$.data[0]', '$.data[1]', '$.data[2]', '$.data[3]']);
    for (let size = 1; size < 30; size += 1) {
      const found = await read(file, 'data[*]', {}, size);
      expect([rowsOf(found), valuesOf(found), found.items.at(-1)]).toEqual([rowsOf(whole), valuesOf(whole), whole.items.at(-1)]);
    }
  });

  test('may stand in an object of many, by day or by position', async () => {
    const file = '{"per_tanggal":{"2025-07-09":[{"a":1}],"Siti Aminah":[{"a":2}]}}';
    const found = await read(file, 'per_tanggal{tanggal}[*]');
    expect(rowsOf(found)).toEqual(['$.per_tanggal["2025-07-09"]', '$.per_tanggal[1]']);
    expect(found.items.flatMap((item) => (item.is === 'element' ? [item.key] : []))).toEqual(['2025-07-09', 'Siti Aminah']);
  });

  test.each([
    ['numbered members', '{"data":{"0":{"a":1},"1":{"a":2}}}', [{ a: '1' }, { a: '2' }]],
    ['one object alone', '{"data":{"a":1}}', [{ a: '1' }]],
  ])('may be %s where a list belongs', async (_, file, values) => {
    expect(valuesOf(await read(file))).toEqual(values);
  });

  test('come before what stands behind them, where they do not need it', async () => {
    const found = await read('{"bulan":"Juli","data":[{"a":1}],"catatan":"x"}', 'data[*]', { needs: ['bulan'] });
    expect(found.items.map(({ is }) => is)).toEqual(['envelope', 'element', 'envelope']);
  });

  test('wait for what stands behind them, where they need it', async () => {
    const found = await read('{"data":[{"a":1}],"bulan":"Juli"}', 'data[*]', { needs: ['bulan'] });
    expect(found.items[0]).toEqual({ is: 'envelope', value: { data: [], bulan: 'Juli' } });
    expect(rowsOf(found)).toEqual(['$.data[0]']);
  });

  test('that wait for more than there is room for are refused with a remedy', async () => {
    const file = `{"data":[${Array.from({ length: 50 }, () => '{"a":"0123456789"}').join()}],"bulan":"Juli"}`;
    const found = await read(file, 'data[*]', { needs: ['bulan'], mostHeldBytes: 500 }, 64);
    expect([rowsOf(found), codesOf(found)]).toEqual([[], ['fatal json-terlalu-besar']]);
    expect(found.issues[0]?.text).toContain('NDJSON');
  });
});

describe('a broken file', () => {
  test.each([
    ['is cut off before its first record ends', '{"data":[{"a":1', 'kelanjutannya'],
    ['never closes a text', '{"data":[{"a":"x\n"}]}', 'tanda kutip'],
    ['closes what was not opened', '{"data":[{"a":1]]}', 'kurung'],
  ])('that %s gives nothing and says where', async (_, file, expected) => {
    const found = await read(file);
    expect([rowsOf(found), codesOf(found)]).toEqual([[], ['fatal json-rusak']]);
    expect(found.issues[0]?.text).toMatch(new RegExp(`Baris \\d+, kolom \\d+: .*${expected}`));
  });

  test('keeps the records before the break, and holds the one that is cut', async () => {
    const found = await read('{"data":[\n{"a":1},\n{"a":2},\n{"a":"3');
    expect([rowsOf(found), codesOf(found)]).toEqual([['$.data[0]', '$.data[1]', '$.data[2]'], ['error json-rusak']]);
    expect(brokenOf(found)[0]?.text).toContain('Baris 4, kolom 7');
  });

  test('loses only the record that is no JSON', async () => {
    const found = await read('{"data":[\n{"a":1},\n  {"a" 2},\n{"a":3}]}');
    expect([rowsOf(found), valuesOf(found)]).toEqual([
      ['$.data[0]', '$.data[1]', '$.data[2]'],
      [{ a: '1' }, { a: '3' }],
    ]);
    expect(brokenOf(found)[0]?.text).toContain('Baris 3, kolom 8');
  });

  test('loses only the line that is no JSON', async () => {
    const found = await read('{"a":1}\n{"a":\n\n{"a":3}\n{"a":4}\n');
    expect(found.items.map(({ is }) => is)).toEqual(['element', 'broken', 'blank', 'element', 'element']);
    expect(brokenOf(found)[0]?.text).toContain('Baris 2, kolom 6');
  });

  test('loses only the record whose bytes are no UTF-8', async () => {
    const bytes = Buffer.from('{"data":[{"a":"x"},{"a":"\u00e9"},{"a":"z"}]}', 'latin1');
    const found = await read(bytes);
    expect([rowsOf(found).length, brokenOf(found).map(({ code }) => code)]).toEqual([3, ['encoding-rusak']]);
  });

  test.each([
    ['list', `[{"a":1},${'['.repeat(5000)}${']'.repeat(5000)}]`, 'error json-terlalu-dalam'],
    ['lines', `{"a":1}\n{"a":${'['.repeat(5000)}${']'.repeat(5000)}}\n`, undefined],
  ])('nested beyond any record is no crash (%s)', async (_, file, code) => {
    const found = await read(file);
    expect(codesOf(found)).toEqual(code === undefined ? [] : [code]);
    expect(brokenOf(found).map((issue) => issue.code)).toEqual(['json-terlalu-dalam']);
  });

  test.each([
    ['list', `[{"a":1},{"a":"${'x'.repeat(3000)}"},{"a":3}]`],
    ['lines', `{"a":1}\n{"a":"${'x'.repeat(3000)}"}\n{"a":3}\n`],
  ])('with a record longer than allowed loses only that one (%s)', async (_, file) => {
    const found = await read(file, 'data[*]', { mostElementBytes: 1000 });
    expect([valuesOf(found), brokenOf(found).map(({ code }) => code)]).toEqual([[{ a: '1' }, { a: '3' }], ['rekaman-terlalu-besar']]);
  });

  test('with a name twice in one object says so, and never a number that could be a NIK', async () => {
    const found = await read('[{"a":{"bb":1,"bb":2},"x":1},{"6471995403969501":1,"6471995403969501":2}]');
    const texts = found.items.flatMap((item) => (item.is === 'element' ? item.issues.map(({ text }) => text) : []));
    expect(texts[0]).toContain('a.bb');
    expect(texts.join(' ')).not.toMatch(/\d{5}/);
  });

  test('with more behind the document is told to send lines', async () => {
    const found = await read('{"data":[{"a":1}]}\n\n{\n"data":[]}');
    expect([rowsOf(found), found.issues[0]?.text]).toEqual([['$.data[0]'], expect.stringContaining('NDJSON')]);
  });
});

test('records stream in flat memory, however many they are', async () => {
  const record = `{"nik":6471995403969501,"nama":"${'A'.repeat(60)}","bb":"11,4"}`;
  async function* many(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield Buffer.from('{"bulan":"Juli","data":[');
    const piece = Buffer.from(Array.from({ length: 500 }, () => record).join());
    for (let at = 0; at < 200; at += 1) yield Buffer.concat([Buffer.from(at === 0 ? '' : ','), piece]);
    yield Buffer.from(']}');
  }
  const path = parseRecordPath('data[*]') ?? [];
  const opened = await readJson(many(), { path, needs: ['bulan'] });
  let count = 0;
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  if (opened.ok)
    for await (const item of opened.value.items) {
      if (item.is === 'element') count += 1;
      if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
  expect(count).toBe(100_000);
  expect(most).toBeLessThan(100 * 1_048_576);
});
