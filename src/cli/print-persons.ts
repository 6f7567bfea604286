import type { MergeReport, PersonReviewItem, PersonReviewPage, ReviewedPerson } from '../person-desk.ts';
import type { ReviewReason } from '../map/persons/known-person.ts';

const reasons: Readonly<Record<ReviewReason, string>> = {
  'nama-mirip': 'nama mirip / near names',
  'orang-tua-tidak-disebut': 'orang tua tidak disebut / a parent is left out',
  'dua-nik': 'dua NIK / two NIK',
  'satu-nik': 'satu NIK, dua nama / one NIK, two names',
  'mungkin-kembar': 'mungkin kembar / perhaps twins',
  'bayi-diberi-nama': 'bayi yang diberi nama / a baby that was named',
};

/** The review list as a person reads it. */
export function tellReviews({ reviews, next }: PersonReviewPage): string {
  if (reviews.length === 0) return 'Tidak ada pasangan untuk diperiksa. / There is no pair to look at.\n';
  const more = next === undefined ? '' : `Berikutnya / next: --after ${next}\n`;
  return `${reviews.map(tellReview).join('')}${more}`;
}

function tellReview({ id, reasons: why, foundAt, persons }: PersonReviewItem): string {
  const head = `${id} · ${why.map((reason) => reasons[reason]).join(', ')} · ${foundAt.slice(0, 10)}\n`;
  return `${head}${persons.map(tellPerson).join('')}`;
}

function tellPerson({ id, name, birthDate, sex, nik, mother, places }: ReviewedPerson): string {
  const facts = [
    name,
    birthDate,
    sex,
    nik ?? 'tanpa NIK / no NIK',
    mother === undefined ? undefined : `ibu / mother ${mother}`,
    places.join(', '),
  ];
  return `    ${id}  ${facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}\n`;
}

/** What a decision did. */
export function tellMerge(done: object): string {
  if (!isMerge(done)) return 'Diingat: bukan orang yang sama. / Remembered: not the same person.\n';
  const { survivor, visits, doubled, reowed } = done;
  const twice =
    doubled === 0 ? '' : ` ${String(doubled)} kunjungan mungkin tercatat dua kali. / ${String(doubled)} visits may be written down twice.`;
  return `${survivor}: ${String(visits)} kunjungan, ${String(reowed)} dinilai ulang. / ${String(visits)} visits, ${String(reowed)} judged anew.${twice}\n`;
}

function isMerge(done: object): done is MergeReport {
  return 'survivor' in done;
}
