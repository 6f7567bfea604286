import type { FaultName } from './fault-names.ts';

/** What is in the store after a struck write: nothing of it, all of it, or all of it some time later. */
type Stored = 'nothing' | 'all' | 'later';

/** A kind of disturbance that can be planned as it stands: its specification strikes the first calls it is meant for. */
export interface FaultKind {
  /** One word for one way of going wrong; several may share a `kind` and differ in its settings. */
  readonly name: string;
  /** What to give `POST /_sandbox/faults`; add `times`, `probability`, `seed` or `match` to taste. */
  readonly spec: Readonly<Record<string, unknown>> & { readonly kind: FaultName };
  readonly stored: Stored;
  readonly meaning: { readonly id: string; readonly en: string };
}

const transaction = { method: 'POST', path: '^/fhir-r4/v1/?$' };
const search = { method: 'GET', path: '^/fhir-r4/v1/[A-Z]\\w+$' };

/** Every way of going wrong that the simulator knows, with a specification that makes it bite. */
export const faultKinds: readonly FaultKind[] = [
  entry(
    'latency',
    { kind: 'latency', delayMs: 300 },
    'all',
    'permintaan menunggu sebelum dilihat / the request waits before it is looked at',
  ),
  entry(
    'slow-answer',
    { kind: 'slow-answer', delayMs: 300, match: transaction },
    'all',
    'tersimpan, jawabannya lambat / stored, the answer is slow',
  ),
  ...[500, 502, 503, 504].map((status) =>
    entry(
      `status-${String(status)}`,
      { kind: 'status', status },
      'nothing',
      `${String(status)} sebagai teks / ${String(status)} as plain text`,
    ),
  ),
  entry(
    'status-500-outcome',
    { kind: 'status', status: 500, asOutcome: true },
    'nothing',
    '500 sebagai OperationOutcome / 500 as OperationOutcome',
  ),
  entry('too-many-requests', { kind: 'too-many-requests' }, 'nothing', '429 tanpa Retry-After / 429 without Retry-After'),
  entry(
    'too-many-requests-seconds',
    { kind: 'too-many-requests', retryAfterSeconds: 5 },
    'nothing',
    '429, Retry-After dalam detik / in seconds',
  ),
  entry(
    'too-many-requests-date',
    { kind: 'too-many-requests', retryAfterSeconds: 5, retryAfterAs: 'date' },
    'nothing',
    '429, Retry-After sebagai tanggal HTTP / as an HTTP date',
  ),
  entry(
    'quota-window',
    { kind: 'quota', style: 'window', limit: 150, windowSeconds: 60 },
    'nothing',
    'kuota tersembunyi per jendela waktu / a hidden quota per fixed window',
  ),
  entry(
    'quota-bucket',
    { kind: 'quota', style: 'bucket', limit: 50, windowSeconds: 1 },
    'nothing',
    'kuota tersembunyi yang terisi terus / a hidden token bucket',
  ),
  entry(
    'lost-before-commit',
    { kind: 'lost-before-commit', match: transaction },
    'nothing',
    'putus sebelum tersimpan / cut before anything is stored',
  ),
  entry(
    'lost-after-commit',
    { kind: 'lost-after-commit', match: transaction },
    'all',
    'putus sesudah tersimpan / cut after everything is stored',
  ),
  entry(
    'silent-after-commit',
    { kind: 'lost-after-commit', hang: true, match: transaction },
    'all',
    'tersimpan, lalu diam / stored, then not a word',
  ),
  entry(
    'late-commit',
    { kind: 'late-commit', afterSeconds: 5, match: transaction },
    'later',
    'putus, baru kemudian tersimpan / cut, and stored only later',
  ),
  entry(
    'truncated-json',
    { kind: 'truncated-json', match: transaction },
    'all',
    'tersimpan, jawabannya terpotong / stored, the answer is cut short',
  ),
  entry('empty-body', { kind: 'empty-body', match: transaction }, 'all', 'tersimpan, jawabannya kosong / stored, the answer is empty'),
  entry('html-403', { kind: 'html-403' }, 'nothing', 'halaman 403 untuk alamat luar negeri / the 403 page for foreign addresses'),
  entry('html-200', { kind: 'html-200' }, 'nothing', 'halaman masuk Wi-Fi dengan 200 / the page of a captive portal with 200'),
  entry('redirect', { kind: 'redirect', status: 302 }, 'nothing', 'dialihkan ke halaman masuk / redirected to a login page'),
  entry(
    'wrong-id',
    { kind: 'wrong-id', match: transaction },
    'all',
    'tersimpan, id di jawaban salah / stored, the ids in the answer are wrong',
  ),
  entry(
    'duplicate-answer',
    { kind: 'duplicate-answer', match: transaction },
    'nothing',
    'disebut ganda padahal tidak ada / called a duplicate though nothing is there',
  ),
  entry(
    'rule-refusal',
    { kind: 'rule-refusal', rule: 10003, entry: 'Condition', match: transaction },
    'nothing',
    'satu entri ditolak oleh aturan / one entry is refused by a rule',
  ),
  entry(
    'forbidden',
    { kind: 'forbidden', match: transaction },
    'nothing',
    'ditolak karena persetujuan atau hak akses / refused for consent or access',
  ),
  entry('clock-skew', { kind: 'clock-skew', skewSeconds: -7200 }, 'all', 'jam platform meleset / the clock of the platform is off'),
  entry(
    'partial-success',
    { kind: 'partial-success', drop: 1, match: transaction },
    'all',
    'tersimpan semua, jawaban kurang entri / all stored, entries missing from the answer',
  ),
  entry('invalid-token', { kind: 'invalid-token' }, 'nothing', 'token mendadak tidak dikenal / the token is suddenly unknown'),
  entry(
    'invalid-token-outcome',
    { kind: 'invalid-token', form: 'outcome' },
    'nothing',
    'token ditolak dengan OperationOutcome / refused with an OperationOutcome',
  ),
  entry(
    'no-api-product',
    { kind: 'invalid-token', form: 'produk' },
    'nothing',
    'token tanpa produk API yang cocok / no API product matches the token',
  ),
  entry('expired-token', { kind: 'expired-token' }, 'nothing', 'token mendadak kedaluwarsa / the token suddenly expires'),
  entry('token-refused', { kind: 'token-refused' }, 'nothing', 'permintaan token ditolak / a request for a token is refused'),
  entry(
    'token-refused-old-form',
    { kind: 'token-refused', form: 'lama' },
    'nothing',
    'penolakan token bentuk lama / refused in the old form',
  ),
  entry('token-penalty', { kind: 'token-penalty' }, 'nothing', 'gagal, lalu tertutup semenit / fails, then closed for a minute'),
  entry(
    'hidden-by-consent',
    { kind: 'hidden-by-consent', match: search },
    'all',
    'hasil pencarian tertutup persetujuan / what was found is hidden by consent',
  ),
  entry(
    'hidden-by-consent-bare',
    { kind: 'hidden-by-consent', form: 'tunggal', match: search },
    'all',
    'satu OperationOutcome sebagai ganti / a bare OperationOutcome instead',
  ),
];

function entry(name: string, spec: FaultKind['spec'], stored: Stored, words: string): FaultKind {
  const [id = '', en = ''] = words.split(' / ');
  // A quota bites by itself once it is used up; everything else strikes three times and is over.
  const bounded = spec.kind === 'quota' ? spec : { times: 3, ...spec };
  return { name, spec: bounded, stored, meaning: { id, en } };
}
