import type { Delivery } from '../../platform.ts';
import { field, list, text } from '../../answer.ts';
import type { Answered } from '../answer/reader.ts';
import { readEnvelope } from '../answer/said.ts';
import { toHeld, toHoldNaming } from '../holds/hold.ts';

/** A newborn beyond the days in which the mother's NIK is enough. */
const tooOld = '10397';

/**
 * Refusals of a Patient that a person can do something about (Postman collection 01). A rule number decides before any wording; where the
 * service's own checks give none, `known-texts.ts` says what is meant. Undefined = a refusal like any other.
 */
export function readRefusedPatient({ answer }: Answered): Delivery | undefined {
  const { status, said } = readEnvelope(answer);
  if (status !== 400 || said.some(({ rule }) => rule !== undefined)) return undefined;
  const meanings = new Set(said.map(({ meaning }) => meaning));
  if (meanings.has('beda-dengan-dukcapil')) return accepted(toHoldNaming('data-dukcapil-berbeda', toDiffering(answer.body)));
  return meanings.has('nik-tidak-dikenal') ? toHeld('nik-tidak-dikenal') : undefined;
}

/** Of a newborn besides: the mother is not known (404), is no woman, or the child is too old. */
export function readRefusedNewborn(answered: Answered): Delivery | undefined {
  const { status, said } = readEnvelope(answered.answer);
  if (status === 400 && said.some(({ rule }) => rule === tooOld)) return accepted({ do: 'wait', reason: 'jalur-bayi-tertutup' });
  const meanings = new Set(said.map(({ meaning }) => meaning));
  const isRefused = status === 400 || status === 404;
  if (isRefused && meanings.has('nik-ibu-tidak-dikenal')) return toHeld('ibu-tidak-dikenal');
  if (isRefused && meanings.has('nik-ibu-bukan-perempuan')) return toHeld('ibu-bukan-perempuan');
  return readRefusedPatient(answered);
}

function accepted(then: Extract<Delivery, { kind: 'accepted' }>['then']): Delivery {
  return { kind: 'accepted', upstream: [], then };
}

/** The parts Dukcapil compares, by the words the platform passes on; another word is not repeated, it may be a value. */
const parts: ReadonlySet<string> = new Set([
  ...['alamat', 'no_rt', 'no_rw', 'jenis_kelamin', 'nama', 'nama_lengkap', 'tanggal_lahir', 'tgl_lahir', 'tempat_lahir'],
  ...['provinsi', 'kabupaten', 'kota', 'kecamatan', 'kelurahan', 'desa', 'status_kawin', 'no_kk'],
]);

function toDiffering(body: unknown): readonly string[] {
  const words = list(field(body, 'issue')).map((issue) =>
    text(field(field(issue, 'details'), 'text'))
      .slice(0, 100)
      .trim(),
  );
  const named = words.flatMap((said) => /^(\w+) TIDAK SESUAI$/.exec(said)?.[1] ?? []);
  return [...new Set(named.map((part) => (parts.has(part) ? part : 'lainnya')))];
}
