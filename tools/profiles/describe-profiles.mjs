import { format } from 'prettier';
import { describeRules } from './describe-rules.mjs';

const MADE = 'Halaman ini dibuat dari `profiles/` oleh `npm run profiles`; jangan disunting tangan.';
const ENGLISH = 'http://hl7.org/fhir/StructureDefinition/translation';

/**
 * The pages below docs/profil by file name: one a profile or extension with its rules, a valid example, what fails it and what it is nationally,
 * and an index. `contested` are examples that R4 refuses and the playbooks ask for, `failing` are the rows of the table of examples that must fail, `elements` those of the programme.
 */
export async function describeProfiles({ definitions, examples, contested, failing, elements }) {
  const structures = definitions.filter(({ resourceType }) => resourceType === 'StructureDefinition');
  const byUrl = new Map(structures.map((structure) => [structure.url, structure]));
  const known = { byUrl, examples, contested, failing, elements };
  const pages = structures.map((structure) => [`${structure.id}.md`, toPage(structure, known)]);
  const index = toIndex(structures, definitions, known);
  const all = [...pages, ['README.md', index]];
  return new Map(await Promise.all(all.map(async ([name, text]) => [name, await toMarkdown(text)])));
}

function toMarkdown(text) {
  return format(text, { parser: 'markdown', printWidth: 140, singleQuote: true });
}

function toPage(structure, known) {
  const parts = [
    `# ${structure.title}`,
    `_${toEnglish(structure, known)}_`,
    `\`${structure.id}\` (\`${structure.url}\`), versi ${structure.version}, ${structure.status}. ${describeParent(structure, known)}`,
    structure.description,
    ...toRules(structure, known),
    ...toExamples(structure, known),
    ...toContested(structure, known),
    ...toFailing(structure, known),
    ...toElements(structure, known),
    ...toMappings(structure),
    `[Semua profil / all profiles](README.md). ${MADE}`,
  ];
  return parts.join('\n\n');
}

function describeParent(structure, { byUrl }) {
  const parent = byUrl.get(structure.baseDefinition);
  const used = structure.abstract ? ' Tidak dipakai langsung: setiap resource mengaku salah satu turunannya.' : '';
  if (structure.type === 'Extension') return `Ekstensi pada ${structure.context.map(({ expression }) => `\`${expression}\``).join(', ')}.`;
  return `Turunan dari ${parent ? `[${parent.title}](${parent.id}.md)` : `\`${structure.type}\` (R4)`}.${used}`;
}

/** Said by the artefact itself, else by what its examples call what they are about. */
function toEnglish(structure, { examples, contested }) {
  const said = structure._title?.extension
    ?.find(({ url }) => url === ENGLISH)
    ?.extension?.find(({ url }) => url === 'content')?.valueString;
  const displays = [...examples, ...contested].filter((each) => claims(each, structure)).map(({ code }) => code?.coding?.[0]?.display);
  return said ?? displays.find((display) => display !== undefined) ?? structure.name;
}

function claims({ meta }, { url }) {
  return meta?.profile?.includes(url) === true;
}

function toRules(structure, { byUrl }) {
  const parent = byUrl.get(structure.baseDefinition);
  const inherited = parent ? [`Ditambah semua aturan [${parent.title}](${parent.id}.md#aturan).`] : [];
  const rules = describeRules(structure);
  return ['## Aturan', ...(rules.length > 0 ? [rules.join('\n')] : []), ...inherited];
}

function toExamples(structure, { examples }) {
  const [first, ...others] = examples.filter((each) => claims(each, structure));
  if (first === undefined) return [];
  const link = ({ id }) => `[\`${id}\`](../../profiles/examples/valid/${id}.json)`;
  const more = others.length === 0 ? [] : [`Contoh lain: ${others.map(link).join(', ')}.`];
  return ['## Contoh yang sah', `${link(first)}:`, `\`\`\`json\n${JSON.stringify(first, null, 2)}\n\`\`\``, ...more];
}

function toContested(structure, { contested }) {
  const own = contested.filter((each) => claims(each, structure));
  return own.flatMap((each) => [
    '## Contoh menurut playbook',
    'Begini playbook SATUSEHAT memintanya, tetapi profil tanda vital `bp` R4 menolaknya: [mengapa](../decisions/0015-rules-that-every-validator-sees.md). / So SATUSEHAT asks for it, while R4’s own `bp` refuses it.',
    `[\`${each.id}\`](../../profiles/examples/contested/${each.id}.json):`,
    `\`\`\`json\n${JSON.stringify(each, null, 2)}\n\`\`\``,
  ]);
}

function toFailing({ id }, { failing }) {
  const rows = failing.filter(({ profile }) => profile === id);
  if (rows.length === 0) return [];
  const lines = rows.map(
    ({ file, rule, where, wrong }) => `| [\`${file}\`](../../profiles/examples/invalid/${file}) | ${wrong} | \`${where}\` | \`${rule}\` |`,
  );
  return ['## Contoh yang tidak sah', ['| Berkas | Apa yang salah | Di mana | Aturan |', '| --- | --- | --- | --- |', ...lines].join('\n')];
}

function toElements({ url }, { elements }) {
  const own = elements.filter(({ codings }) => codings.some(({ fhir }) => isClaimedBy(fhir, url)));
  if (own.length === 0) return [];
  return ['## Elemen program', own.map(({ key, title }) => `- \`${key}\`: ${title}`).join('\n')];
}

function isClaimedBy({ profile, when }, url) {
  return profile === url || Object.values(when?.codes ?? {}).some((each) => each.profile === url);
}

function toMappings({ type, mapping = [], snapshot }) {
  if (mapping.length === 0) return [];
  const names = new Map(mapping.map(({ identity, name }) => [identity, name ?? identity]));
  const rows = snapshot.element.flatMap((element) =>
    (element.mapping ?? []).map(
      ({ identity, map, comment = '' }) =>
        `| ${names.get(identity)} | \`${element.id}\` | \`${map.replaceAll('|', '\\|')}\` | ${escape(comment)} |`,
    ),
  );
  return ['## Padanan SATUSEHAT', [`| Sumber | ${type} | Padanan | Kutipan |`, '| --- | --- | --- | --- |', ...rows].join('\n')];
}

function escape(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<');
}

function toIndex(structures, definitions, known) {
  const own = structures.filter(({ type }) => type !== 'Extension').sort(byDepth(known.byUrl));
  const types = [...new Set(own.map(({ type }) => type))];
  const line = (each) => `| [${each.title}](${each.id}.md) | ${toEnglish(each, known)} | ${each.abstract ? 'dasar' : `\`${each.id}\``} |`;
  const table = (rows) => ['| Profil | English | Id |', '| --- | --- | --- |', ...rows.map(line)].join('\n');
  const extensions = structures.filter(({ type }) => type === 'Extension');
  return [
    '# Profil ILP',
    `Satu halaman untuk setiap profil: aturannya dengan kata-kata biasa, contoh yang sah dan yang tidak, dan padanannya di SATUSEHAT. Paketnya dibuat dengan \`npm run profiles:package\`. ${MADE}`,
    '_One page a profile: its rules in plain words, examples that hold and that fail, and what it is in SATUSEHAT. `npm run profiles:package` makes the package._',
    ...types.flatMap((type) => [`## ${type}`, table(own.filter((each) => each.type === type))]),
    '## Ekstensi',
    table(extensions),
    '## Daftar kode',
    'Kata kita dan padanan nasionalnya (CodeSystem dan ConceptMap) ada di `profiles/input/vocabulary`, dibuat dari `programme/`.',
    ...definitions.filter(({ resourceType }) => resourceType === 'CodeSystem').map(describeCodes),
  ].join('\n\n');
}

function byDepth(byUrl) {
  const key = ({ url }) => {
    const chain = [];
    for (let each = byUrl.get(url); each; each = byUrl.get(each.baseDefinition)) chain.unshift(`${each.type}/${each.name}`);
    return chain.join('/');
  };
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

function describeCodes({ title, id, url, concept, description }) {
  const rows = concept.map(({ code, display, definition }) => `| \`${code}\` | ${display} | ${definition} |`);
  return `### ${title}\n\n\`${id}\` (\`${url}\`). ${description}\n\n| Kode | Nama | Arti |\n| --- | --- | --- |\n${rows.join('\n')}`;
}
