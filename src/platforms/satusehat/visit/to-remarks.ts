import type { Issue } from '../../../fhir/issue.ts';
import type { Staying, StayingReason } from './visiting.ts';

/** What is not said elsewhere: elements that may not go are told with the visit, and refusals with the refusal. */
type Told = Exclude<StayingReason, 'tidak-boleh' | 'ditolak'>;

const words: Readonly<Record<Told, { readonly id: string; readonly en: string }>> = {
  jenis: { id: 'jenis sumber ini belum dikirim ke SATUSEHAT', en: 'resources of this type are not sent to SATUSEHAT' },
  'tanpa-kode': { id: 'tidak berkode yang dikenal SATUSEHAT', en: 'has no code that SATUSEHAT knows' },
  induk: {
    id: 'harus menyebut sesuatu yang tidak ada atau tidak ikut terkirim',
    en: 'must name something that is not there or does not go along',
  },
};

/** Tells which resources of a visit are not in its message and why, a line for each type and reason: nothing is left out in silence. */
export function toRemarks(staying: readonly Staying[]): readonly Issue[] {
  const counts = new Map<string, number>();
  for (const { type, reason } of staying) counts.set(`${type}|${reason}`, (counts.get(`${type}|${reason}`) ?? 0) + 1);
  return [...counts].flatMap(([key, count]) => {
    const [type = '', reason = ''] = key.split('|');
    const said = isTold(reason) ? words[reason] : undefined;
    return said === undefined ? [] : [toRemark({ type, count, ...said })];
  });
}

function isTold(reason: string): reason is Told {
  return reason in words;
}

function toRemark({
  type,
  count,
  id,
  en,
}: {
  readonly type: string;
  readonly count: number;
  readonly id: string;
  readonly en: string;
}): Issue {
  return {
    severity: 'information',
    type: 'informational',
    code: 'tetap-di-sini',
    text: `${type} (${String(count)}) tetap di sini: ${id}.`,
    diagnostics: `${type} (${String(count)}) stays here: ${en}.`,
    expression: type,
  };
}
