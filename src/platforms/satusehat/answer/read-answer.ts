import type { Delivery, Message } from '../../platform.ts';
import { readContents } from '../correction/read-contents.ts';
import { episodeReaders } from '../episode/episode-readers.ts';
import { toHeld } from '../holds/hold.ts';
import { identityReaders } from '../identity/identity-readers.ts';
import { readOtherSender } from '../visit/read-other-sender.ts';
import { readTransaction } from '../visit/read-transaction.ts';
import { field, resourcesOf } from './answer.ts';
import { readCreated, readLook } from './read-look.ts';
import { readRefusal } from './read-refusal.ts';
import type { Answered, Reader, Readers } from './reader.ts';
import { unreadable } from './unreadable.ts';

/** Every plan whose answer means something of its own; others find by identifier (GET) or create. */
const readers: Readers = {
  ...identityReaders,
  ...episodeReaders,
  'cari-pengirim-lain': { success: readOtherSender },
  'adopsi-isi': { success: readContents },
  'kirim-kunjungan': { success: readTransaction },
};
const creating: Reader = { success: readCreated };
const looking: Reader = { success: readLook };

function readerOf({ plan, method }: Message): Reader {
  return readers[plan.split(':')[0] ?? ''] ?? (method === 'GET' ? looking : creating);
}

/** Understands SATUSEHAT's answer to one of our messages: what was learned and what follows. Pure. */
export function readAnswer(answered: Answered): Delivery {
  const { message, answer } = answered;
  const reader = readerOf(message);
  if (answer.status < 200 || answer.status > 299) return reader.failure?.(answered) ?? readRefusal(answer, message);
  if (message.method !== 'GET') return reader.success(answered);
  if (hidesSomething(answer.body)) return toHeld('tertutup-persetujuan');
  return field(answer.body, 'resourceType') === 'Bundle' ? reader.success(answered) : unreadable(message);
}

/** Consent notices stand in place of what was asked for (Postman collections 12 and 19): "not found" cannot be concluded from them. */
function hidesSomething(body: unknown): boolean {
  return field(body, 'resourceType') === 'OperationOutcome' || resourcesOf(body, 'OperationOutcome').length > 0;
}
