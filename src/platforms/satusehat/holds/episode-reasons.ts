import type { ReasonPage } from './reason-page.ts';

/** Reasons to hold that concern a course of care, of which SATUSEHAT lets one of a type be active for a person in the whole country. */
export const episodeReasons = {
  'episode-milik-faskes-lain': {
    id: 'SATUSEHAT sudah mempunyai episode aktif orang ini dari fasilitas lain yang tidak dapat dipakai: tertutup persetujuan, lebih dari satu, atau dari kehamilan sebelumnya.',
    en: 'SATUSEHAT holds an active episode of this person from another facility that cannot be used: hidden for lack of consent, more than one, or of an earlier pregnancy.',
    remedyId:
      'Hubungi fasilitas yang membukanya atau help desk SATUSEHAT agar episode lama ditutup, lalu lepaskan. Titian tidak menutup episode milik fasilitas lain.',
    remedyEn:
      'Ask the facility that opened it, or the SATUSEHAT help desk, to close the old episode, and release it then. Titian never closes what another facility opened.',
  },
  'episode-tidak-terbukti': {
    id: 'Episode ini sudah dibuka di SATUSEHAT, tetapi tidak ada lagi data di sini yang menunjukkannya.',
    en: 'This episode was opened at SATUSEHAT, but nothing here speaks of it any more.',
    remedyId: 'Periksa riwayat orang ini; bila episodenya keliru, minta help desk SATUSEHAT membatalkannya.',
    remedyEn: 'Look into the history of this person; ask the SATUSEHAT help desk to cancel the episode if it was a mistake.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>;
