/** What base R4, Bundles and the limits can find wrong. */
export const STRUCTURE_CODES = {
    'json-syntax': {
        type: 'structure',
        title: { id: 'Bukan JSON', en: 'Not JSON' },
        says: { id: 'Berkas bukan JSON yang utuh: {expected}.', en: 'The file is not whole JSON: {expected}.' },
        meaning: {
            id: 'Isi berkas tidak dapat dibaca sebagai JSON, sehingga tidak ada yang diperiksa.',
            en: 'The file cannot be read as JSON, so nothing was checked.',
        },
        remedy: {
            id: 'Perbaiki berkas pada baris dan kolom itu, atau ekspor ulang dari aplikasi asal.',
            en: 'Repair the file at that line and column, or export it again.',
        },
    },
    'resource-not-object': {
        type: 'structure',
        title: { id: 'Bukan resource', en: 'Not a resource' },
        says: {
            id: 'Seharusnya sebuah resource (objek JSON), yang datang {came}.',
            en: 'Expected a resource (a JSON object), but {came} came.',
        },
        meaning: { id: 'Resource FHIR selalu berupa objek JSON.', en: 'A FHIR resource is always a JSON object.' },
        remedy: { id: 'Kirim satu objek JSON dengan resourceType.', en: 'Send one JSON object with a resourceType.' },
    },
    'resource-type-missing': {
        type: 'required',
        title: { id: 'resourceType tidak ada', en: 'No resourceType' },
        says: { id: 'resourceType tidak ada.', en: 'There is no resourceType.' },
        meaning: { id: 'Tanpa resourceType tidak diketahui aturan mana yang berlaku.', en: 'Without a resourceType no rules can be chosen.' },
        remedy: { id: 'Tambahkan resourceType, misalnya "Patient".', en: 'Add a resourceType such as "Patient".' },
    },
    'resource-type-unknown': {
        type: 'not-supported',
        title: { id: 'Jenis resource tidak dikenal', en: 'Unknown resource type' },
        says: { id: 'Jenis resource tidak ada di FHIR R4: yang datang {came}.', en: 'R4 has no such resource type: {came} came.' },
        meaning: {
            id: 'resourceType harus salah satu jenis resource FHIR R4 (4.0.1), dengan huruf besar-kecil yang tepat.',
            en: 'resourceType must be one of the types of FHIR R4 (4.0.1), in its exact spelling.',
        },
        remedy: { id: 'Periksa ejaan dan versi FHIR pengirim.', en: 'Check the spelling and the FHIR version of the sender.' },
    },
    'element-unknown': {
        type: 'structure',
        title: { id: 'Elemen tidak dikenal', en: 'Unknown element' },
        says: { id: 'Elemen {came} tidak dikenal di sini.', en: 'The element {came} is not known here.' },
        meaning: {
            id: 'FHIR tidak mengizinkan elemen di luar definisi; data tambahan ditulis sebagai extension.',
            en: 'FHIR allows no element outside the definition; additional data is written as an extension.',
        },
        remedy: {
            id: 'Periksa ejaannya, hapus, atau pindahkan ke extension.',
            en: 'Check its spelling, remove it, or move it to an extension.',
        },
    },
    'element-empty': {
        type: 'structure',
        title: { id: 'Elemen kosong', en: 'Empty element' },
        says: { id: 'Elemen ini ada tetapi tidak berisi apa-apa.', en: 'The element is present but holds nothing.' },
        meaning: {
            id: 'Setiap elemen FHIR harus punya nilai atau isi (aturan ele-1).',
            en: 'Every FHIR element has a value or children (rule ele-1).',
        },
        remedy: { id: 'Isi elemennya atau hapus seluruhnya.', en: 'Fill the element or remove it altogether.' },
    },
    'list-empty': {
        type: 'structure',
        title: { id: 'Daftar kosong', en: 'Empty list' },
        says: { id: 'Daftar ini kosong.', en: 'The list is empty.' },
        meaning: {
            id: 'JSON FHIR tidak mengenal daftar kosong: elemen tanpa isi tidak ditulis.',
            en: 'FHIR JSON has no empty lists: an element without content is left out.',
        },
        remedy: { id: 'Hapus elemen ini atau isi daftarnya.', en: 'Remove the element or fill the list.' },
    },
    'null-value': {
        type: 'structure',
        title: { id: 'Nilai null', en: 'Null value' },
        says: { id: 'null tidak boleh berdiri di sini.', en: 'null is not allowed here.' },
        meaning: {
            id: 'null hanya boleh di dalam daftar nilai sederhana bila pasangannya (dengan garis bawah) berisi objek di tempat yang sama.',
            en: 'null is only allowed in a list of primitives whose companion (with the underscore) holds an object at the same place.',
        },
        remedy: { id: 'Hapus elemen yang tidak ada nilainya.', en: 'Leave out the element that has no value.' },
    },
    'type-wrong': {
        type: 'structure',
        title: { id: 'Jenis nilai salah', en: 'Wrong type' },
        says: { id: 'Seharusnya {expected}, yang datang {came}.', en: 'Expected {expected}, but {came} came.' },
        meaning: {
            id: 'Nilai ditulis dengan jenis JSON yang lain dari yang ditetapkan FHIR.',
            en: 'The value is written in another JSON type than FHIR asks for.',
        },
        remedy: {
            id: 'Tulis nilai dengan jenis yang diminta; angka dan true/false tanpa tanda kutip, elemen berulang dalam [ ].',
            en: 'Write the value in the type asked for: numbers and booleans without quotes, repeating elements in [ ].',
        },
    },
    'primitive-syntax': {
        type: 'value',
        title: { id: 'Penulisan nilai salah', en: 'Wrong syntax' },
        says: { id: 'Bukan {expected} yang sah: yang datang {came}.', en: 'Not a valid {expected}: {came} came.' },
        meaning: {
            id: 'Nilai tidak mengikuti penulisan yang ditetapkan FHIR R4 untuk jenis ini, atau menyebut tanggal yang tidak ada.',
            en: 'The value does not follow the R4 syntax of its type, or names a day that does not exist.',
        },
        remedy: {
            id: 'Perbaiki penulisannya: tanggal 2026-08-01, waktu dengan zona 2026-08-01T09:00:00+07:00, tanpa spasi di awal dan akhir kode.',
            en: 'Correct it: date 2026-08-01, time with zone 2026-08-01T09:00:00+07:00, codes without blanks around them.',
        },
    },
    'cardinality-min': {
        type: 'required',
        title: { id: 'Elemen wajib tidak ada', en: 'Required element missing' },
        says: { id: 'Elemen ini wajib ada, sedikitnya {expected}.', en: 'The element is required, at least {expected}.' },
        meaning: { id: 'Definisi atau profil mewajibkan elemen ini.', en: 'The definition or profile requires the element.' },
        remedy: { id: 'Lengkapi elemen ini dari catatan asal.', en: 'Supply the element from the original record.' },
    },
    'cardinality-max': {
        type: 'structure',
        title: { id: 'Elemen terlalu banyak', en: 'Too many elements' },
        says: { id: 'Elemen ini paling banyak {expected}.', en: 'At most {expected} of this element are allowed.' },
        meaning: {
            id: 'Profil membatasi jumlah elemen ini; 0 berarti tidak boleh ada.',
            en: 'The profile limits how many there may be; 0 means none.',
        },
        remedy: { id: 'Hapus yang berlebih.', en: 'Remove what is too much.' },
    },
    'choice-many': {
        type: 'structure',
        title: { id: 'Dua pilihan sekaligus', en: 'Two choices at once' },
        says: { id: 'Hanya satu dari pilihan jenis nilai ini yang boleh diisi.', en: 'Only one of the types of this choice may be given.' },
        meaning: { id: 'Elemen dengan [x] hanya boleh ditulis dalam satu jenis.', en: 'An element with [x] is written in one type only.' },
        remedy: { id: 'Simpan satu nilai dan hapus yang lain.', en: 'Keep one value and remove the others.' },
    },
    'extension-value': {
        type: 'invariant',
        title: { id: 'Isi extension salah', en: 'Wrong content of an extension' },
        says: {
            id: 'Extension harus berisi value[x] atau extension di dalamnya, tepat salah satu.',
            en: 'An extension holds either a value[x] or inner extensions, exactly one of them.',
        },
        meaning: { id: 'Aturan ext-1.', en: 'Rule ext-1.' },
        remedy: {
            id: 'Isi value[x], atau pakai extension di dalamnya, jangan keduanya.',
            en: 'Give a value[x] or inner extensions, not both.',
        },
    },
    'reference-target': {
        type: 'value',
        title: { id: 'Rujukan ke jenis yang salah', en: 'Reference to the wrong type' },
        says: { id: 'Rujukan ini hanya boleh ke {expected}.', en: 'The reference may only point at {expected}.' },
        meaning: { id: 'Jenis resource dalam rujukan tidak diizinkan di sini.', en: 'The type of resource referred to is not allowed here.' },
        remedy: { id: 'Rujuk resource dengan jenis yang diizinkan.', en: 'Refer to a resource of an allowed type.' },
    },
    'bundle-request': {
        type: 'required',
        title: { id: 'request entri salah', en: 'Wrong request of an entry' },
        says: {
            id: 'entry.request wajib di Bundle transaction, batch dan history, dan hanya di sana.',
            en: 'entry.request is required in a transaction, batch or history, and only there.',
        },
        meaning: { id: 'Aturan bdl-3.', en: 'Rule bdl-3.' },
        remedy: {
            id: 'Tambahkan request.method dan request.url, atau ganti jenis Bundle.',
            en: 'Add request.method and request.url, or change the type of the Bundle.',
        },
    },
    'bundle-full-url': {
        type: 'required',
        title: { id: 'fullUrl tidak ada', en: 'No fullUrl' },
        says: {
            id: 'entry.fullUrl wajib, kecuali di transaction dan batch.',
            en: 'entry.fullUrl is required except in transactions and batches.',
        },
        meaning: { id: 'fullUrl adalah identitas resource di dalam Bundle.', en: 'The fullUrl identifies the resource within the Bundle.' },
        remedy: { id: 'Tambahkan fullUrl, misalnya urn:uuid: yang baru.', en: 'Add a fullUrl such as a new urn:uuid.' },
    },
    'bundle-full-url-advised': {
        type: 'incomplete',
        title: { id: 'fullUrl sebaiknya ada', en: 'fullUrl is advised' },
        says: {
            id: 'Entri transaction ini tanpa fullUrl, sehingga tidak dapat dirujuk entri lain.',
            en: 'This entry of a transaction has no fullUrl, so other entries cannot refer to it.',
        },
        meaning: {
            id: 'Di transaction fullUrl tidak wajib, tetapi tanpa itu rujukan di dalam Bundle tidak mungkin.',
            en: 'A fullUrl is not required in a transaction, but without one references inside the Bundle cannot work.',
        },
        remedy: { id: 'Tambahkan fullUrl urn:uuid:.', en: 'Add a urn:uuid fullUrl.' },
    },
    'too-deep': {
        type: 'too-long',
        title: { id: 'Terlalu dalam', en: 'Too deep' },
        says: { id: 'Data bersarang lebih dari {expected} tingkat.', en: 'The data is nested deeper than {expected} levels.' },
        meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
        remedy: {
            id: 'Periksa apakah berkas rusak atau dibuat berulang-ulang ke dalam dirinya.',
            en: 'Check whether the file is damaged or contains itself.',
        },
    },
    'too-many-nodes': {
        type: 'too-long',
        title: { id: 'Terlalu besar', en: 'Too large' },
        says: { id: 'Data berisi lebih dari {expected} bagian.', en: 'The data holds more than {expected} parts.' },
        meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
        remedy: { id: 'Bagi menjadi beberapa berkas atau Bundle.', en: 'Split it into several files or Bundles.' },
    },
    'too-long': {
        type: 'too-long',
        title: { id: 'Teks terlalu panjang', en: 'Text too long' },
        says: { id: 'Ada teks lebih panjang dari {expected} karakter.', en: 'A text is longer than {expected} characters.' },
        meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
        remedy: { id: 'Kecilkan lampiran atau simpan sebagai rujukan.', en: 'Make the attachment smaller or refer to it.' },
    },
    'issues-cut': {
        type: 'informational',
        title: { id: 'Masalah terlalu banyak', en: 'Too many issues' },
        says: { id: 'Hanya {expected} masalah pertama yang ditampilkan.', en: 'Only the first {expected} issues are shown.' },
        meaning: { id: 'Daftar dipotong agar jawaban tetap terbaca.', en: 'The list was cut so that the answer stays readable.' },
        remedy: { id: 'Perbaiki yang sudah tampil, lalu periksa lagi.', en: 'Repair those shown, then validate again.' },
    },
};
//# sourceMappingURL=catalogue-structure.js.map