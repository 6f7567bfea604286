import type { Delivery } from '../../platform.ts';
import { readLook } from '../answer/read-look.ts';
import type { Answered, Readers } from '../answer/reader.ts';
import { refOf } from '../refs.ts';

/** How the looks for places are understood: that nothing was found is remembered, so that it is looked for once. */
export const placeReaders: Readers = {
  'cari-organisasi': { success: readSought },
  'cari-lokasi': { success: readSought },
};

function readSought(answered: Answered): Delivery {
  const delivery = readLook(answered);
  const [ref] = answered.message.refs;
  if (delivery.kind !== 'accepted' || delivery.then.do !== 'continue' || delivery.upstream.length > 0 || ref === undefined) return delivery;
  return { ...delivery, upstream: [{ ref: refOf.sought(ref.ref), platformId: 'tidak-ada', hash: '' }] };
}
