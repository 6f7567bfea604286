import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { parse } from 'yaml';

const INDEXED = 'id url version kind type supplements content'.split(' ');
/** What zlib says of the system it ran on is the one byte of a gzip that differs between machines: 255 is "unknown" (RFC 1952). */
const SYSTEM_BYTE = 9;

/**
 * Packs the guide as a FHIR package (`package.tgz`: definitions and vocabulary in `package/`, examples in `package/example/`, an index a folder)
 * into dist-guide/. The same guide gives the same bytes on every machine.
 */
export async function packGuide(root, file = join(root, 'dist-guide', 'package.tgz')) {
  const files = listEntries(root);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, await toArchive(files));
  return { file, count: files.filter(([, { resource }]) => resource !== undefined).length };
}

function listEntries(root) {
  const read = (...path) => readResources(join(root, 'profiles', ...path));
  const artefacts = [...read('definitions'), ...read('input', 'vocabulary')].sort(byName);
  const examples = read('examples', 'valid').map(({ resource, text }) => ({
    name: `${resource.resourceType}-${resource.id}.json`,
    resource,
    text,
  }));
  return [
    ['package/package.json', { text: toText(toManifest(root)) }],
    ['package/.index.json', { text: toText(toIndex(artefacts)) }],
    ...artefacts.map((each) => [`package/${each.name}`, each]),
    ['package/example/.index.json', { text: toText(toIndex(examples.sort(byName))) }],
    ...examples.map((each) => [`package/example/${each.name}`, each]),
  ];
}

function readResources(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, resource: JSON.parse(text) };
  });
}

function toManifest(root) {
  const { id, version, canonical, title, description, date, license, publisher, fhirVersion } = parse(
    readFileSync(join(root, 'profiles', 'sushi-config.yaml'), 'utf8'),
  );
  return {
    ...{ name: id, version, 'tools-version': 3, type: 'fhir.ig', date: `${date.replaceAll('-', '')}000000` },
    ...{ license, canonical, url: canonical, title, description, author: publisher.name },
    fhirVersions: [fhirVersion],
    dependencies: { 'hl7.fhir.r4.core': fhirVersion },
    jurisdiction: 'urn:iso:std:iso:3166#ID',
    directories: { lib: 'package', example: 'example' },
  };
}

function toIndex(files) {
  const entries = files.map(({ name, resource }) => ({
    filename: name,
    resourceType: resource.resourceType,
    ...Object.fromEntries(INDEXED.filter((field) => typeof resource[field] === 'string').map((field) => [field, resource[field]])),
  }));
  return { 'index-version': 2, files: entries };
}

async function toArchive(files) {
  const archive = pack();
  for (const [name, { text }] of files) archive.entry({ name, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0 }, text);
  archive.finalize();
  const bytes = gzipSync(await buffer(archive), { level: 9 });
  bytes[SYSTEM_BYTE] = 255;
  return bytes;
}

function toText(json) {
  return `${JSON.stringify(json, null, 2)}\n`;
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
