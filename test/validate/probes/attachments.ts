import type { Probe } from './probe.ts';
import { media } from './resources.ts';

/** What an attachment says of its data. */
export const attachments: readonly Probe[] = [
  [
    'a size that is not that of the data',
    { ...media, content: { ...media.content, size: 4 } },
    'attachment-size Media.content.size',
    media,
  ],
  [
    'a hash of other data',
    { ...media, content: { ...media.content, hash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } },
    'attachment-hash Media.content.hash',
    media,
  ],
];
