import type { Delivery } from '../../platform.ts';
import { field, list, text } from '../answer/answer.ts';
import { ruleNumberOf } from '../answer/read-refusal.ts';
import type { Answered } from '../answer/reader.ts';
import { toHeld, toHoldNaming } from '../holds/hold.ts';

/** A newborn beyond the days in which the mother's NIK is enough. */
const tooOld = '10397';

/**
 * Refusals of a Patient that a person can do something about. Where the service gives a rule number it decides; its own checks against
 * Dukcapil have the one issue code `exception` and nothing else to go by than their words (Postman collection 01). Undefined = a refusal like any other.
 */
export function readRefusedPatient({ answer: { status, body } }: Answered): Delivery | undefined {
  const issues = list(field(body, 'issue'));
  if (status !== 400 || issues.some((issue) => ruleNumberOf(issue) !== undefined)) return undefined;
  const said = issues.filter((issue) => field(issue, 'code') === 'exception').map(saidBy);
  const differing = said.flatMap((words) => /^(\w+) TIDAK SESUAI$/.exec(words)?.[1] ?? []);
  if (differing.length > 0) return accepted(toHoldNaming('data-dukcapil-berbeda', [...new Set(differing.map(toPart))]));
  if (said.includes('Failed to get citizen')) return toHeld('nik-tidak-dikenal');
  return said.includes('Patient Resource Exists') ? isThereAlready : undefined;
}

/** Of a newborn besides: the mother is not known (404), is no woman, or the child is too old. */
export function readRefusedNewborn(answered: Answered): Delivery | undefined {
  const { status, body } = answered.answer;
  const issues = list(field(body, 'issue'));
  if (status === 400 && issues.some((issue) => ruleNumberOf(issue) === tooOld))
    return accepted({ do: 'wait', reason: 'jalur-bayi-tertutup' });
  const isService = issues.some((issue) => field(issue, 'code') === 'exception');
  if (status === 404 && isService) return toHeld('ibu-tidak-dikenal');
  if (status === 400 && issues.map(saidBy).includes('Patient with nik-ibu is not female')) return toHeld('ibu-bukan-perempuan');
  return readRefusedPatient(answered);
}

/** Somebody made it before us, or we did and never heard: it is looked for at once and adopted by the rules. */
const isThereAlready: Delivery = {
  kind: 'unknown',
  quiet: false,
  outcome: [
    {
      severity: 'error',
      type: 'conflict',
      code: 'satusehat-400',
      text: 'SATUSEHAT sudah mempunyai orang ini; dicari kembali.',
      diagnostics: 'SATUSEHAT has this person already; it is looked for again.',
    },
  ],
};

function accepted(then: Extract<Delivery, { kind: 'accepted' }>['then']): Delivery {
  return { kind: 'accepted', upstream: [], then };
}

function saidBy(issue: unknown): string {
  return text(field(field(issue, 'details'), 'text')).trim();
}

/** The parts Dukcapil compares, by the words the platform passes on; another word is not repeated, it may be a value. */
const parts: ReadonlySet<string> = new Set([
  ...['alamat', 'no_rt', 'no_rw', 'jenis_kelamin', 'nama', 'nama_lengkap', 'tanggal_lahir', 'tgl_lahir', 'tempat_lahir'],
  ...['provinsi', 'kabupaten', 'kota', 'kecamatan', 'kelurahan', 'desa', 'status_kawin', 'no_kk'],
]);

function toPart(word: string): string {
  return parts.has(word) ? word : 'lainnya';
}
