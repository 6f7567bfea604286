// Writes docs/errors, one page a code and an index, and the code system of the codes from the catalogues in src, and docs/coverage.md,
// docs/elements.md, docs/gaps.md and docs/satusehat-rules.md from the programme: `npm run docs`.
// `node tools/docs.mjs --check` writes nothing and fails on a difference. Reads what `npm run build` made.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toCoveragePage } from './docs/coverage.mjs';
import { toElementPage } from './docs/elements.mjs';
import { toGapPage } from './docs/gaps.mjs';
import { toIssueCodes } from './docs/issue-codes.mjs';
import { checkPage, writePage } from './docs/programme.mjs';
import { toSatusehatRulesPage } from './docs/satusehat-rules.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = 'docs/errors';
/** The pages made from the programme. */
const pagesOfProgramme = [toCoveragePage, toElementPage, toGapPage, toSatusehatRulesPage];
const built = {
  catalogue: 'dist/report/catalogue/error-catalogue.js',
  families: 'dist/report/catalogue/families.js',
  satusehat: 'dist/platforms/satusehat/holds/hold-reasons.js',
};

const severityWords = {
  fatal: { id: 'galat fatal: semuanya ditolak', en: 'everything is refused' },
  error: { id: 'galat: yang bersangkutan ditahan', en: 'what it concerns is held back' },
  warning: { id: 'peringatan: diterima, perlu diperiksa', en: 'accepted, to be looked at' },
  information: { id: 'catatan: diterima', en: 'accepted' },
};
const standingWords = {
  reason: 'tidak ada; ini alasan, bukan temuan / none; this is a reason, not a finding',
  reserved: 'belum ada yang memunculkannya / nothing raises it yet',
};

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const missing = Object.values(built).filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) {
    return fail(
      `${missing.join(', ')} belum ada; jalankan npm run build lebih dulu, lalu ulangi. / There is no ${missing.join(', ')}; run npm run build first and try again.`,
    );
  }
  const { files, pages } = await generate();
  return args.includes('--check') ? compare(files, pages) : write(files, pages);
}

/** Every page by its file name, and what the pages are made from. */
async function generate() {
  const [{ listErrorPages }, { families }, { holdReasons }] = await Promise.all(
    Object.values(built).map((file) => import(pathToFileURL(join(root, file)).href)),
  );
  const pages = listErrorPages(holdReasons);
  const files = new Map(pages.map((page) => [`${page.code}.md`, toPage(page, families[page.family])]));
  return { files: files.set('README.md', toIndex(pages, families)), pages };
}

function toPage(page, family) {
  const seen = page.seen ?? page.title;
  return [
    `# ${page.code}`,
    `${escape(page.title.id)}\\\n_${escape(page.title.en)}_`,
    toTable(
      ['', 'Bahasa Indonesia', 'English'],
      [
        ['Yang terlihat / Seen', seen.id, seen.en],
        ['Artinya bagi data / Meaning', page.meaning.id, page.meaning.en],
        ['Yang perlu dilakukan / What to do', page.remedy.id, page.remedy.en],
      ],
    ),
    ...(page.numbers === undefined ? [] : [toNumbers(page.numbers)]),
    `- Kegawatan / Severity: ${toSeverity(page)}\n- Asal / Comes from: ${family.origin.id} / ${family.origin.en}`,
    ...toExample(page.code),
    '[Semua kode / All codes](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

/** The example of a validator's code, as docs/code-examples has it and a test runs it. */
function toExample(code) {
  const file = join(root, 'docs', 'code-examples', `${code}.json`);
  if (!existsSync(file)) return [];
  const { made, defect, sound, definitions, profiles, options, text } = JSON.parse(readFileSync(file, 'utf8'));
  if (made !== undefined) return [`## Contoh / Example\n\n${escape(made.id)}\\\n_${escape(made.en)}_`];
  const block = (value) => ['```json', text === true ? value : JSON.stringify(value, undefined, 2), '```'].join('\n');
  return [
    '## Contoh / Example',
    `Dengan temuan ini / with this finding:\n\n${block(defect)}`,
    `Tanpa temuan ini / without it:\n\n${block(sound)}`,
    ...(profiles === undefined ? [] : [`Profil / profile: ${profiles.map((url) => `\`${url}\``).join(', ')}`]),
    ...(options === undefined ? [] : [`Pilihan / options: \`${JSON.stringify(options)}\``]),
    ...(definitions === undefined
      ? []
      : [
          `Definisi yang dipakai / definitions used:\n\n${definitions.map((each) => `\`\`\`json\n${JSON.stringify(each, undefined, 2)}\n\`\`\``).join('\n\n')}`,
        ]),
  ];
}

function toNumbers(numbers) {
  const rows = numbers.map(({ number, says }) => [number, says.id, says.en]);
  return toTable(['Nomor / Number', 'Bahasa Indonesia', 'English'], rows);
}

function toSeverity({ severities, standing }) {
  if (severities.length === 0) return standingWords[standing];
  return severities.map((severity) => `\`${severity}\` (${severityWords[severity].id} / ${severityWords[severity].en})`).join(', ');
}

function toIndex(pages, families) {
  const sections = Object.entries(families).map(([name, family]) => {
    const rows = pages
      .filter((page) => page.family === name)
      .map(({ code, title, severities }) => [`[\`${code}\`](${code}.md)`, title.id, title.en, severities.join(', ')]);
    const table = toTable(['Kode / Code', 'Bahasa Indonesia', 'English', 'Kegawatan / Severity'], rows);
    return `## ${family.title.id} / ${family.title.en}\n\n${table}`;
  });
  return ['# Kode temuan dan alasan / Codes of findings and reasons', introduction(pages.length), ...sections].join('\n\n').concat('\n');
}

function introduction(count) {
  return [
    `Setiap kode yang diberikan Titian mempunyai satu halaman: apa yang terlihat, apa artinya bagi data, dan apa yang perlu dilakukan. Ada ${count} halaman, dibuat oleh \`npm run docs\` dari katalog di \`src\`; jangan disunting tangan. Kode \`satusehat-\` yang diikuti angka dijelaskan pada [satusehat-nomor](satusehat-nomor.md), kode \`fhir-server-\` yang diikuti angka pada [fhir-server-nomor](fhir-server-nomor.md).`,
    `_Every code Titian gives has one page: what was seen, what it means for the data, what to do. There are ${count} pages, made by \`npm run docs\` from the catalogues in \`src\`; do not edit them by hand. Codes of \`satusehat-\` and a number are explained at [satusehat-nomor](satusehat-nomor.md), those of \`fhir-server-\` and a number at [fhir-server-nomor](fhir-server-nomor.md)._`,
  ].join('\n\n');
}

function toTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const body = rows.map((cells) => line(cells.map((cell) => (cell.startsWith('[`') ? cell : escape(cell)))));
  return [line(head), line(head.map(() => '---')), ...body].join('\n');
}

/** What Markdown would take for a mark of its own stays what it is, but for code between backticks. */
function escape(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 === 1 ? part.replaceAll('|', '\\|') : part.replace(/[\\|*_<>[\]]/g, '\\$&')))
    .join('');
}

async function write(files, pages) {
  for (const toPageOf of pagesOfProgramme) writePage(root, await toPageOf(root));
  writePage(root, toIssueCodes(root, pages));
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(root, folder, name), text);
  console.log(`${files.size} berkas ditulis / files written: ${folder}`);
  return 0;
}

async function compare(files, pages) {
  const present = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const faults = [
    ...[...files.keys()].filter((name) => !present.includes(name)).map((name) => `belum ada / missing: ${folder}/${name}`),
    ...present.filter((name) => !files.has(name)).map((name) => `tidak lagi dibuat / no longer generated: ${folder}/${name}`),
    ...present
      .filter((name) => files.has(name) && readFileSync(join(root, folder, name), 'utf8') !== files.get(name))
      .map((name) => `berbeda / differs: ${folder}/${name}`),
    ...(await Promise.all(pagesOfProgramme.map((toPageOf) => toPageOf(root)))).flatMap((page) => checkPage(root, page)),
    ...checkPage(root, toIssueCodes(root, pages)),
  ];
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : fail('Halaman kode tidak mutakhir / The pages are not up to date: npm run docs.');
}

function fail(message) {
  console.error(message);
  return 1;
}
