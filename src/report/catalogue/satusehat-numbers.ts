import type { NumberedRule } from './error-page.ts';

function says(number: string, id: string, en: string): NumberedRule {
  return { number, says: { id, en } };
}

/**
 * What the numbers behind `satusehat-` say. Rules: Kamus Validasi of Kemenkes, platform rules, revision 2025-10-31; all other
 * rule numbers are to be looked up there. Statuses: what this gateway does upon them (src/platforms/satusehat/answer/read-refusal.ts).
 */
export const satusehatNumbers: readonly NumberedRule[] = [
  says(
    '300 - 399',
    'Dialihkan oleh jaringan, bukan jawaban SATUSEHAT; periksa jaringan. Dicoba lagi sendiri.',
    'Redirected by the network, no answer of SATUSEHAT; see the network. It is tried again by itself.',
  ),
  says(
    '400, 404, 405, 410, 413, 415, 422',
    'Ditolak tanpa nomor aturan; petugas perlu melihatnya. 404 tanpa JSON bukan jawaban SATUSEHAT: periksa jaringan.',
    'Refused without the number of a rule; a person has to look. A 404 without JSON is no answer of SATUSEHAT: see the network.',
  ),
  says(
    '409, 412, 423',
    'Dua perubahan bertemu, atau yang ada di sana bukan seperti dugaan; dicari dulu, lalu dicoba lagi sendiri.',
    'Two changes met, or what is there is not what was believed; it is looked up, then tried again by itself.',
  ),
  says(
    '401',
    'Token tidak diterima; token baru diminta, lalu dicoba lagi sendiri.',
    'The token was not taken; a new one is asked for and it is tried again by itself.',
  ),
  says(
    '403',
    'Jawaban berupa halaman: alamat jaringan pengirim tidak diizinkan, periksa jaringan. Selain itu: ditolak karena hak akses atau persetujuan.',
    'Answered by a page: the network address of the sender is not let in, see the network. Otherwise: refused for lack of rights or consent.',
  ),
  says('429', 'Terlalu banyak permintaan; menunggu sendiri.', 'Too many requests; it waits by itself.'),
  says(
    '408, 500 - 599',
    'Gangguan SATUSEHAT; dicari dulu bila mungkin sudah sampai, lalu dicoba lagi sendiri.',
    'A failure of SATUSEHAT; what may have arrived is looked up, then it is tried again by itself.',
  ),
  says(
    '20002',
    'Sudah ada di SATUSEHAT; dicari dengan nomor kita dan dipakai.',
    'It is at SATUSEHAT already; it is looked up by our number and adopted.',
  ),
  says('20003', 'Kredensial ini tidak mempunyai hak untuk itu.', 'The client lacks the scope.'),
  says('20004', 'Jenis fasilitas ini tidak boleh memakai resource itu.', 'This type of facility may not use the resource.'),
  says(
    '20005, 20006, 20008',
    'Isi pesan tidak terbaca, bukan JSON, atau jenis FHIR-nya salah.',
    'The body is unreadable, not JSON, or of the wrong FHIR type.',
  ),
  says('20007', 'Yang diminta tidak ditemukan.', 'What was asked for is not found.'),
  says('20009', 'Client id tidak ada.', 'There is no client id.'),
  says('20010', 'Kunci publik tidak ada.', 'There is no public key.'),
  says('20011', 'Bundle di dalam Bundle.', 'A Bundle inside a Bundle.'),
  says(
    '20012, 20013',
    'Entri ditolak karena entri sebelumnya gagal; sebab sebenarnya ada pada temuan lain dalam jawaban yang sama.',
    'An entry is refused because one before it failed; the cause is another finding of the same answer.',
  ),
  says('20014', '`$everything` tidak dilayani.', '`$everything` is not served.'),
  says(
    '20015, 20016',
    'Fasilitas ini tidak boleh mengubah Patient, atau hanya sebagian isinya.',
    'This facility may not edit a Patient, or only parts of it.',
  ),
  says(
    '20017 - 20021',
    'fullUrl tidak ada, salah bentuk, bukan `urn:uuid:`, atau ganda.',
    'A fullUrl is missing, malformed, not a `urn:uuid:`, or there twice.',
  ),
];
