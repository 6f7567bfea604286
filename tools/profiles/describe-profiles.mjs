import { format } from 'prettier';

const CLINICAL =
  'Apa yang diminta setiap profil, dengan kata-kata biasa. Halaman ini dibuat dari `profiles/definitions` oleh `npm run profiles`; jangan disunting tangan.';

/** The page docs/profil.md: each profile with its rules in plain Indonesian, from the differentials and the parents they build on. */
export async function describeProfiles(definitions) {
  const structures = definitions.filter(({ resourceType }) => resourceType === 'StructureDefinition');
  const byUrl = new Map(structures.map((structure) => [structure.url, structure]));
  const own = structures.filter(({ type }) => type !== 'Extension').sort(byDepth(byUrl));
  const lists = definitions.filter(({ resourceType }) => resourceType === 'CodeSystem');
  const parts = [
    '# Profil ILP',
    CLINICAL,
    ...own.map((structure) => describeStructure(structure, byUrl)),
    '## Ekstensi',
    ...structures.filter(({ type }) => type === 'Extension').map((structure) => describeStructure(structure, byUrl, '###')),
    '## Daftar kode',
    ...lists.map(describeCodes),
  ];
  return format(parts.join('\n\n'), { parser: 'markdown', printWidth: 140, singleQuote: true });
}

function byDepth(byUrl) {
  const key = ({ url }) => {
    const chain = [];
    for (let each = byUrl.get(url); each; each = byUrl.get(each.baseDefinition)) chain.unshift(`${each.type}/${each.name}`);
    return chain.join('/');
  };
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

function describeStructure(structure, byUrl, heading = '##') {
  const parent = byUrl.get(structure.baseDefinition);
  const base = parent ? `[${parent.title}](#${toAnchor(parent.title)})` : `\`${structure.type}\``;
  const about = structure.type === 'Extension' ? '' : ` Turunan dari ${base}.${structure.abstract ? ' Tidak dipakai langsung.' : ''}`;
  const rules = structure.differential.element.flatMap((element) => describeElement(element, structure)).map((rule) => `- ${rule}`);
  return `${heading} ${structure.title}\n\n\`${structure.id}\`. ${structure.description}${about}\n\n${rules.join('\n')}`;
}

function toAnchor(title) {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function describeElement(element, structure) {
  const before = structure.snapshot.element.find(({ id }) => id === element.id);
  const name = `\`${element.id.replace(/^[^.]+\.?/, '') || structure.type}\``;
  const said = [...describeCount(element, before), ...describeValue(element), ...describeType(element), ...describeBinding(element)];
  const rules = (element.constraint ?? []).map(({ key, human }) => `${name}: ${human} (aturan \`${key}\`)`);
  return said.length > 0 ? [`${name}: ${said.join(', ')}`, ...rules] : rules;
}

function describeCount({ min, max, sliceName }, before) {
  if (max === '0') return ['tidak boleh ada'];
  if (min === 1 && before.max === '1') return ['wajib ada, satu'];
  if (min === 1) return ['wajib ada, paling sedikit satu'];
  if (sliceName !== undefined) return ['boleh ada, paling banyak satu'];
  return max === undefined ? [] : [`paling banyak ${max}`];
}

function describeValue(element) {
  const key = Object.keys(element).find((each) => /^(fixed|pattern)/.test(each));
  if (key === undefined) return [];
  const value = element[key];
  const coding = value.coding?.[0] ?? value;
  return [typeof value === 'string' ? `berisi \`${value}\`` : `berkode \`${coding.code}\` dari \`${coding.system}\``];
}

function describeType({ type, sliceName }) {
  if (type === undefined || sliceName !== undefined) return [];
  const names = type.map(({ code, targetProfile }) => (targetProfile ? targetProfile.map(toLastStep).join(' atau ') : code));
  return [`berupa ${type[0].targetProfile ? 'rujukan ke ' : ''}${names.join(' atau ')}`];
}

function toLastStep(url) {
  return url.slice(url.lastIndexOf('/') + 1);
}

function describeBinding({ binding }) {
  return binding ? [`kodenya dari \`${toLastStep(binding.valueSet)}\``] : [];
}

function describeCodes({ title, id, url, concept, description }) {
  const rows = concept.map(({ code, display, definition }) => `| \`${code}\` | ${display} | ${definition} |`);
  return `### ${title}\n\n\`${id}\` (\`${url}\`). ${description}\n\n| Kode | Nama | Arti |\n| --- | --- | --- |\n${rows.join('\n')}`;
}
