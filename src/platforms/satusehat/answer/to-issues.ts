import type { Issue, IssueType } from '../../../fhir/issue.ts';
import type { Message } from '../../platform.ts';
import type { KnownMeaning } from './known-texts.ts';
import { isFollower, placeInBundle } from './refused-entries.ts';
import type { Envelope, Said } from './said.ts';

/**
 * What a refusal says, as issues of ours. The platform's wording may quote names and numbers, so only its status, rule number and element path
 * are kept in the open; the whole answer is kept sealed with the attempt. True causes come first: what fell with them (20012, 20013) is told as that.
 */
export function toIssues({ status, said }: Envelope, message: Pick<Message, 'body' | 'refs'>): readonly Issue[] {
  const placed = said.map((one) => placeInBundle(one, message));
  const causes = placed.filter((one) => !isFollower(one));
  const fellWith = causes.length === 0 ? [] : placed.filter(isFollower);
  const own = causes.length === 0 ? placed : causes;
  return own.length === 0
    ? [toIssue(status, undefined)]
    : [...own.map((one) => toIssue(status, one)), ...fellWith.map((one) => toFollower(status, one))];
}

function toIssue(status: number, said: Said | undefined): Issue {
  const answered = String(status);
  const { rule, meaning, expression } = said ?? {};
  const [at, atInEnglish] = expression === undefined ? ['', ''] : [` pada ${expression}`, ` at ${expression}`];
  const [by, byInEnglish] = rule === undefined ? ['', ''] : [`, aturan ${rule}`, `, rule ${rule}`];
  return {
    severity: 'error',
    type: toType(status),
    code: rule === undefined ? toCode(status, meaning) : `satusehat-${rule}`,
    text: `SATUSEHAT menjawab ${answered}${by}${at}. Lihat halaman kode ini untuk langkah berikutnya.`,
    diagnostics: `SATUSEHAT answered ${answered}${byInEnglish}${atInEnglish}. See the page of this code.`,
    ...(expression === undefined ? {} : { expression }),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** Tells that something fell with another, and is no refusal of its own. */
function toFollower(status: number, said: Said): Issue {
  return {
    ...toIssue(status, said),
    severity: 'information',
    text: `Bagian ini hanya ikut jatuh (aturan ${said.rule ?? ''}); sebabnya temuan lain dalam jawaban yang sama.`,
    diagnostics: `This part only fell with another (rule ${said.rule ?? ''}); the cause is another finding of the same answer.`,
  };
}

/** Meanings with a page of their own; a duplicate of the older form is that of rule 20002; an unknown id or query is our own fault and shown by its status. */
const codes: Readonly<Partial<Record<KnownMeaning, string>>> = {
  duplikat: 'satusehat-20002',
  'nik-tidak-dikenal': 'satusehat-nik-tidak-dikenal',
  'nik-ibu-tidak-dikenal': 'satusehat-nik-ibu-tidak-dikenal',
  'nik-ibu-bukan-perempuan': 'satusehat-nik-ibu-bukan-perempuan',
  'beda-dengan-dukcapil': 'satusehat-beda-dengan-dukcapil',
  'bentuk-tidak-terbaca': 'satusehat-bentuk-tidak-terbaca',
  'tambal-tanpa-pasien': 'satusehat-tambal-tanpa-pasien',
  'tidak-diizinkan': 'satusehat-tidak-diizinkan',
};

function toCode(status: number, meaning: KnownMeaning | undefined): string {
  return (meaning === undefined ? undefined : codes[meaning]) ?? `satusehat-${String(status)}`;
}

function toType(status: number): IssueType {
  if (status === 429) return 'throttled';
  if (status >= 500) return 'transient';
  return status === 401 || status === 403 ? 'security' : 'business-rule';
}
