import type { Readers } from '../answer/reader.ts';
import { readPatients, readPractitioners } from './read-identity.ts';

/** How answers about people and nakes are understood. */
export const identityReaders: Readers = {
  'cari-nik': { success: readPatients },
  'cari-nik-nama-lahir': { success: readPatients },
  'cari-nakes': { success: readPractitioners },
};
