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
