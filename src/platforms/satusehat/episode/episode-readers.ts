import type { Readers } from '../answer/reader.ts';

/** How answers about courses of care are understood. */
export const episodeReaders: Readers = {};
