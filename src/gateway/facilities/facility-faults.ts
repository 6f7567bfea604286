import type { Issue } from '../../fhir/issue.ts';

/** Why what was asked about a credential is not done. None repeats what came. */
export const facilityFaults = {
  unknown: {
    severity: 'error',
    type: 'not-found',
    code: 'fasilitas-tidak-dikenal',
    text: 'Tidak ada puskesmas dengan nomor Organization atau kode itu di jejaring, atau kunci ini bukan miliknya.',
    diagnostics: 'No puskesmas in jejaring has that Organization number or code, or this key is not its own.',
  },
  notYours: {
    severity: 'error',
    type: 'security',
    code: 'hanya-puskesmas',
    text: 'Hanya puskesmas sendiri yang boleh melakukan ini, dengan kuncinya: titian keys create --name NAMA --within KODE --scope kredensial.',
    diagnostics: 'Only the puskesmas itself may do this, with its key: titian keys create --name NAME --within CODE --scope kredensial.',
  },
  pausedByThem: {
    severity: 'error',
    type: 'security',
    code: 'dijeda-oleh-puskesmas',
    text: 'Puskesmas sendiri yang menjeda atau mencabut; hanya kuncinya yang dapat melanjutkan.',
    diagnostics: 'The puskesmas itself paused or revoked this; only its own key can go on.',
  },
  pausedByOthers: {
    severity: 'error',
    type: 'security',
    code: 'dijeda-oleh-dinas',
    text: 'Dinas atau pengelola yang menjeda; mintalah mereka melanjutkan.',
    diagnostics: 'The dinkes or whoever runs Titian paused this; ask them to resume it.',
  },
  revoked: {
    severity: 'error',
    type: 'conflict',
    code: 'kredensial-sudah-dicabut',
    text: 'Kredensialnya sudah dicabut dan dihapus; masukkan lagi dengan surat kuasa.',
    diagnostics: 'The credentials were revoked and deleted; enter them again with a letter of authority.',
  },
  letterPeriod: {
    severity: 'error',
    type: 'value',
    code: 'surat-kuasa-tidak-berlaku',
    text: 'Masa berlaku surat kuasa salah: tanggal akhirnya harus sesudah tanggal mulai dan belum lewat.',
    diagnostics: 'The period of the letter of authority is wrong: its last day must follow its first and not lie in the past.',
  },
  ofAPerson: {
    severity: 'error',
    type: 'value',
    code: 'permintaan-tidak-sah',
    text: 'Nomor surat atau nama penanda tangan memuat bilangan 16 angka seperti NIK. Tulis tanpa NIK.',
    diagnostics: 'The number of the letter or the name of its signer holds 16 digits such as a NIK. Write it without.',
  },
} as const satisfies Readonly<Record<string, Issue>>;
