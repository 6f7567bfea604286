import type { QueueCause } from '../deliveries.ts';
import type { CauseWords, WordsOf } from '../report/catalogue/cause-words.ts';

/** Puts a cause into the words of the catalogue, and says who ends it. */
export function toCause(
  { platform, state, reason, rule }: Pick<QueueCause, 'platform' | 'state' | 'reason'> & { readonly rule: string | undefined },
  wordsOf: WordsOf,
): QueueCause {
  const { title, meaning, remedy } = state === 'leased' ? leasedWords : (wordsOf(reason) ?? toUnknownWords(reason));
  const release = state === 'waiting' || state === 'leased' ? 'sendiri' : 'orang';
  return { platform, state, reason, ...(rule === undefined ? {} : { rule }), title, meaning, remedy, release };
}

const leasedWords: CauseWords = {
  title: { id: 'Sedang dikerjakan', en: 'At work' },
  meaning: {
    id: 'Seorang pekerja sedang memegangnya; jawabannya ditunggu.',
    en: 'A worker holds it at this moment; its answer is awaited.',
  },
  remedy: { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' },
};

/** A newer gateway beside this one may give reasons that this one has no words for. */
function toUnknownWords(reason: string): CauseWords {
  return {
    title: { id: `Alasan "${reason}" belum dikenal versi Titian ini`, en: `This version of Titian does not know the reason "${reason}"` },
    meaning: { id: 'Alasan itu diberikan oleh gateway versi lain.', en: 'It was given by a gateway of another version.' },
    remedy: { id: 'Perbarui Titian, lalu lihat lagi.', en: 'Update Titian and look again.' },
  };
}
