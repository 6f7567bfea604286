import type { Issue } from '../../../fhir/issue.ts';
import type { TokenWait } from './token-board.ts';

const refused: Issue = {
  severity: 'error',
  type: 'security',
  code: 'satusehat-token-ditolak',
  text: 'SATUSEHAT menolak client id atau client secret puskesmas ini. Periksa kredensial dan masukkan lagi; tidak ditanyakan berulang-ulang.',
  diagnostics: 'SATUSEHAT refused the client credentials. Check them and enter them again; they are not tried over and over.',
};

const postponed: Issue = {
  severity: 'error',
  type: 'throttled',
  code: 'satusehat-token-tertunda',
  text: 'SATUSEHAT belum memberi token; permintaan berikutnya paling cepat satu menit lagi (aturan SATUSEHAT setelah permintaan yang gagal).',
  diagnostics: 'SATUSEHAT gave no token; the next request comes after a minute at the earliest (its rule after a failed request).',
};

const foreign: Issue = {
  severity: 'error',
  type: 'security',
  code: 'satusehat-alamat-asing',
  text: 'SATUSEHAT menolak alamat jaringan ini dengan sebuah halaman: biasanya karena alamatnya di luar Indonesia (VPN, server di luar negeri) atau ada proxy. Semua kiriman menunggu sepuluh menit; perbaiki jaringannya.',
  diagnostics:
    'SATUSEHAT refused this network address with a page: most often it is outside Indonesia (VPN, foreign server) or a proxy answers. Everything waits for ten minutes; mend the network.',
};

const asking: Issue = {
  severity: 'error',
  type: 'transient',
  code: 'satusehat-token-tertunda',
  text: 'Proses lain sedang meminta token puskesmas ini; kiriman menunggu sebentar.',
  diagnostics: 'Another process is asking for the token of this puskesmas; the sending waits a moment.',
};

/** No credential may be used: it is not there, paused or revoked; what is prepared next says which. */
export const noCredential: Issue = {
  severity: 'error',
  type: 'security',
  code: 'satusehat-kredensial-belum-ada',
  text: 'Kredensial SATUSEHAT untuk organisasi puskesmas ini tidak ada, dijeda atau dicabut.',
  diagnostics: 'The SATUSEHAT credentials for the Organization of this puskesmas are absent, paused or revoked.',
};

/** Why there is no token now, in words. */
export const tokenIssues: Readonly<Record<TokenWait, Issue>> = {
  ditolak: refused,
  ditunda: postponed,
  'alamat-asing': foreign,
  ditanyakan: asking,
};
