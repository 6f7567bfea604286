import type { Issue } from '../fhir/issue.ts';

/** The place, nakes or person behind a debt is known no more: nothing can be prepared, and nothing counts as delivered. */
export const subjectUnknown: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'subjek-tidak-dikenal',
  text: 'Tempat, nakes atau orang di balik kiriman ini tidak ada (lagi) di jejaring. Lengkapi jejaring.csv, impor ulang, lalu lepaskan.',
  diagnostics:
    'The place, nakes or person behind this is not known (any more) in jejaring. Complete jejaring.csv, import it again and release it.',
};

/** Every answer so far was a failure, and the last look upstream found nothing. */
export const triedTooOften: Issue = {
  severity: 'error',
  type: 'processing',
  code: 'terlalu-sering-gagal',
  text: 'Platform gagal menerima kiriman ini berulang kali; sudah dicari dan tidak ada di sana. Lihat percobaan-percobaannya, lalu lepaskan.',
  diagnostics:
    'The platform failed to take this again and again; it was looked for and is not there. See its attempts and release it then.',
};

/** Each answer led to another message: a disagreement between what is prepared and what is learned. */
export const neverEnds: Issue = {
  severity: 'error',
  type: 'processing',
  code: 'langkah-tanpa-akhir',
  text: 'Setiap jawaban platform menimbulkan langkah berikutnya tanpa akhir. Laporkan kepada pengembang Titian.',
  diagnostics: 'Every answer of the platform led to one more step without an end. Report it to the developers of Titian.',
};

/** The platform took the subject without some of its parts, which it refused as they are. */
export const partlyRefused: Issue = {
  severity: 'error',
  type: 'processing',
  code: 'sebagian-ditolak',
  text: 'Platform menerima kiriman ini kecuali bagian yang disebut. Perbaiki datanya dan kirim lagi barisnya, atau lepaskan bila sebabnya ada di platform.',
  diagnostics:
    'The platform took this but for the parts named. Correct the data and send the row again, or release it where the cause was at the platform.',
};

/** The visit would bear, or was found under, what belongs to another visit of ours. */
export const numberOfAnother: Issue = {
  severity: 'error',
  type: 'conflict',
  code: 'nomor-milik-kunjungan-lain',
  text: 'Kunjungan ini (NIK, tempat, tanggal dan layanan yang sama) sudah dikirim sebagai kunjungan lain di sini. Periksa apakah orangnya tercatat ganda; bila ya, satukan, lalu lepaskan.',
  diagnostics:
    'This visit (same NIK, place, date and service) was sent as another visit of ours. See whether the person is recorded twice; merge them if so, and release it then.',
};
