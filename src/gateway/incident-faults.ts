import type { Issue } from '../fhir/issue.ts';

/** No incident has this id, or it is of a place that whoever asks does not see. */
export const unknownIncident: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'insiden-tidak-dikenal',
  text: 'Tidak ada insiden dengan nomor itu. Lihat daftarnya: titian incidents list --all.',
  diagnostics: 'There is no incident with that id. See the list: titian incidents list --all.',
};

/** Nothing of that visit waits for a hand. */
export const nothingByHand: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'koreksi-tidak-ditunggu',
  text: 'Tidak ada koreksi yang menunggu tangan untuk kunjungan itu. Lihat daftarnya: titian owed --list --reason koreksi-perlu-tangan.',
  diagnostics: 'No correction by hand is waited for of that visit. See the list: titian owed --list --reason koreksi-perlu-tangan.',
};

/** Notes are kept sealed and shown to whoever may see the incident, who need not be of those who may see a NIK. */
export const numberInNote: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: '"note" tidak sah: tulis apa yang dilakukan, tanpa bilangan 16 angka seperti NIK.',
  diagnostics: '"note" is not valid: say what was done, without a number of 16 digits such as a NIK.',
};
