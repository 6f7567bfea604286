import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { Form } from '../form.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import type { Marks } from '../guess/guess-marks.ts';
import type { StageGuess } from '../guess/guess-stage.ts';
import type { Answers } from './answer.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { FoundContext } from './find-context.ts';
import type { Question, QuestionCode } from './question.ts';
import { toDoubt } from './to-doubt.ts';

/** What the questions of a draft come from. */
export interface Questioned {
  readonly form: Form;
  readonly guesses: readonly ColumnGuess[];
  readonly marks: Marks;
  readonly stage: StageGuess;
  readonly context: FoundContext;
  readonly facts: DraftFacts;
  readonly answers: Answers;
}

/** Everything the file leaves open, in the order in which it is best answered. */
export function toQuestions(asked: Questioned): readonly Question[] {
  return [...toFileQuestions(asked), ...toStructureQuestions(asked.form), ...toColumnQuestions(asked)];
}

function ask(code: QuestionCode, at: string, text: Bilingual): Question {
  return { code, at, text };
}

function toFileQuestions(asked: Questioned): readonly Question[] {
  return [...toFormQuestions(asked), ...toContextQuestions(asked)];
}

function* toFormQuestions({ marks, stage, facts, guesses }: Questioned): Generator<Question> {
  if (marks.isDayOpen) yield ask('urutan-tanggal', 'source.yaml dates', fileWords.dayOpen);
  if (marks.isDayMixed) yield ask('urutan-tanggal', 'source.yaml dates', fileWords.dayMixed);
  if (marks.isDecimalOpen) yield ask('tanda-desimal', 'source.yaml decimal', fileWords.decimal);
  if (stage.isOpen) yield ask('tahap-hidup', 'source.yaml stages', fileWords.stage);
  if (facts.category !== undefined) yield ask('register', 'source.yaml holds', fileWords.register);
  if (!guesses.some(({ meaning }) => meaning?.target === 'person.name')) yield ask('nama-orang', 'columns.yaml', fileWords.name);
}

function* toContextQuestions({ context: { open }, facts, answers }: Questioned): Generator<Question> {
  const isSaid = { place: answers.place, date: answers.date ?? facts.category, year: answers.date } as const;
  for (const [fact, code, words] of contextWords) {
    if (open.includes(fact) && isSaid[fact] === undefined) yield ask(code, `source.yaml context.${fact}`, words);
  }
  if (answers.recorder === undefined) yield ask('pencatat', 'source.yaml recorder', fileWords.recorder);
  if (answers.duty === undefined) yield ask('kewajiban', 'source.yaml kewajiban', fileWords.duty);
}

const fileWords = {
  dayOpen: {
    id: 'Tanggal bisa hari/bulan atau bulan/hari; semua isinya mungkin keduanya. Tulis dmy, mdy atau ymd.',
    en: 'Days could be day/month or month/day; every cell allows both. Write dmy, mdy or ymd.',
  },
  dayMixed: {
    id: 'Berkas ini memuat tanggal hari/bulan dan bulan/hari. Yang terbanyak dipilih; tanyakan kepada pengirim.',
    en: 'This file holds both day/month and month/day. The more frequent one was chosen; ask the sender.',
  },
  decimal: {
    id: 'Angka memakai koma dan titik. Yang mana tanda desimalnya?',
    en: 'Numbers use both comma and point. Which one marks decimals?',
  },
  stage: {
    id: 'Formulir ini tentang siapa? Kelompok tahap hidupnya belum pasti.',
    en: 'Whom is this form about? The group of life stages is not certain.',
  },
  register: {
    id: 'Tidak ada tanggal kunjungan dan tidak ada pengukuran, jadi dibaca sebagai register sasaran. Bila ini kunjungan, hapus holds dan category.',
    en: 'There is neither a day of a visit nor a measurement, so it is read as a register of sasaran. If these are visits, remove holds and category.',
  },
  name: { id: 'Kolom mana yang memuat nama orangnya?', en: 'Which column holds the name of the person?' },
  place: {
    id: 'Posyandu mana? Berkas tidak menyebutnya, jadi disebut saat mengirim.',
    en: 'Which posyandu? The file does not say, so it is said when sending.',
  },
  day: {
    id: 'Hari kunjungan mana? Berkas tidak menyebutnya, jadi disebut saat mengirim.',
    en: 'Which day? The file does not say, so it is said when sending.',
  },
  year: {
    id: 'Tahun berapa? Berkas tidak menyebutnya, jadi disebut saat mengirim.',
    en: 'Which year? The file does not say, so it is said when sending.',
  },
  recorder: { id: 'Siapa yang mencatat: kader, nakes, atau sistem?', en: 'Who records: kader, nakes, or a system?' },
  duty: {
    id: 'Apakah kunjungan ini harus dikirim ke SATUSEHAT (kirim), sudah dikirim sistem asalnya (sudah-oleh-pengirim), atau tidak?',
    en: 'Are these visits to be sent to SATUSEHAT (kirim), sent already by the system they come from (sudah-oleh-pengirim), or not (tidak)?',
  },
} as const;

const contextWords = [
  ['place', 'tempat', fileWords.place],
  ['date', 'hari', fileWords.day],
  ['year', 'tahun', fileWords.year],
] as const;

function* toStructureQuestions(form: Form): Generator<Question> {
  if (form.rows === 0)
    yield ask('baris-contoh', 'samples', {
      id: 'Berkas tidak memuat satu baris pun; dugaan hanya dari judul kolom.',
      en: 'The file holds no row; guesses come from the headings alone.',
    });
  if (form.is === 'records') {
    for (const table of form.unused)
      yield ask('tabel-lain', `source.yaml format`, {
        id: `Tabel "${table}" tidak tersambung ke rekamannya dan belum dibaca.`,
        en: `Table "${table}" is not joined to the records and is not read yet.`,
      });
    return;
  }
  for (const number of form.nameless)
    yield ask('kolom-tanpa-judul', 'columns.yaml', {
      id: `Kolom ke-${String(number)} berisi tetapi tidak berjudul; beri judul, atau baca menurut letak.`,
      en: `Column ${String(number)} holds something and has no heading; give it one, or read by position.`,
    });
  for (const name of form.doubled)
    yield ask('judul-ganda', 'columns.yaml', {
      id: `Judul "${name}" ada lebih dari sekali.`,
      en: `Heading "${name}" stands there more than once.`,
    });
}

function* toColumnQuestions({ guesses, form }: Questioned): Generator<Question> {
  const repeated = form.is === 'table' ? (form.repeat?.columns ?? []) : [];
  for (const guess of guesses) {
    const doubt = toDoubt(guess);
    if (doubt === undefined) continue;
    const code = guess.meaning === undefined ? 'kolom-belum-dipetakan' : 'kolom-perlu-diperiksa';
    const table = repeated.includes(guess.column) ? 'source.yaml repeat' : 'columns.yaml';
    yield ask(code, `${table} ${guess.column.name}`, doubt);
  }
}
