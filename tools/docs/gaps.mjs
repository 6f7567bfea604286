// The page of everything in programme/elements that no code of SATUSEHAT says yet, from the tables themselves.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const page = 'docs/gaps.md';

/** What the page says now. Reads what `npm run build` made. */
export async function toGapPage(root) {
  const load = (file) => import(pathToFileURL(join(root, 'dist', file)).href);
  const [{ readProgrammeFiles }, { compileProgramme }, { listGaps }] = await Promise.all(
    ['ingest/programme-files.js', 'map/compile-programme.js', 'map/list-gaps.js'].map(load),
  );
  const compiled = compileProgramme(await readProgrammeFiles(root));
  if (!compiled.ok) throw new Error(compiled.issues.map(({ text }) => text).join('\n'));
  const { elements } = compiled.value;
  const gaps = listGaps(elements, 'satusehat');
  const local = gaps.filter(({ reason }) => reason !== undefined);
  const words = gaps.filter((gap) => gap.words !== undefined);
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  return [
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
  ]
    .join('\n\n')
    .concat('\n');
}

export async function writeGapPage(root) {
  writeFileSync(join(root, page), await toGapPage(root));
}

/** The fault of the page as it lies there; none when it is up to date. */
export async function checkGapPage(root) {
  const path = join(root, page);
  const same = existsSync(path) && readFileSync(path, 'utf8') === (await toGapPage(root));
  return same ? [] : [`berbeda / differs: ${page}`];
}
