/** Why a visit is held by what the head of its puskesmas has decided, or has not: the words of the way in and of every platform. */
export const policyReasons = {
  'pelaksana-belum-ditetapkan': {
    id: 'Kepala puskesmas belum mengizinkan nakes penanggung jawab disebut sebagai pelaksana.',
    en: 'The head of the puskesmas has not allowed the responsible nakes to be named as performer.',
    remedyId: 'Ubah named-performer di policies.yaml setelah ada persetujuan kepala puskesmas.',
    remedyEn: 'Set named-performer in policies.yaml once the head of the puskesmas agrees.',
  },
  'belum-diverifikasi': {
    id: 'Puskesmas mewajibkan verifikasi nakes, dan kunjungan ini belum diverifikasi.',
    en: 'The puskesmas requires verification by a nakes, and this visit is not verified.',
    remedyId: 'Mintalah nakes penanggung jawab memverifikasi kunjungan ini.',
    remedyEn: 'Ask the responsible nakes to verify this visit.',
  },
  'tempat-mode-uji': {
    id: 'Tempat ini, atau puskesmasnya, masih bermode uji, maka tidak ada yang keluar ke produksi.',
    en: 'This place, or its puskesmas, is still on trial (mode uji), so nothing of it leaves for production.',
    remedyId:
      'Bila sudah siap, isi mode "nyata" di jejaring.csv untuk tempat dan puskesmasnya, lalu impor ulang. Dilepas sendiri sesudahnya.',
    remedyEn:
      'Once it is ready, write mode "nyata" in jejaring.csv for the place and its puskesmas and import it. It is released by itself then.',
  },
} as const;
