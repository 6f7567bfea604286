import type { Delivery, Message } from '../../platform.ts';
import { correctionReaders } from '../correction/correction-readers.ts';
import { episodeReaders } from '../episode/episode-readers.ts';
import { toHeld } from '../holds/hold.ts';
import { identityReaders } from '../identity/identity-readers.ts';
import { placeReaders } from '../place/place-readers.ts';
import { readOtherSender } from '../visit/read-other-sender.ts';
import { readTransaction } from '../visit/read-transaction.ts';
import { field } from '../../answer.ts';
import { isPage, resourcesOf } from './answer.ts';
import { answersEffect, isSearchset, learnsAll } from './check-success.ts';
import { readCreated, readLook } from './read-look.ts';
import { readRefusal } from './read-refusal.ts';
import type { Answered, Reader, Readers } from './reader.ts';
import { readEnvelope } from './said.ts';
import { strangePage, unreadable } from './unreadable.ts';

/** Every plan whose answer means something of its own; others find by identifier (GET) or create. */
export const readers: Readers = {
  ...identityReaders,
  ...episodeReaders,
  ...placeReaders,
  ...correctionReaders,
  'cari-pengirim-lain': { success: readOtherSender },
  'kirim-kunjungan': { success: readTransaction },
};
const creating: Reader = { success: readCreated };
const looking: Reader = { success: readLook };

function readerOf({ plan, method }: Message): Reader {
  const name = plan.split(':')[0] ?? '';
  return (Object.hasOwn(readers, name) ? readers[name] : undefined) ?? (method === 'GET' ? looking : creating);
}

/** Understands SATUSEHAT's answer to one of our messages: what was learned and what follows. Any answer at all becomes one of the four words. Pure. */
export function readAnswer(answered: Answered): Delivery {
  const { message, answer } = answered;
  const reader = readerOf(message);
  const { status } = readEnvelope(answer);
  if (!(status >= 200 && status <= 299)) return reader.failure?.(answered) ?? readRefusal(answer, message);
  if (isPage(answer)) return strangePage(message);
  return message.effect ? readEffect(reader, answered) : readFound(reader, answered);
}

/** What was changed is believed only where the answer names it: its type, its id, and an id for each of ours. */
function readEffect(reader: Reader, answered: Answered): Delivery {
  const { message, answer } = answered;
  if (!answersEffect(message, answer)) return unreadable(message);
  const delivery = reader.success(answered);
  return delivery.kind === 'accepted' && !learnsAll(message, delivery) ? unreadable(message) : delivery;
}

function readFound(reader: Reader, answered: Answered): Delivery {
  const { message, answer } = answered;
  if (hidesSomething(answer.body)) return reader.hidden?.(answered) ?? toHeld('tertutup-persetujuan');
  return isSearchset(answer) ? reader.success(answered) : unreadable(message);
}

/** Consent notices stand in place of what was asked for (Postman collections 12 and 19): "not found" cannot be concluded from them. */
function hidesSomething(body: unknown): boolean {
  return field(body, 'resourceType') === 'OperationOutcome' || resourcesOf(body, 'OperationOutcome').length > 0;
}
