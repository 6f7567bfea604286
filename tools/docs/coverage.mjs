// The page of everything that the published requests code and local forms ask for mother and child: our mapping, or why not.
// From programme/cakupan, whose claims test/map/coverage.test.ts proves, and the elements as they are compiled.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findReason, roles, toClaims, toDestination, toMapping, toOwner, toTable, toWhy } from './coverage-cells.mjs';
import { loadBuilt, loadProgramme } from './programme.mjs';

const path = 'docs/coverage.md';
const order = [
  'antenatal',
  'nifas',
  'neonatus',
  'imunisasi',
  'tumbuh-kembang',
  'kerangka',
  'identitas',
  'kunjungan-rumah',
  'rekap-posyandu',
];
/** What the page says now. */
export async function toCoveragePage(root) {
  const [{ elements }, { sentFacts }] = await Promise.all([
    loadProgramme(root),
    loadBuilt(root, 'platforms/satusehat/visit/sent-types.js'),
  ]);
  const known = { elements: elements.elements, sentFacts };
  const pages = readPages(root);
  const parts = [
    '# Cakupan ibu dan anak / Coverage of mother and child',
    'Setiap unsur berkode pada contoh kiriman resmi dan setiap isian formulir setempat: elemen kita dan ke mana perginya, atau alasan mengapa tidak. Yang dinyatakan sebagai milik kita dibuktikan oleh `test/map/coverage.test.ts` pada sumber FHIR yang benar-benar dibuat. Halaman ini dibuat oleh `npm run docs` dari `programme/cakupan`; jangan disunting tangan.',
    '_Every coded element of the published requests and every item of local forms: our element and where it goes, or why not. What is claimed as ours is proved by `test/map/coverage.test.ts` on the FHIR that is really made. This page is made by `npm run docs` from `programme/cakupan`; do not edit it by hand._',
    toCounts(pages),
    toLegend(sentFacts),
    ...pages.map((each) => toSection(each, known)),
  ];
  return { path, text: parts.join('\n\n').concat('\n') };
}

function readPages(root) {
  const folder = join(root, 'programme/cakupan');
  const names = readdirSync(folder).map((name) => name.replace(/\.yaml$/, ''));
  const unknown = names.filter((name) => !order.includes(name));
  if (unknown.length > 0) throw new Error(`programme/cakupan/${unknown.join(', ')}: not in the order of ${path}`);
  return order.map((name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')));
}

/** How many coded elements are ours, and what became of the others; how many items of forms are mapped. */
function toCounts(pages) {
  const rows = pages.map(({ judul, terkode = [], lokal }) => {
    const codes = terkode.flatMap(listOutcomes);
    const of = (outcome) => codes.filter((each) => each === outcome).length;
    const mapped = lokal.filter((item) => ['element', 'identitas', 'hitung'].some((word) => word in item)).length;
    const coded =
      codes.length === 0 ? ['-', '-', '-', '-', '-'] : [codes.length, of('milik kita'), of('tidak-dicatat'), of('setempat'), of('keliru')];
    return { judul, coded, local: [lokal.length, mapped, lokal.length - mapped] };
  });
  const sum = (pick) =>
    rows.reduce(
      (total, row) => total.map((each, at) => each + (Number(pick(row)[at]) || 0)),
      pick(rows[0]).map(() => 0),
    );
  const lines = [...rows, { judul: '**Semua**', coded: sum(({ coded }) => coded), local: sum(({ local }) => local) }];
  return toTable(
    [
      'Pokok',
      'Unsur berkode',
      'milik kita',
      'tidak dicatat setempat',
      'tinggal setempat',
      'keliru',
      'Isian formulir',
      'dipetakan',
      'tidak',
    ],
    lines.map(({ judul, coded, local }) => [judul, ...coded, ...local]),
  );
}

/** One outcome a code. */
function listOutcomes(item) {
  const codes = Object.keys(roles).flatMap((role) => item[role] ?? []);
  const own = 'element' in item || 'dibuat' in item ? 'milik kita' : findReason(item);
  return [...codes.map(() => own), ...(item.lain ?? []).map(findReason)];
}

function toLegend(sentFacts) {
  return [
    `- **SATUSEHAT**: ada di Bundle ILP dan dikirim (${sentFacts.join(', ')}). _In the ILP Bundle, and sent._`,
    '- **Bundle ILP**: ada di Bundle ILP; pengiriman jenis sumber ini ke SATUSEHAT belum ada. _In the ILP Bundle; this type is not sent to SATUSEHAT yet._',
    '- **setempat**: disimpan, tidak dikirim; alasannya di [gaps.md](gaps.md). _Kept, not sent; reasons in gaps.md._',
    '- **tidak dicatat setempat**: tidak ada pada format lokal yang dikenal. **tinggal setempat**: dicatat dan disimpan, sengaja tidak dikirim. **keliru**: salah pada contohnya sendiri.',
  ].join('\n');
}

function toSection({ judul, terkode = [], lokal }, known) {
  const parts = [`## ${judul}`];
  const ours = terkode.filter((item) => 'element' in item || 'dibuat' in item);
  const others = terkode.flatMap(listOthers);
  if (ours.length > 0) {
    const rows = ours.map((item) => [item.butir, toOwner(item), toClaims(item), toDestination(item, known), item.citation]);
    parts.push(
      '### Unsur berkode milik kita / Coded elements that are ours',
      toTable(['Butir', 'Elemen', 'Kode', 'Ke mana', 'Sumber'], rows),
    );
  }
  if (others.length > 0)
    parts.push(
      '### Unsur berkode yang bukan / Coded elements that are not',
      toTable(['Butir', 'Kode', 'Mengapa', 'Alasan', 'Sumber'], others),
    );
  if (lokal.length > 0) {
    const rows = lokal.map((item) => [item.isian, ...toMapping(item, known), item.citation]);
    parts.push(
      '### Isian formulir setempat / Items of local forms',
      toTable(['Isian', 'Menjadi', 'Ke mana atau mengapa tidak', 'Sumber'], rows),
    );
  }
  return parts.join('\n\n');
}

function listOthers(item) {
  const left = (item.lain ?? []).map((other) => [item.butir, toClaims(toLists(other)), ...toWhy(other), item.citation]);
  return 'element' in item || 'dibuat' in item ? left : [[item.butir, toClaims(item), ...toWhy(item), item.citation]];
}

function toLists(other) {
  return Object.fromEntries(Object.keys(roles).flatMap((role) => (role in other ? [[role, [other[role]]]] : [])));
}
