import type { Delivery, Message } from '../../platform.ts';

/** A success whose body cannot be read may have had its effect: look upstream before sending again. */
export function unreadable(message: Message): Delivery {
  const outcome = [
    {
      severity: 'error',
      type: 'transient',
      code: 'satusehat-jawaban-rusak',
      text: 'Jawaban SATUSEHAT tidak terbaca; dicari kembali sebelum dikirim ulang.',
      diagnostics: 'The answer of SATUSEHAT could not be read; it is looked up before sending again.',
    },
  ] as const;
  return message.effect ? { kind: 'unknown', outcome, quiet: true } : { kind: 'deferred', outcome };
}

/** The sign-in page of a network wants a person; asking again at once tells nothing. */
const pageWaitMs = 600_000;

/** A page with the status of success is some network's sign-in or warning page. What was to be changed has hardly arrived, and is looked up nevertheless. */
export function strangePage(message: Message): Delivery {
  const outcome = [
    {
      severity: 'error',
      type: 'transient',
      code: 'satusehat-halaman-jaringan',
      text: 'Jaringan menjawab dengan sebuah halaman, bukan SATUSEHAT. Buka jaringan itu di peramban (masuk atau setujui), atau periksa proksi.',
      diagnostics: 'The network answered with a page, not SATUSEHAT. Open that network in a browser (sign in or agree), or see the proxy.',
    },
  ] as const;
  if (message.effect) return { kind: 'unknown', outcome, quiet: true, platformWide: true };
  return { kind: 'deferred', outcome, retryAfterMs: pageWaitMs, platformWide: true };
}
