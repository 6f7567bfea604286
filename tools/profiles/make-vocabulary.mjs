import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readProgramme } from './read-programme.mjs';

const YES_NO = { name: 'ya-tidak', title: 'Ya atau tidak', words: { ya: [], tidak: [] } };

/**
 * Our words as code systems and what they are called nationally as concept maps, made from the programme so that each is stated once:
 * every file name with its text.
 */
export function makeVocabulary(root) {
  const { elements, lists } = readProgramme(root);
  const guide = readGuide(root);
  const taken = new Set(readdirSync(join(root, 'profiles', 'input', 'fsh', 'terminology')).map((file) => file.replace('.fsh', '')));
  const systems = new Map();
  const add = (list) => systems.set(list.name, list);
  const maps = [...elements.values()].flatMap((element) => toMaps(element, { lists, add }));
  for (const [name, { words, citation }] of lists) add({ name, title: `Kata: ${name}`, words, citation });
  for (const name of systems.keys()) if (taken.has(name)) throw new Error(`${name} is a list of the programme and an artefact in FSH`);
  const resources = [...[...systems.values()].map((list) => toCodeSystem(list, guide)), ...maps.map((map) => toConceptMap(map, guide))];
  return new Map(resources.sort(byId).map((each) => [`${each.resourceType}-${each.id}.json`, toText(each)]));
}

/** What every artefact of the guide says of itself. */
export function readGuide(root) {
  const { canonical, version } = parse(readFileSync(join(root, 'profiles', 'sushi-config.yaml'), 'utf8'));
  const jurisdiction = [{ coding: [{ system: 'urn:iso:std:iso:3166', code: 'ID', display: 'Indonesia' }] }];
  return { canonical, about: { version, status: 'draft', experimental: false, date: '2025-10-01', publisher: 'Titian', jurisdiction } };
}

/** JSON as the other generated artefacts have it. */
export function toText(resource) {
  return `${JSON.stringify(resource, null, 1)}\n`;
}

function toMaps(element, { lists, add }) {
  return element.codings.flatMap(({ option, fhir, citation }) => {
    const id = option === undefined ? element.key : `${element.key}-${option}`;
    const whole =
      fhir.values === undefined ? [] : [{ id, title: element.title, citation, values: fhir.values, list: toList(element, { lists, add }) }];
    const fields = Object.entries(fhir.fields ?? {}).map(([field, values]) => {
      const list = { name: `${element.key}-${field}`, title: `${element.title}: ${field}`, citation, words: toWords(Object.keys(values)) };
      add(list);
      return { id: `${id}-${field}`, title: list.title, citation, values, list };
    });
    return [...whole, ...fields];
  });
}

/** The list that the codes of an element belong to: a named one, one of its own, or yes and no. */
function toList({ key, title, codes, citation }, { lists, add }) {
  if (typeof codes === 'string') return { name: codes, words: lists.get(codes)?.words ?? {} };
  const list = codes === undefined ? YES_NO : { name: key, title: `Kata: ${title}`, citation, words: toWords(codes) };
  add(list);
  return list;
}

function toWords(codes) {
  return Object.fromEntries(codes.map((code) => [code, []]));
}

function toCodeSystem({ name, title, words, citation }, { canonical, about }) {
  return {
    resourceType: 'CodeSystem',
    id: name,
    url: `${canonical}/CodeSystem/${name}`,
    ...{ version: about.version, name: toName(name), title, ...rest(about) },
    description: `Kata kita dalam catatan lokal, dengan cara orang menuliskannya.${citation === undefined ? '' : ` Sumber / source: ${citation.trim()}`}`,
    caseSensitive: true,
    content: 'complete',
    count: Object.keys(words).length,
    concept: Object.entries(words).map(([code, written]) => ({
      ...{ code, display: code },
      ...(written?.length > 0 && { designation: written.map((value) => ({ language: 'id', value: String(value) })) }),
    })),
  };
}

function toConceptMap({ id, title, citation, values, list }, { canonical, about }) {
  return {
    resourceType: 'ConceptMap',
    id: `${id}-nasional`,
    url: `${canonical}/ConceptMap/${id}-nasional`,
    ...{ version: about.version, name: toName(`${id}-nasional`), title: `${title}: kode nasional`, ...rest(about) },
    description: `Kode yang dikirim untuk setiap kata kita. Sumber / source: ${citation.trim()}`,
    group: toGroups(values, list, `${canonical}/CodeSystem/${list.name}`),
  };
}

/** One group a target system; what has no code stands in the first as unmatched, so that a gap is seen as one. */
function toGroups(values, list, source) {
  const pairs = Object.entries(values).flatMap(([code, { also = [], ...first }]) => [first, ...also].map((target) => ({ code, target })));
  const uses = new Map();
  for (const { target } of pairs) uses.set(toKey(target), (uses.get(toKey(target)) ?? 0) + 1);
  const missing = Object.keys(list.words).filter((code) => values[code] === undefined);
  return [...new Set(pairs.map(({ target }) => target.system))].map((system, at) => ({
    source,
    target: system,
    element: [
      ...toElements(
        pairs.filter(({ target }) => target.system === system),
        uses,
      ),
      ...(at > 0
        ? []
        : missing.map((code) => ({ code, target: [{ equivalence: 'unmatched', comment: 'Kode nasional belum ditemukan.' }] }))),
    ],
  }));
}

/** A target that several of our words share is wider than each; of several targets of a word none says it alone. */
function toElements(pairs, uses) {
  return [...new Set(pairs.map(({ code }) => code))].map((code) => {
    const targets = pairs.filter((pair) => pair.code === code).map(({ target }) => target);
    const alone = (target) => (uses.get(toKey(target)) > 1 ? 'wider' : 'equivalent');
    const equivalence = (target) => (targets.length > 1 ? 'relatedto' : alone(target));
    return {
      code,
      target: targets.map((target) => ({
        code: target.code,
        ...(target.display !== undefined && { display: target.display }),
        equivalence: equivalence(target),
      })),
    };
  });
}

function toKey({ system, code }) {
  return `${system}|${code}`;
}

function toName(id) {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function rest({ version: _version, ...about }) {
  return about;
}

function byId(a, b) {
  return `${a.resourceType}-${a.id}` < `${b.resourceType}-${b.id}` ? -1 : 1;
}
