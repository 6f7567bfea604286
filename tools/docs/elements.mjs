// The page of every word that a column of a source may mean, from the tables of the programme and the closed lists of the readers.
import { loadBuilt, loadProgramme, row } from './programme.mjs';

const shapeWords = {
  quantity: 'angka',
  coded: 'kode',
  boolean: 'ya/tidak',
  text: 'teks',
  date: 'tanggal',
  answer: 'jawaban kuesioner',
  condition: 'kondisi',
  procedure: 'tindakan',
  immunization: 'imunisasi',
  medication: 'obat',
  'lab-result': 'hasil laboratorium',
  referral: 'rujukan',
};

/** What the page says now. */
export async function toElementPage(root) {
  const [{ elements }, { rowTargets }, { conversions }, { factConversions }] = await Promise.all([
    loadProgramme(root),
    loadBuilt(root, 'map/tables/compile-part.js'),
    loadBuilt(root, 'map/conversions/conversions.js'),
    loadBuilt(root, 'map/conversions/fact-conversions.js'),
  ]);
  const list = (words) => words.map((word) => `\`${word}\``).join(', ');
  const sorted = [...elements.elements.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  const text = [
    '# Kata yang dapat dimaksud sebuah kolom / What a column may mean',
    'Untuk `is:` di `columns.yaml`. Halaman ini dibuat oleh `npm run docs` dari `programme/elements`. / _For `is:` in `columns.yaml`; made by `npm run docs`._',
    '## Orang dan kunjungan / Person and visit',
    `${list(rowTargets)}, \`person.address.NAMA\`, \`reported.NAMA\`.`,
    '## Konversi / Conversions',
    `Untuk \`convert:\`. Satu isi: ${list([...conversions.keys()].sort())}. Beberapa isi sekaligus, tanpa \`is\`: ${[...factConversions]
      .map(([name, { targets }]) => `\`${name}\` (${list(targets)})`)
      .join(', ')}. Tanpa \`convert\` dipakai yang lazim bagi elemennya.`,
    `## Elemen / Elements (${sorted.length})`,
    [
      row('Elemen', 'Nama', 'Bentuk', 'Satuan atau kode', 'Kerahasiaan', 'SATUSEHAT'),
      row('---', '---', '---', '---', '---', '---'),
      ...sorted.map(toRow),
    ].join('\n'),
  ];
  return { path: 'docs/elements.md', text: text.join('\n\n').concat('\n') };
}

function toRow({ key, title, shape, repeats, unit, codes, list, kerahasiaan, kirim }) {
  const means = unit?.ucum ?? (codes ?? []).map((code) => `\`${code}\``).join(' ');
  const words = list === undefined || codes === undefined ? means : `${means} (kata: \`${list}\`)`;
  return row(
    `\`${key}\``,
    title,
    `${shapeWords[shape]}${repeats ? ', berulang' : ''}`,
    words,
    kerahasiaan,
    kirim.satusehat === true ? 'dikirim' : 'lokal',
  );
}
