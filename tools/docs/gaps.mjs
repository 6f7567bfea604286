// The page of everything in programme/elements that no code of SATUSEHAT says yet, from the tables themselves.
import { loadBuilt, loadProgramme, row } from './programme.mjs';

/** What the page says now. */
export async function toGapPage(root) {
  const [{ elements }, { listGaps }] = await Promise.all([loadProgramme(root), loadBuilt(root, 'map/list-gaps.js')]);
  const gaps = listGaps(elements, 'satusehat');
  const local = gaps.filter(({ reason }) => reason !== undefined);
  const words = gaps.filter((gap) => gap.words !== undefined);
  const text = [
    '# Yang belum dapat dikatakan kepada SATUSEHAT / What SATUSEHAT cannot be told yet',
    `Dari ${elements.elements.size} elemen, ${local.length} tetap lokal; alasannya di bawah. Tidak ada kode yang dikarang: yang tidak bersumber tidak dikirim. Halaman ini dibuat oleh \`npm run docs\` dari \`programme/elements\`.`,
    `_Of ${elements.elements.size} elements ${local.length} stay local, for the reasons below. No code is invented: what has no source is not sent. This page is made by \`npm run docs\` from \`programme/elements\`._`,
    '## Elemen / Elements',
    [
      row('Elemen', 'Nama', 'Alasan tetap lokal'),
      row('---', '---', '---'),
      ...local.map((gap) => row(`\`${gap.key}\``, gap.title, gap.reason)),
    ].join('\n'),
    '## Kata tanpa kode / Words without a code',
    'Elemennya dikirim; kata ini pergi sebagai teks, atau tetap lokal bila butir kuesionernya hanya menerima kode (`kpsp`, deteksi dini). / _The element is sent; these words go as text, or stay local where the item of a questionnaire takes codes only._',
    [
      row('Elemen', 'Nama', 'Kata'),
      row('---', '---', '---'),
      ...words.map((gap) => row(`\`${gap.key}\``, gap.title, gap.words.map((word) => `\`${word}\``).join(', '))),
    ].join('\n'),
  ];
  return { path: 'docs/gaps.md', text: text.join('\n\n').concat('\n') };
}
