import type { NumberedRule, PageEntry } from './error-page.ts';

/** Answers of a FHIR server of one's own. */
export const serverEntries = {
  'fhir-server-tidak-terjangkau': {
    severities: ['error'],
    title: { id: 'Server FHIR daerah tidak terjangkau', en: "The district's FHIR server cannot be reached" },
    meaning: {
      id: 'Kiriman ke server itu menunggu dan dicoba lagi sendiri; yang mungkin sudah sampai dicari dulu. Kiriman ke SATUSEHAT tidak terganggu.',
      en: 'What is owed to that server waits and is tried again by itself; what may have arrived is looked up first. Sending to SATUSEHAT goes on.',
    },
    remedy: {
      id: 'Bila lama, periksa server, sambungan, dan TITIAN_FHIR_SERVER_URL.',
      en: 'If it lasts, check the server, the connection and TITIAN_FHIR_SERVER_URL.',
    },
  },
  'fhir-server-jawaban-rusak': {
    severities: ['error'],
    title: { id: 'Jawaban server FHIR daerah tidak terbaca', en: "The answer of the district's FHIR server cannot be read" },
    meaning: {
      id: 'Jawabannya bukan Bundle yang menjawab setiap entri. Kiriman mungkin sudah sampai; dicari dulu sebelum dikirim ulang.',
      en: 'The answer is no Bundle that answers every entry. What was sent may have arrived; it is looked up before it is sent again.',
    },
    remedy: {
      id: 'Periksa apakah TITIAN_FHIR_SERVER_URL menunjuk alamat dasar FHIR R4 dan server mengerjakan transaction.',
      en: 'Check that TITIAN_FHIR_SERVER_URL is the base of a FHIR R4 server, and that it does transactions.',
    },
  },
  'fhir-server-nomor': {
    severities: ['error'],
    title: {
      id: 'Jawaban server FHIR daerah menurut status: `fhir-server-` diikuti tiga angka (status HTTP)',
      en: "An answer of the district's FHIR server by its status: `fhir-server-` and three digits (an HTTP status)",
    },
    meaning: {
      id: 'Kiriman ke server itu ditolak utuh atau ditunda; datanya tetap tersimpan di sini. Kalimat jawaban dapat memuat data orang, maka hanya status dan letak elemennya yang ditampilkan; jawaban lengkap tersimpan tersegel.',
      en: 'What was sent to that server was refused as a whole or put off; the data is kept here. The wording may quote data of a person, so only status and element are shown; the whole answer is kept sealed.',
    },
    remedy: {
      id: 'Cari statusnya pada tabel di bawah. Perbaiki sebabnya di server atau pada datanya, lalu lepaskan: titian redrive --platform fhir-server.',
      en: 'Look up the status in the table below. Mend the cause at the server or in the data, then release it: titian redrive --platform fhir-server.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;

function says(number: string, id: string, en: string): NumberedRule {
  return { number, says: { id, en } };
}

/** What this gateway does upon a status of such a server (src/platforms/fhir-server/read-failure.ts). */
export const serverNumbers: readonly NumberedRule[] = [
  says(
    '300 - 399',
    'Dialihkan; periksa TITIAN_FHIR_SERVER_URL dan jaringan. Dicoba lagi sendiri.',
    'Redirected; see TITIAN_FHIR_SERVER_URL and the network. It is tried again by itself.',
  ),
  says(
    '401, 403, 407',
    'Server atau proksi tidak menerima kita; periksa TITIAN_FHIR_SERVER_AUTH_FILE dan haknya di server. Dicoba lagi sendiri.',
    'The server or a proxy does not let us in; see TITIAN_FHIR_SERVER_AUTH_FILE and its rights there. It is tried again by itself.',
  ),
  says(
    '400, 404, 405, 410, 412, 413, 415, 422',
    'Ditolak utuh; petugas perlu melihatnya. 412: lebih dari satu resource di server bernomor sama. 404: alamat dasarnya salah.',
    'Refused as a whole; a person has to look. 412: more than one resource there has the same identifier. 404: the base address is wrong.',
  ),
  says('409', 'Dua perubahan bertemu; dicoba lagi sendiri.', 'Two changes met; it is tried again by itself.'),
  says('429, 503', 'Server meminta menunggu; dicoba lagi sendiri.', 'The server asks to wait; it is tried again by itself.'),
  says(
    '408, 500 - 502, 504 - 599',
    'Gangguan server; dicari dulu bila mungkin sudah sampai, lalu dicoba lagi sendiri.',
    'A failure of the server; what may have arrived is looked up, then it is tried again by itself.',
  ),
];
