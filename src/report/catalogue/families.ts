import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';

interface Family {
  readonly title: Bilingual;
  /** Which part of the gateway says it, and about what. */
  readonly origin: Bilingual;
}

/** The families of codes, in the order in which a submission meets them. */
export const families = {
  permintaan: {
    title: { id: 'Permintaan', en: 'Requests' },
    origin: {
      id: 'jawaban HTTP atas permintaan, sebelum berkas dibaca (`src/http`, `src/gateway`)',
      en: 'HTTP answers to a request, before the file is read (`src/http`, `src/gateway`)',
    },
  },
  berkas: {
    title: { id: 'Berkas dan kolom', en: 'Files and columns' },
    origin: {
      id: 'pembacaan berkas menjadi baris dan kolom (`src/ingest`, `src/map/rows`)',
      en: 'reading a file into rows and columns (`src/ingest`, `src/map/rows`)',
    },
  },
  tabel: {
    title: { id: 'Tabel sumber, program dan jejaring', en: 'Tables of sources, programme and places' },
    origin: {
      id: 'pemuatan tabel, sebelum ada berkas yang dibaca (`src/map/tables`, `src/map/places`, `src/insight`)',
      en: 'loading of tables, before any file is read (`src/map/tables`, `src/map/places`, `src/insight`)',
    },
  },
  katalog: {
    title: { id: 'Katalog data kotor, D01 sampai D30', en: 'The dirty-data catalogue, D01 to D30' },
    origin: {
      id: 'pembacaan sel, baris dan berkas (`src/map`, `src/ingest`)',
      en: 'reading of cells, rows and files (`src/map`, `src/ingest`)',
    },
  },
  baris: {
    title: { id: 'Temuan lain pada sel dan baris', en: 'Other findings in cells and rows' },
    origin: { id: 'pemetaan baris menjadi orang dan kunjungan (`src/map`)', en: 'mapping rows to persons and visits (`src/map`)' },
  },
  'alasan-baris': {
    title: { id: 'Alasan baris dilewati atau ditahan', en: 'Why a row is skipped or quarantined' },
    origin: {
      id: 'alasan pada putusan tiap baris (`src/map/rows`, `src/gateway`)',
      en: 'the reason in the verdict of a row (`src/map/rows`, `src/gateway`)',
    },
  },
  pemeriksaan: {
    title: { id: 'Pemeriksaan FHIR', en: 'FHIR validation' },
    origin: {
      id: 'pemeriksa FHIR R4 dan profil ILP (`src/validate`); pada baris kiriman galatnya tampil sebagai peringatan, karena hanya resource itu yang ditahan',
      en: 'the validator of FHIR R4 and the ILP profiles (`src/validate`); on a submitted row its errors appear as warnings, for only that resource is held back',
    },
  },
  'alasan-kirim': {
    title: { id: 'Alasan pengiriman ditahan atau menunggu', en: 'Why a sending is held or waits' },
    origin: {
      id: 'kunjungan yang terutang kepada platform (`src/gateway`, `src/deliver`, `src/platforms`)',
      en: 'visits owed to a platform (`src/gateway`, `src/deliver`, `src/platforms`)',
    },
  },
  pengiriman: {
    title: { id: 'Pengiriman dan jawaban platform', en: 'Delivery and answers of platforms' },
    origin: { id: 'pengiriman ke platform (`src/deliver`, `src/platforms`)', en: 'sending to a platform (`src/deliver`, `src/platforms`)' },
  },
} as const satisfies Readonly<Record<string, Family>>;

export type FamilyName = keyof typeof families;
