import type { Readers } from '../answer/reader.ts';
import { readChanged, readChildren } from './read-children.ts';
import { readMadePatient } from './read-made-patient.ts';
import { readChange, readMadeMother, readMotherLook, readRefusedBeside } from './read-mother.ts';
import { readNamesakes } from './read-namesakes.ts';
import { readPatients } from './read-patients.ts';
import { readPractitioners } from './read-practitioners.ts';
import { readRefusedNewborn, readRefusedPatient } from './read-refused-patient.ts';

/** How answers about people and nakes are understood. */
export const identityReaders: Readers = {
  'cari-nik': { success: readPatients },
  'cari-nik-nama-lahir': { success: readPatients },
  'cari-nik-ibu': { success: readChildren },
  'cari-nama-lahir-kelamin': { success: readNamesakes },
  'buat-pasien': { success: readMadePatient, failure: readRefusedPatient },
  'buat-bayi': { success: readMadePatient, failure: readRefusedNewborn },
  'cari-ibu': { success: readMotherLook },
  'buat-ibu': { success: readMadeMother, failure: readRefusedBeside },
  'ubah-pasien': { success: readChange, failure: readRefusedBeside },
  'periksa-ubahan': { success: readChanged },
  'cari-nakes': { success: readPractitioners },
};
