// The page of SATUSEHAT's rules: each with how it is carried out, on what evidence, and how many of them are; from programme/satusehat/aturan.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { row } from './programme.mjs';

const ways = {
  jenis: 'menurut jenisnya / by kind',
  tangan: 'fungsi sendiri / by hand',
  tidak: 'tidak / not',
};

/** What the page says now. */
export function toSatusehatRulesPage(root) {
  const { aturan, sumber } = JSON.parse(readFileSync(join(root, 'programme/satusehat/aturan.json'), 'utf8'));
  const parts = [
    '# Aturan SATUSEHAT / Rules of SATUSEHAT',
    `${toSentence(aturan)}\n\n_${toEnglish(aturan)}_`,
    `Sumber / source: ${sumber}`,
    'Aturan dengan bukti `tercatat` menahan pesan sebelum dikirim (`aturan-satusehat`), kecuali perkara yang pernah dijawab 200; aturan dengan bukti `kamus` hanya diingatkan dan dicatat bersama kiriman. Simulator menolak keduanya. Halaman ini dibuat oleh `npm run docs`; jangan disunting tangan.',
    '_A rule with a recorded refusal holds a message before it leaves, but for what was once answered 200; one of the dictionary alone is remarked and kept with the attempt. The simulator refuses by both. This page is made by `npm run docs`; do not edit it by hand._',
    toReasons(aturan),
    toTable(aturan),
  ];
  return { path: 'docs/satusehat-rules.md', text: parts.join('\n\n').concat('\n') };
}

function toCounts(rules) {
  const of = (way) => rules.filter(({ cara }) => cara === way).length;
  return {
    all: rules.length,
    kind: of('jenis'),
    hand: of('tangan'),
    not: of('tidak'),
    recorded: rules.filter(({ bukti }) => bukti === 'tercatat').length,
  };
}

function toSentence(rules) {
  const { all, kind, hand, not, recorded } = toCounts(rules);
  return `Dari ${all} aturan, ${kind} dijalankan menurut jenisnya, ${hand} dengan fungsi sendiri, dan ${not} tidak dijalankan (alasannya di bawah). Untuk ${recorded} aturan ada penolakan yang terekam.`;
}

function toEnglish(rules) {
  const { all, kind, hand, not, recorded } = toCounts(rules);
  return `Of ${all} rules ${kind} are carried out by their kind, ${hand} by hand, and ${not} are not (for the reasons below). Of ${recorded} a refusal was recorded.`;
}

/** Why rules are not carried out, the most frequent reason first. */
function toReasons(rules) {
  const counts = new Map();
  for (const { alasan } of rules) if (alasan !== undefined) counts.set(alasan, (counts.get(alasan) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => row(String(count), escape(reason)));
  return ['## Yang tidak dijalankan / Not carried out', [row('Aturan', 'Alasan'), row('---', '---'), ...rows].join('\n')].join('\n\n');
}

function toTable(rules) {
  const head = row('Nomor', 'Alamat / Path', 'Jenis / Kind', 'Dijalankan / Carried out', 'Bukti / Evidence', 'Revisi', 'Catatan / Notes');
  const rows = rules.map((rule) =>
    row(
      String(rule.nomor),
      rule.jalur === null ? '-' : `\`${rule.jalur}\``,
      rule.jenis.join(', '),
      ways[rule.cara],
      toEvidence(rule),
      rule.revisi ?? '-',
      escape(toNotes(rule)),
    ),
  );
  return ['## Semua aturan / All rules', [head, row(...Array(7).fill('---')), ...rows].join('\n')].join('\n\n');
}

function toEvidence({ bukti, tercatatPada }) {
  return tercatatPada === undefined ? bukti : `${bukti}: ${escape(tercatatPada)}`;
}

function toNotes({ alasan, catatan, tambahan = [], tujuanTambahan, sengketa = [] }) {
  const widened = tambahan.map(({ sistem, dijawab200 }) => `${sistem}: ${dijawab200}`);
  const led = tujuanTambahan === undefined ? [] : [`${tujuanTambahan.jenis.join(', ')}: ${tujuanTambahan.dijawab200}`];
  const disputed = sengketa.map(({ perkara, dijawab200 }) => `sengketa ${perkara}: ${dijawab200}`);
  return [alasan, catatan, ...widened, ...led, ...disputed].filter((each) => each !== undefined).join('; ');
}

function escape(text) {
  return text.replace(/[\\|*_<>[\]]/g, '\\$&');
}
