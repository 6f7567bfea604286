import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with a narrative, or with the ids of elements. */
export const NARRATIVE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'xhtml-malformed': {
    type: 'structure',
    title: { id: 'Narasi bukan XHTML', en: 'Narrative is not XHTML' },
    says: { id: 'div bukan XHTML yang utuh.', en: 'The div is not well-formed XHTML.' },
    meaning: {
      id: 'Setiap tag dibuka dan ditutup dengan urut, atribut dalam tanda kutip, dan satu div membungkus semuanya.',
      en: 'Every tag is opened and closed in order, attributes are quoted, and one div surrounds it all.',
    },
    remedy: { id: 'Tutup semua tag; tulis &lt; dan &amp; untuk tanda < dan &.', en: 'Close all tags; write &lt; and &amp; for < and &.' },
  },
  'xhtml-entity': {
    type: 'structure',
    title: { id: 'Tanda & salah', en: 'Wrong character reference' },
    says: {
      id: '& hanya boleh untuk &amp; &lt; &gt; &quot; &apos; atau angka seperti &#160;.',
      en: '& stands only in &amp; &lt; &gt; &quot; &apos; or a number such as &#160;.',
    },
    meaning: { id: 'Nama HTML seperti &nbsp; tidak dikenal XML.', en: 'XML does not know the names of HTML such as &nbsp;.' },
    remedy: { id: 'Ganti &nbsp; dengan &#160;, dan & dengan &amp;.', en: 'Replace &nbsp; by &#160; and & by &amp;.' },
  },
  'xhtml-root': {
    type: 'structure',
    title: { id: 'Narasi tidak dimulai dengan div', en: 'Narrative without a div' },
    says: { id: 'Narasi harus dibungkus satu div.', en: 'A narrative must be wrapped in one div.' },
    meaning: {
      id: 'Narasi memakai XHTML sederhana: tanpa skrip, tanpa isian, tanpa gaya luar.',
      en: 'A narrative is simple XHTML: no scripts, no forms, no foreign styles.',
    },
    remedy: {
      id: 'Bungkus isinya dengan <div xmlns="http://www.w3.org/1999/xhtml">.',
      en: 'Wrap the content in <div xmlns="http://www.w3.org/1999/xhtml">.',
    },
  },
  'xhtml-namespace': {
    type: 'structure',
    title: { id: 'Namespace narasi salah', en: 'Wrong namespace of the narrative' },
    says: { id: 'xmlns harus http://www.w3.org/1999/xhtml.', en: 'xmlns must be http://www.w3.org/1999/xhtml.' },
    meaning: { id: 'div narasi menyebut namespace XHTML.', en: 'The div of a narrative names the XHTML namespace.' },
    remedy: { id: 'Tulis <div xmlns="http://www.w3.org/1999/xhtml">.', en: 'Write <div xmlns="http://www.w3.org/1999/xhtml">.' },
  },
  'xhtml-element': {
    type: 'security',
    title: { id: 'Tag tidak boleh dalam narasi', en: 'Element not allowed in a narrative' },
    says: { id: 'Tag {came} tidak boleh dalam narasi.', en: 'The element {came} is not allowed in a narrative.' },
    meaning: {
      id: 'Narasi memakai XHTML sederhana: tanpa skrip, tanpa isian, tanpa gaya luar.',
      en: 'A narrative is simple XHTML: no scripts, no forms, no foreign styles.',
    },
    remedy: { id: 'Hapus tag itu, sisakan teksnya.', en: 'Remove the element and keep its text.' },
  },
  'xhtml-attribute': {
    type: 'security',
    title: { id: 'Atribut tidak boleh dalam narasi', en: 'Attribute not allowed in a narrative' },
    says: { id: 'Atribut {came} tidak boleh di sini.', en: 'The attribute {came} is not allowed here.' },
    meaning: {
      id: 'Narasi memakai XHTML sederhana: tanpa skrip, tanpa isian, tanpa gaya luar.',
      en: 'A narrative is simple XHTML: no scripts, no forms, no foreign styles.',
    },
    remedy: { id: 'Hapus atribut itu.', en: 'Remove the attribute.' },
  },
  'xhtml-in-paragraph': {
    type: 'structure',
    title: { id: 'Blok di dalam paragraf', en: 'Block inside a paragraph' },
    says: { id: 'Tag {came} tidak boleh di dalam p.', en: 'The element {came} cannot stand inside a p.' },
    meaning: { id: 'Paragraf hanya berisi teks dan tag di dalam baris.', en: 'A paragraph holds text and inline elements only.' },
    remedy: { id: 'Tutup p lebih dulu.', en: 'Close the p before it.' },
  },
  'xhtml-empty': {
    type: 'invariant',
    title: { id: 'Narasi kosong', en: 'Empty narrative' },
    says: { id: 'Narasi harus berisi teks atau gambar.', en: 'A narrative must hold some text or an image.' },
    meaning: { id: 'Aturan txt-2.', en: 'Rule txt-2.' },
    remedy: { id: 'Isi narasi, atau hapus text.', en: 'Fill the narrative, or remove text.' },
  },
  'xhtml-link-empty': {
    type: 'value',
    title: { id: 'Tautan kosong', en: 'Empty link' },
    says: { id: 'href tidak boleh kosong.', en: 'An href cannot be empty.' },
    meaning: { id: 'Tautan tanpa alamat tidak ke mana-mana.', en: 'A link without an address leads nowhere.' },
    remedy: { id: 'Isi href, atau hapus tag a.', en: 'Fill the href, or remove the a.' },
  },
  'xhtml-link-active': {
    type: 'security',
    title: { id: 'Tautan menjalankan kode', en: 'Link runs code' },
    says: { id: 'Tautan javascript: dan vbscript: dilarang.', en: 'Links to javascript: and vbscript: are forbidden.' },
    meaning: {
      id: 'Narasi tidak boleh menjalankan apa pun di layar pembaca.',
      en: 'A narrative must not run anything on the screen of its reader.',
    },
    remedy: { id: 'Hapus tautan itu.', en: 'Remove the link.' },
  },
  'xhtml-link-scheme': {
    type: 'value',
    title: { id: 'Bukan alamat tautan', en: 'Not an address to follow' },
    says: { id: 'urn: dan cid: tidak dapat dibuka sebagai tautan.', en: 'urn: and cid: cannot be followed as a link.' },
    meaning: { id: 'href adalah alamat yang dapat dibuka.', en: 'An href is an address that can be opened.' },
    remedy: { id: 'Tautkan alamat http(s), atau tulis sebagai teks.', en: 'Link to an http(s) address, or write it as text.' },
  },
  'xhtml-link-characters': {
    type: 'value',
    title: { id: 'Alamat tautan salah', en: 'Malformed address' },
    says: {
      id: 'Alamat berisi tanda yang tidak boleh, atau data: yang rusak.',
      en: 'The address has characters it cannot have, or broken data.',
    },
    meaning: {
      id: 'Spasi dan tanda kutip ditulis dengan %; data: berisi jenis dan base64.',
      en: 'Blanks and quotes are written with %; data: holds a type and base64.',
    },
    remedy: { id: 'Betulkan alamat.', en: 'Correct the address.' },
  },
  'xhtml-link-missing': {
    type: 'not-found',
    title: { id: 'Tautan # tidak ditemukan', en: 'Link with # finds nothing' },
    says: { id: 'Sebuah tautan # dalam narasi tidak menunjuk apa pun.', en: 'A # link of the narrative points at nothing.' },
    meaning: {
      id: '#nama mencari id elemen atau name di resource ini atau di Bundle-nya.',
      en: '#name looks for the id of an element, or a name, in this resource or its Bundle.',
    },
    remedy: { id: 'Betulkan nama, atau tambahkan id itu.', en: 'Correct the name, or add that id.' },
  },
  'element-id-duplicate': {
    type: 'duplicate',
    title: { id: 'id elemen ganda', en: 'Element id twice' },
    says: { id: 'id elemen ini sudah dipakai di resource yang sama.', en: 'This element id is used already in the same resource.' },
    meaning: { id: 'id elemen unik di dalam resource.', en: 'Element ids are unique within a resource.' },
    remedy: { id: 'Ganti atau hapus id itu.', en: 'Change or remove the id.' },
  },
  'xhtml-id-duplicate': {
    type: 'duplicate',
    title: { id: 'id narasi ganda', en: 'Id twice in a narrative' },
    says: { id: 'id atau name yang sama dipakai dua kali.', en: 'The same id or name is used twice.' },
    meaning: { id: 'Tautan # harus menemukan tepat satu tempat.', en: 'A # link must find exactly one place.' },
    remedy: { id: 'Beri nama yang berbeda.', en: 'Give them different names.' },
    severities: ['warning'],
  },
};
