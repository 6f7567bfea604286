import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with a Bundle beyond the definition of its elements. */
export const BUNDLE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'full-url-relative': {
    type: 'value',
    title: { id: 'fullUrl tidak lengkap', en: 'fullUrl not absolute' },
    says: { id: 'fullUrl harus alamat lengkap: http(s):// atau urn:.', en: 'A fullUrl must be absolute: http(s):// or urn:.' },
    meaning: {
      id: 'fullUrl adalah identitas resource di mana pun ia dibaca.',
      en: 'The fullUrl identifies the resource wherever it is read.',
    },
    remedy: {
      id: 'Tulis alamat server di depannya, atau pakai urn:uuid:.',
      en: 'Put the address of the server in front, or use a urn:uuid.',
    },
  },
  'full-url-other-id': {
    type: 'value',
    title: { id: 'fullUrl dan id tidak cocok', en: 'fullUrl and id disagree' },
    says: {
      id: 'fullUrl ini beralamat server, jadi harus berakhir dengan /{expected}.',
      en: 'This fullUrl is an address on a server, so it must end with /{expected}.',
    },
    meaning: {
      id: 'Alamat REST berakhir dengan jenis dan id resource di entri itu, tanpa versi.',
      en: 'A RESTful address ends with the type and id of the resource in the entry, without a version.',
    },
    remedy: {
      id: 'Samakan fullUrl dengan jenis dan id, atau pakai urn:uuid:.',
      en: 'Make the fullUrl end with type and id, or use a urn:uuid.',
    },
    severities: ['error', 'warning'],
  },
  'full-url-canonical': {
    type: 'value',
    title: { id: 'fullUrl sama dengan url kanonis', en: 'fullUrl is the canonical url' },
    says: {
      id: 'fullUrl tidak boleh sama dengan url kanonis, kecuali berakhir dengan id.',
      en: 'A fullUrl cannot be the canonical url unless it ends with the id.',
    },
    meaning: {
      id: 'url menamai definisi, fullUrl menamai resource di Bundle.',
      en: 'The url names the definition, the fullUrl the resource in the Bundle.',
    },
    remedy: { id: 'Ganti fullUrl, misalnya dengan urn:uuid:.', en: 'Change the fullUrl, for instance to a urn:uuid.' },
  },
  'bundle-link-page': {
    type: 'value',
    title: { id: 'Tautan halaman di Bundle tanpa halaman', en: 'Page link where there are no pages' },
    says: {
      id: 'Bundle jenis ini tidak punya halaman: yang datang link {came}.',
      en: 'A Bundle of this type has no pages, but a link {came} came.',
    },
    meaning: {
      id: 'first, previous, next dan last hanya untuk searchset dan history.',
      en: 'first, previous, next and last belong to search results and histories.',
    },
    remedy: { id: 'Hapus link itu.', en: 'Remove that link.' },
  },
  'bundle-link-duplicate': {
    type: 'duplicate',
    title: { id: 'Tautan ganda', en: 'Link twice' },
    says: { id: 'link {came} hanya boleh sekali.', en: 'The link {came} may stand only once.' },
    meaning: {
      id: 'self, first, previous, next dan last menunjuk satu alamat.',
      en: 'self, first, previous, next and last each name one address.',
    },
    remedy: { id: 'Sisakan satu.', en: 'Keep one.' },
  },
  'bundle-first': {
    type: 'structure',
    title: { id: 'Entri pertama salah', en: 'Wrong first entry' },
    says: { id: 'Entri pertama harus {expected}.', en: 'The first entry must be a {expected}.' },
    meaning: {
      id: 'document dimulai dengan Composition, message dengan MessageHeader.',
      en: 'A document begins with its Composition, a message with its MessageHeader.',
    },
    remedy: {
      id: 'Letakkan resource itu di entri pertama, atau ganti jenis Bundle.',
      en: 'Put that resource into the first entry, or change the type of the Bundle.',
    },
  },
  'document-missing': {
    type: 'not-found',
    title: { id: 'Yang dirujuk tidak ada di Bundle', en: 'Target not in the Bundle' },
    says: { id: 'Yang dirujuk di sini harus ada di dalam Bundle.', en: 'What is referred to here must be in the Bundle.' },
    meaning: {
      id: 'Sebuah document memuat semua yang dirujuk Composition-nya; sebuah message memuat focus-nya.',
      en: 'A document holds what its Composition refers to, a message its focus.',
    },
    remedy: {
      id: 'Tambahkan entri itu, atau betulkan rujukan atau fullUrl.',
      en: 'Add that entry, or correct the reference or the fullUrl.',
    },
  },
  'entry-backward': {
    type: 'incomplete',
    title: { id: 'Entri hanya merujuk ke belakang', en: 'Entry that only points back' },
    says: {
      id: 'Tidak ada yang merujuk entri ini; ia sendiri merujuk entri lain.',
      en: 'Nothing refers to this entry; it only refers to others.',
    },
    meaning: {
      id: 'Isi document dicapai dari Composition-nya; kebalikannya hanya lazim untuk Provenance.',
      en: 'What is in a document is reached from its Composition; the other way is usual for Provenance only.',
    },
    remedy: { id: 'Rujuk entri ini dari Composition.', en: 'Refer to this entry from the Composition.' },
    severities: ['warning'],
  },
  'entry-orphan': {
    type: 'incomplete',
    title: { id: 'Entri tidak terhubung', en: 'Entry not linked' },
    says: { id: 'Entri ini tidak dicapai dari entri pertama.', en: 'This entry is not reached from the first entry.' },
    meaning: {
      id: 'Setiap isi document dicapai dari Composition; dalam message ini hanya peringatan.',
      en: 'Everything in a document is reached from its Composition; in a message this is a warning only.',
    },
    remedy: { id: 'Rujuk entri ini, atau keluarkan dari Bundle.', en: 'Refer to this entry, or take it out of the Bundle.' },
    severities: ['error', 'warning'],
  },
  'search-self': {
    type: 'incomplete',
    title: { id: 'Tanpa link self', en: 'No self link' },
    says: { id: 'Hasil pencarian sebaiknya punya link self.', en: 'A search result should have a self link.' },
    meaning: { id: 'link self berkata apa yang dicari.', en: 'The self link says what was searched for.' },
    remedy: { id: 'Tambahkan link self.', en: 'Add a self link.' },
    severities: ['warning'],
  },
  'search-entry-empty': {
    type: 'required',
    title: { id: 'Entri pencarian kosong', en: 'Search entry without resource' },
    says: { id: 'Entri hasil pencarian harus berisi resource.', en: 'An entry of a search result must hold a resource.' },
    meaning: { id: 'Setiap hasil pencarian adalah sebuah resource.', en: 'Every search result is a resource.' },
    remedy: { id: 'Isi resource, atau hapus entri.', en: 'Add the resource, or remove the entry.' },
  },
  'search-mode': {
    type: 'incomplete',
    title: { id: 'search.mode tidak ada', en: 'No search.mode' },
    says: { id: 'search.mode sebaiknya ada.', en: 'search.mode should be there.' },
    meaning: {
      id: 'Tanpa itu tidak jelas mana yang ditemukan dan mana yang disertakan.',
      en: 'Without it nobody can tell what matched from what was included.',
    },
    remedy: { id: 'Tambahkan search.mode: match, include atau outcome.', en: 'Add search.mode: match, include or outcome.' },
    severities: ['warning'],
  },
  'search-outcome': {
    type: 'value',
    title: { id: 'outcome bukan OperationOutcome', en: 'Outcome of another type' },
    says: {
      id: 'Entri dengan mode outcome harus OperationOutcome: yang datang {came}.',
      en: 'An entry of mode outcome must be an OperationOutcome, but {came} came.',
    },
    meaning: { id: 'outcome memuat pesan tentang pencarian.', en: 'An outcome carries messages about the search.' },
    remedy: { id: 'Betulkan search.mode.', en: 'Correct search.mode.' },
  },
  'search-id': {
    type: 'required',
    title: { id: 'Hasil tanpa id', en: 'Result without id' },
    says: { id: 'Resource hasil pencarian harus punya id.', en: 'A resource found by a search must have an id.' },
    meaning: { id: 'Yang ditemukan tersimpan di server, jadi punya id.', en: 'What was found is stored on a server, so it has an id.' },
    remedy: { id: 'Tambahkan id.', en: 'Add the id.' },
  },
  'search-match-type': {
    type: 'value',
    title: { id: 'Hasil jenis lain', en: 'Result of another type' },
    says: { id: 'Yang dicari {expected}, tetapi yang datang {came}.', en: '{expected} was searched for, but {came} came.' },
    meaning: {
      id: 'Entri dengan mode match adalah jenis yang dicari link self.',
      en: 'An entry of mode match is of the type the self link searches.',
    },
    remedy: { id: 'Betulkan search.mode atau link self.', en: 'Correct search.mode or the self link.' },
  },
};
