import { beforeAll, describe, expect, test } from '@jest/globals';
import { openKit } from '../../src/cli/open-kit.ts';
import type { Kit } from '../../src/cli/open-kit.ts';
import { readUnknown } from '../../src/ingest/read-unknown.ts';
import { toDoubt } from '../../src/kit/draft/to-doubt.ts';
import type { Draft } from '../../src/kit/draft/make-draft.ts';
import { makeDraft } from '../../src/kit/draft/make-draft.ts';
import type { ColumnGuess } from '../../src/kit/guess/column-guess.ts';
import { inspectRecords } from '../../src/kit/inspect/inspect-records.ts';
import { toSample } from '../../src/kit/sample/to-sample.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await openKit([]);
});

type Fields = Readonly<Record<string, unknown>>;

const mother = {
  nama: 'Rini Astuti',
  nik: '6472996105949712',
  tgl_lahir: '21/05/1994',
  suami: { nm: 'Toni' },
  alamat: { jl: 'Gang 3', rt: '2' },
};
const visit = { tgl: '03/06/2025', uk: '20 mgg', fisik: { bb: '55,5', tensi: { sys: '118', dia: '76' } } };

/** The draft of a file with two women, of whom each was seen once. */
async function draft({
  ibu = {},
  riwayat = {},
  periksa = {},
}: Readonly<Record<string, Fields>>): Promise<{ readonly made: Draft; readonly sample: string }> {
  const records = [mother, { ...mother, nama: 'Wati Lestari', nik: '6472994708969713', tgl_lahir: '07/08/1996' }].map((each) => ({
    ...{ ibu: { ...each, ...ibu }, riwayat: { hpht: '14/01/2025', ...riwayat } },
    periksa: [{ ...visit, ...periksa }],
  }));
  const raw = await readUnknown(Buffer.from(JSON.stringify({ kohort: records })), true);
  if (!raw.ok || raw.value.is === 'table') throw new Error('expected records');
  const form = inspectRecords(raw.value);
  const { programme } = kit.tables;
  const setting = { name: 'berkas', programme, words: kit.words, headings: kit.headings, asOf: '2025-12-31' };
  const made = form === null ? null : makeDraft(form, setting);
  if (made === null) throw new Error('expected a draft');
  const listed = new Set([...programme.elements.elements.values()].flatMap(({ key, codes }) => (codes === undefined ? [] : [key])));
  const { text } = toSample(raw.value, made, { dates: 'dmy', asOf: '2025-12-31', knownWords: new Set(), listed });
  return { made, sample: text };
}

async function guessOf(name: string, of: Readonly<Record<string, Fields>>): Promise<ColumnGuess | undefined> {
  return (await draft(of)).made.guesses.find(({ column }) => column.name === name);
}

describe('words of the objects around a field', () => {
  test('complete it: `tensi.sys` is a pressure', async () => {
    const { made } = await draft({});
    const found = Object.fromEntries(made.guesses.map(({ column, meaning }) => [column.name, meaning?.target]));
    expect(found).toMatchObject({
      'fisik.tensi.sys': 'tekanan-darah-sistolik',
      'fisik.tensi.dia': 'tekanan-darah-diastolik',
      'induk.ibu.alamat.jl': 'person.address.alamat',
    });
  });

  test.each([
    ['s', 'd'],
    ['atas', 'bawah'],
    ['sistolis', 'diastolis'],
  ])('complete it however short: `td.%s` and `td.%s`', async (high, low) => {
    const periksa = { fisik: { bb: '55,5', td: { [high]: '118', [low]: '76' } } };
    expect((await guessOf(`fisik.td.${high}`, { periksa }))?.meaning?.target).toBe('tekanan-darah-sistolik');
    expect((await guessOf(`fisik.td.${low}`, { periksa }))?.meaning?.target).toBe('tekanan-darah-diastolik');
  });

  test('say whom it is about by the nearest alone: the husband of the mother is no mother', async () => {
    expect((await guessOf('induk.ibu.suami.nm', {}))?.meaning?.target).toBe('person.spouse');
  });

  test('make name and NIK in one object those of the person examined, and that is asked', async () => {
    const nik = await guessOf('induk.ibu.nik', {});
    expect(nik?.meaning?.target).toBe('person.nik');
    expect(nik === undefined ? '' : toDoubt(nik)?.id).toContain('dianggap');
    expect((await draft({})).made.files[0]?.text).toContain('about: semua');
  });

  test.each([
    ['dm', 'preeklamsia-diabetes'],
    ['ht_kronik', 'preeklamsia-hipertensi-kronik'],
    ['kehamilan_ganda', 'preeklamsia-kehamilan-multipel'],
    ['umur_35', 'preeklamsia-umur-di-atas-35'],
    ['riwayat_keluarga', 'preeklamsia-riwayat-keluarga'],
  ])('say what a screening asks: `preeklampsia.%s`', async (field, target) => {
    const found = await guessOf(`induk.riwayat.preeklampsia.${field}`, { riwayat: { preeklampsia: { [field]: 'T' } } });
    expect(found?.meaning?.target).toBe(target);
  });

  test('are missed where they do not stand: diabetes alone is never certainly an answer of that screening', async () => {
    expect((await guessOf('induk.riwayat.dm', { riwayat: { dm: 'T' } }))?.certainty).not.toBe('pasti');
  });
});

describe('words within a field', () => {
  test('a unit of time at its end is the unit of the number', async () => {
    for (const [name, unit] of [
      ['jarak_thn', 'thn'],
      ['jarak_bln', 'bln'],
    ] as const) {
      const { meaning } = (await guessOf(`induk.riwayat.${name}`, { riwayat: { [name]: unit === 'thn' ? '4' : '40' } })) ?? {};
      expect(meaning?.written).toMatchObject({ is: 'jarak-kehamilan', unit });
    }
  });

  test.each(['bb_sblm', 'bb_pra', 'bb_sebelum_hamil'])('`%s` is the weight before pregnancy', async (field) => {
    expect((await guessOf(`induk.riwayat.${field}`, { riwayat: { [field]: '50,5' } }))?.meaning?.target).toBe('berat-badan-sebelum-hamil');
  });
});

describe('what cells say', () => {
  test('words of the sender’s own give way to a meaning whose list has them: RSUD is a place', async () => {
    expect((await guessOf('rujukan', { periksa: { rujukan: 'RSUD' } }))?.meaning?.target).toBe('rujuk-ke');
    expect((await guessOf('rujukan', { periksa: { rujukan: 'Ya' } }))?.meaning?.target).toBe('rujuk');
  });

  test('words of the sender’s own are called so, and never counted as read', async () => {
    const found = await guessOf('lab.hiv', { periksa: { lab: { hiv: 'NR' } } });
    expect(found === undefined ? '' : toDoubt(found)?.id).toContain('codes.yaml');
    const codes = (await draft({ periksa: { lab: { hiv: 'NR' } } })).made.files[2]?.text ?? '';
    expect(codes).toMatch(/^# hasil-reaktif: \{ reaktif: \[ *\], non-reaktif: \[ *\] \}$/m);
    expect(codes).toMatch(/^# PERIKSA: lab\.hiv: /m);
    expect(codes).not.toContain('NR');
  });

  test('nought is a number of children, not an empty column', async () => {
    expect(await guessOf('induk.riwayat.abortus', { riwayat: { abortus: '0' } })).toMatchObject({ certainty: 'pasti' });
  });

  test('a stroke below blood group and rhesus means unknown; below urine it is a result', async () => {
    const lab = { goldar: '-', rh: '-', prot_urin: '-' };
    const { made } = await draft({ periksa: { lab } });
    const columns = made.files[1]?.text ?? '';
    expect(columns).toMatch(/lab\.goldar: .*missing: \[ '-' \]/);
    expect(columns).toMatch(/lab\.rh: .*missing: \[ '-' \]/);
    expect(columns).not.toMatch(/lab\.prot_urin: .*missing/);
  });

  test('a dose of Td is dated by its visit, and that is asked', async () => {
    const found = await guessOf('td_ke', { periksa: { td_ke: 'T2' } });
    expect(found?.meaning?.written).toMatchObject({ is: 'imunisasi-td', dated: 'visit.date' });
    expect(found === undefined ? '' : toDoubt(found)?.id).toContain('status-tetanus');
  });

  test('signs and codes of results stay in the sample, people do not', async () => {
    const { sample } = await draft({ periksa: { lab: { hiv: 'NR', rh: '+' } } });
    expect(sample).toMatch(/"hiv": "NR"/);
    expect(sample).toMatch(/"rh": "\+"/);
    expect(sample).not.toMatch(/Rini|Wati|Toni|6472996105949712/);
  });
});
