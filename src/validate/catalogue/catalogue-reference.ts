import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with references, contained resources and the ids of elements. */
export const REFERENCE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'reference-form': {
    type: 'value',
    title: { id: 'Bentuk rujukan salah', en: 'Malformed reference' },
    says: { id: 'Rujukan tidak boleh berisi spasi.', en: 'A reference has no blanks.' },
    meaning: {
      id: 'Rujukan adalah alamat: Jenis/id, URL, urn:uuid: atau #id.',
      en: 'A reference is an address: Type/id, a URL, a urn:uuid or #id.',
    },
    remedy: { id: 'Hapus spasi, atau tulis keterangan di display.', en: 'Remove the blanks, or write words into display.' },
  },
  'reference-empty': {
    type: 'incomplete',
    title: { id: 'Rujukan tanpa isi', en: 'Reference to nothing' },
    says: {
      id: 'Rujukan tanpa reference dan identifier sebaiknya punya display.',
      en: 'A reference without reference and identifier should have a display.',
    },
    meaning: { id: 'Tanpa ketiganya tidak ada yang tahu apa yang dirujuk.', en: 'Without any of the three nobody knows what is meant.' },
    remedy: { id: 'Tambahkan reference, identifier atau display.', en: 'Add a reference, an identifier or a display.' },
    severities: ['warning'],
  },
  'reference-contained-missing': {
    type: 'not-found',
    title: { id: 'Resource di dalam tidak ada', en: 'No such contained resource' },
    says: {
      id: 'Rujukan dengan # harus menunjuk resource di dalam (contained) yang ada.',
      en: 'A reference with # must point at a contained resource that is there.',
    },
    meaning: {
      id: '#id mencari id di contained; # saja hanya berarti di dalam resource contained.',
      en: '#id looks among the contained; # alone has a meaning only inside a contained resource.',
    },
    remedy: { id: 'Betulkan id, atau tambahkan resource itu ke contained.', en: 'Correct the id, or add the resource to contained.' },
  },
  'reference-type': {
    type: 'value',
    title: { id: 'Jenis rujukan tidak cocok', en: 'Reference.type does not fit' },
    says: {
      id: 'type rujukan menyebut {came}, padahal yang dirujuk {expected}.',
      en: 'Reference.type says {came}, but the target is {expected}.',
    },
    meaning: {
      id: 'Reference.type sama dengan jenis resource yang dirujuk.',
      en: 'Reference.type is the type of the resource referred to.',
    },
    remedy: { id: 'Samakan type dengan yang dirujuk, atau hapus.', en: 'Make type equal to the target, or remove it.' },
  },
  'reference-search': {
    type: 'value',
    title: { id: 'Rujukan pencarian salah', en: 'Malformed conditional reference' },
    says: { id: 'Rujukan dengan ? harus berbentuk Jenis?nama=nilai.', en: 'A reference with ? must read Type?name=value.' },
    meaning: {
      id: 'Rujukan bersyarat adalah pencarian yang menemukan tepat satu resource.',
      en: 'A conditional reference is a search that finds exactly one resource.',
    },
    remedy: { id: 'Tulis misalnya Patient?identifier=sistem|nilai.', en: 'Write for instance Patient?identifier=system|value.' },
  },
  'reference-without-full-url': {
    type: 'required',
    title: { id: 'Rujukan dari entri tanpa fullUrl', en: 'Reference from an entry without fullUrl' },
    says: { id: 'Entri Bundle yang berisi rujukan harus punya fullUrl.', en: 'A Bundle entry with a reference in it needs a fullUrl.' },
    meaning: {
      id: 'Rujukan di dalam Bundle dicari dari fullUrl entrinya.',
      en: 'References inside a Bundle are resolved from the fullUrl of their entry.',
    },
    remedy: { id: 'Tambahkan fullUrl, misalnya urn:uuid: yang baru.', en: 'Add a fullUrl such as a new urn:uuid.' },
  },
  'reference-relative': {
    type: 'value',
    title: { id: 'Rujukan relatif salah', en: 'Malformed relative reference' },
    says: { id: 'Di dalam Bundle rujukan relatif berbentuk Jenis/id.', en: 'Inside a Bundle a relative reference reads Type/id.' },
    meaning: {
      id: 'Pencarian sebagai rujukan hanya boleh di transaction dan batch.',
      en: 'A search as a reference is allowed in transactions and batches only.',
    },
    remedy: { id: 'Tulis Jenis/id, URL lengkap atau urn:uuid:.', en: 'Write Type/id, a full URL or a urn:uuid.' },
  },
  'reference-ambiguous': {
    type: 'duplicate',
    title: { id: 'Rujukan menemukan beberapa entri', en: 'Reference with several targets' },
    says: { id: 'Beberapa entri Bundle punya fullUrl yang dirujuk.', en: 'Several entries of the Bundle have the fullUrl referred to.' },
    meaning: {
      id: 'Rujukan di dalam Bundle harus menemukan tepat satu entri.',
      en: 'A reference inside a Bundle must find exactly one entry.',
    },
    remedy: {
      id: 'Beri setiap entri fullUrl sendiri, atau sebut versinya.',
      en: 'Give each entry a fullUrl of its own, or name the version.',
    },
  },
  'reference-other-type': {
    type: 'value',
    title: { id: 'Yang dirujuk jenis lain', en: 'Target of another type' },
    says: {
      id: 'Rujukan menyebut {expected}, tetapi entri yang ditemukan jenis lain.',
      en: 'The reference says {expected}, but the entry found is of another type.',
    },
    meaning: {
      id: 'Jenis dalam rujukan adalah jenis resource di entri itu.',
      en: 'The type in the reference is the type of the resource in the entry.',
    },
    remedy: { id: 'Betulkan rujukan atau fullUrl.', en: 'Correct the reference or the fullUrl.' },
  },
  'reference-urn-missing': {
    type: 'not-found',
    title: { id: 'urn tidak ada di Bundle', en: 'No entry with that urn' },
    says: { id: 'Rujukan urn: ini tidak ada di Bundle.', en: 'No entry of the Bundle has this urn.' },
    meaning: {
      id: 'urn:uuid: hanya berarti di dalam Bundle yang sama, jadi rujukan ini tidak menunjuk apa pun.',
      en: 'A urn:uuid means something within its Bundle only, so this reference points at nothing.',
    },
    remedy: { id: 'Tambahkan entri itu, atau rujuk dengan Jenis/id.', en: 'Add that entry, or refer to it as Type/id.' },
    severities: ['warning'],
  },
  'reference-near-miss': {
    type: 'not-found',
    title: { id: 'Rujukan nyaris cocok', en: 'Nearly matching reference' },
    says: { id: 'Ada entri dengan jenis dan id ini, tetapi fullUrl-nya lain.', en: 'An entry has this type and id, but another fullUrl.' },
    meaning: {
      id: 'Rujukan relatif digabung dengan alamat fullUrl entrinya; hasilnya tidak sama dengan fullUrl entri itu.',
      en: 'A relative reference is joined with the address in the fullUrl of its entry; the result is not the fullUrl of that entry.',
    },
    remedy: { id: 'Rujuk dengan fullUrl entri itu.', en: 'Refer to it by the fullUrl of that entry.' },
    severities: ['warning'],
  },
  'reference-unresolved': {
    type: 'not-found',
    title: { id: 'Yang dirujuk tidak ada', en: 'Target is not here' },
    says: { id: 'Yang dirujuk tidak ada dalam data yang diperiksa.', en: 'What is referred to is not in what was validated.' },
    meaning: {
      id: 'Diminta agar setiap rujukan ditemukan di dalam Bundle atau Parameters.',
      en: 'It was asked that every reference be found inside the Bundle or Parameters.',
    },
    remedy: { id: 'Tambahkan resource itu, atau betulkan rujukan.', en: 'Add that resource, or correct the reference.' },
  },
  'reference-many-entries': {
    type: 'duplicate',
    title: { id: 'Rujukan cocok dengan beberapa entri', en: 'Several entries answer a reference' },
    says: { id: 'Sebuah rujukan di entri ini menemukan beberapa entri.', en: 'A reference in this entry finds several entries.' },
    meaning: {
      id: 'Di document dan message setiap rujukan menemukan paling banyak satu entri.',
      en: 'In documents and messages a reference finds one entry at most.',
    },
    remedy: { id: 'Beri setiap entri fullUrl sendiri.', en: 'Give each entry a fullUrl of its own.' },
  },
  'reference-near-entry': {
    type: 'not-found',
    title: { id: 'Rujukan dan fullUrl tidak cocok', en: 'Reference and fullUrl disagree' },
    says: {
      id: 'Sebuah rujukan di entri ini menyebut jenis dan id sebuah entri yang fullUrl-nya lain.',
      en: 'A reference in this entry names the type and id of an entry whose fullUrl is another.',
    },
    meaning: {
      id: 'Di document dan message rujukan dicari lewat fullUrl.',
      en: 'In documents and messages references are resolved by fullUrl.',
    },
    remedy: {
      id: 'Rujuk dengan fullUrl, atau samakan fullUrl dengan jenis dan id.',
      en: 'Refer by fullUrl, or make the fullUrl end with type and id.',
    },
  },
  'contained-id': {
    type: 'required',
    title: { id: 'contained tanpa id', en: 'Contained resource without id' },
    says: { id: 'Resource di dalam (contained) harus punya id.', en: 'A contained resource must have an id.' },
    meaning: { id: 'Tanpa id tidak ada yang dapat merujuknya.', en: 'Without an id nothing can refer to it.' },
    remedy: { id: 'Tambahkan id, lalu rujuk dengan #id.', en: 'Add an id, then refer to it as #id.' },
  },
  'contained-id-duplicate': {
    type: 'duplicate',
    title: { id: 'id contained ganda', en: 'Contained id twice' },
    says: { id: 'Dua resource contained punya id yang sama.', en: 'Two contained resources have the same id.' },
    meaning: { id: 'Rujukan #id harus menemukan tepat satu.', en: 'A reference #id must find exactly one.' },
    remedy: { id: 'Beri id yang berbeda.', en: 'Give them different ids.' },
  },
  'contained-orphan': {
    type: 'invariant',
    title: { id: 'contained tidak dirujuk', en: 'Contained resource not referred to' },
    says: {
      id: 'Resource contained ini tidak dirujuk dan tidak merujuk resource luarnya.',
      en: 'Nothing refers to this contained resource, and it does not refer to its container.',
    },
    meaning: {
      id: 'Aturan dom-3: contained hanya untuk yang dipakai oleh resource luarnya.',
      en: 'Rule dom-3: what is contained is used by its container.',
    },
    remedy: { id: 'Rujuk dengan #id, atau hapus dari contained.', en: 'Refer to it as #id, or remove it from contained.' },
  },
};
