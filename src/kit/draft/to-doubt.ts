import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';

/** Why a guess has to be looked through, or undefined where it need not. It names targets and counts, never what stands in a cell. */
export function toDoubt(guess: ColumnGuess): Bilingual | undefined {
  const { meaning, others } = guess;
  const reasons = [...toReasons(guess)];
  if (reasons.length === 0) return undefined;
  const instead = others.filter((each) => each !== meaning?.target);
  const id = instead.length === 0 ? '' : `; pilihan lain: ${instead.join(', ')}`;
  const en = instead.length === 0 ? '' : `; else: ${instead.join(', ')}`;
  return { id: `${reasons.map((each) => each.id).join('; ')}${id}`, en: `${reasons.map((each) => each.en).join('; ')}${en}` };
}

function toReasons(guess: ColumnGuess): readonly Bilingual[] {
  const { meaning, because, column } = guess;
  if (meaning === undefined) return [toUnknownDoubt(column.apart)];
  const unit = meaning.written.unit;
  const own = [
    ...(because === undefined || because === 'umur-dihitung' ? [] : [becauseWords[because]]),
    ...(ofTarget[meaning.target] ?? []),
  ];
  const measured = unit === undefined || isUnitNamed(column.heading) ? [] : [toUnitDoubt(unit)];
  return [...own, ...measured, ...(own.length > 0 ? [] : toLikelihood(guess, meaning.target))];
}

function toLikelihood(guess: ColumnGuess, target: string): readonly Bilingual[] {
  const { certainty, because, name, share, asked, isOwnWords } = guess;
  if (certainty !== 'mungkin' || because !== undefined) return [];
  return isOwnWords === true ? [ownWords] : toLikeness({ name, share, asked }, target);
}

function toLikeness({ name, share, asked }: Pick<ColumnGuess, 'name' | 'share' | 'asked'>, target: string): readonly Bilingual[] {
  if (asked > 0 && share < 0.75) return [toShareDoubt(share, asked)];
  const plain = name < 0.85 ? similarWords : rivalWords;
  return [asked === 0 && target !== '' ? emptyWords : plain];
}

const ownWords: Bilingual = {
  id: 'isinya kata sendiri: tulis artinya di codes.yaml',
  en: 'its cells hold words of your own: write what they mean in codes.yaml',
};
const emptyWords: Bilingual = { id: 'hanya dari judulnya, kolomnya kosong', en: 'by its heading alone, the column is empty' };
const similarWords: Bilingual = { id: 'judulnya hanya mirip', en: 'its heading is only similar' };
const rivalWords: Bilingual = { id: 'ada arti lain yang hampir sama kuat', en: 'another meaning is nearly as likely' };
const unknownWords: Bilingual = { id: 'arti kolom ini belum dikenal', en: 'what this column means is not known yet' };
function toUnknownDoubt(word: string | undefined): Bilingual {
  if (word === undefined) return unknownWords;
  return {
    id: `kolom ini hanya tentang ${word}; dibaca sebagai kolom seluruh baris isinya akan masuk ke setiap kunjungan`,
    en: `this column speaks of ${word} alone; read as a column of the whole row it would be given to every visit`,
  };
}

const becauseWords: Readonly<Record<Exclude<NonNullable<ColumnGuess['because']>, 'umur-dihitung'>, Bilingual>> = {
  'ibu-adalah-orangnya': {
    id: 'tidak ada kolom nama lain, jadi ibu dianggap orang yang diperiksa',
    en: 'there is no other column of names, so the mother is taken for the person examined',
  },
  'bersama-namanya': {
    id: 'berdiri bersama namanya, jadi dianggap NIK orang yang diperiksa',
    en: 'it stands with her name, so it is taken for the NIK of the person examined',
  },
  'bukan-pada-kunjungan': {
    id: 'berat badan yang berdiri di samping namanya dianggap sebelum hamil',
    en: 'a weight that stands with her name is taken for the one before pregnancy',
  },
  didaftarkan: {
    id: 'tanggal di samping namanya dianggap bukan tanggal kunjungan',
    en: 'a day that stands with the name is taken for no day of a visit',
  },
};
const givenWords: Bilingual = {
  id: 'dosis yang disuntikkan pada hari kunjungan; bila ini dosis yang sudah diterima sejak dulu: status-tetanus, tanpa dated',
  en: 'the dose given on the day of the visit; where it is the last one ever received: status-tetanus, without dated',
};
const extractWords: Bilingual = {
  id: 'teks bebas yang memuat hasil; yang terbaca menunggu konfirmasi nakes',
  en: 'a free text that holds results; what is read waits for a nakes to confirm it',
};
/** What is always to be looked through, whatever heading and cells say. */
const ofTarget: Readonly<Record<string, readonly Bilingual[]>> = { extract: [extractWords], 'imunisasi-td': [givenWords] };

function isUnitNamed(heading: string): boolean {
  return /(?<![\p{L}\p{N}])(?:kg|gr?|gram|cm|mm|minggu|mgg|bulan|bln|tahun|thn|th)(?![\p{L}\p{N}])/iu.test(heading);
}

function toUnitDoubt(unit: string): Bilingual {
  return { id: `satuan "${unit}" diduga dari besarnya angka`, en: `the unit "${unit}" was guessed from the size of the numbers` };
}

function toShareDoubt(share: number, asked: number): Bilingual {
  const read = Math.round(share * asked);
  return { id: `${String(read)} dari ${String(asked)} isi terbaca`, en: `${String(read)} of ${String(asked)} cells can be read` };
}
