import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Place, Policy } from '../place.ts';
import { toSiteIssue } from './site-issue.ts';

const file = 'policies.yaml';
const keys = [
  'closing',
  'verification-required',
  'named-performer',
  'other-senders',
  'create-patients',
  'organization-types',
  'change-adopted-places',
  'also-send',
];

type Report = (node: unknown, key: string, id: string, en: string) => void;
type Closing = Policy['closing'];

/** Reads policies.yaml: for each puskesmas what its head has decided, by the code of the puskesmas. */
export function readPolicies(text: string, places: ReadonlyMap<string, Place>): Checked<ReadonlyMap<string, Policy>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const [broken] = document.errors;
  if (broken !== undefined)
    return toFailed(
      toSiteIssue(
        { file, line: lineAt(broken.pos[0]) },
        'bukan YAML yang sah; periksa inden dan titik dua.',
        'not valid YAML; look at indents and colons.',
      ),
    );
  const issues: Issue[] = [];
  const report: Report = (node, key, id, en) => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    issues.push(toSiteIssue({ file, line: lineAt(offset), column: key }, id, en));
  };
  const policies = toPairs(document.contents, report).flatMap((pair) => readPolicy(pair, places, report) ?? []);
  if (issues.length > 0) return toFailed(...issues);
  return toPassed(new Map(policies.map((policy) => [policy.puskesmas, policy])));
}

function toPairs(root: unknown, report: Report): readonly Pair[] {
  if (isMap(root)) return root.items;
  if (root !== null) report(root, file, 'diharapkan kode puskesmas sebagai kunci.', 'expected puskesmas codes as keys.');
  return [];
}

function readPolicy(pair: Pair, places: ReadonlyMap<string, Place>, report: Report): Policy | undefined {
  const puskesmas = toKey(pair);
  if (places.get(puskesmas)?.kind !== 'puskesmas') {
    report(pair.key, puskesmas, 'tidak ada puskesmas dengan kode ini di jejaring.csv.', 'no puskesmas of this code is in jejaring.csv.');
    return undefined;
  }
  if (!isMap(pair.value)) {
    report(pair.key, puskesmas, `diharapkan ${keys.join(', ')}.`, `expected ${keys.join(', ')}.`);
    return undefined;
  }
  for (const item of pair.value.items) {
    if (!keys.includes(toKey(item)))
      report(
        item.key,
        toKey(item),
        `kunci ini tidak dikenal; yang ada: ${keys.join(', ')}.`,
        `this key is unknown; there are ${keys.join(', ')}.`,
      );
  }
  return {
    puskesmas,
    closing: readClosing(pair.value, report),
    verificationRequired: readSwitch(pair.value, 'verification-required', report),
    namedPerformer: readSwitch(pair.value, 'named-performer', report),
    ...readGiven(pair.value, report),
  };
}

function readSwitch(map: YAMLMap, key: string, report: Report): boolean {
  const value = map.get(key);
  if (value === undefined) return false;
  if (typeof value === 'boolean') return value;
  report(map.get(key, true), key, 'diharapkan true atau false.', 'expected true or false.');
  return false;
}

/** What need not be decided stays undecided, so that it means the same in a register kept before there was the choice. */
function readGiven(
  map: YAMLMap,
  report: Report,
): Pick<Policy, 'otherSenders' | 'createPatients' | 'organizationTypes' | 'changeAdoptedPlaces' | 'alsoSend'> {
  return {
    ...(map.has('other-senders') ? { otherSenders: readSwitch(map, 'other-senders', report) } : {}),
    ...(map.has('create-patients') ? { createPatients: readSwitch(map, 'create-patients', report) } : {}),
    ...(map.has('organization-types') ? { organizationTypes: readTypes(map, report) } : {}),
    ...(map.has('change-adopted-places') ? { changeAdoptedPlaces: readSwitch(map, 'change-adopted-places', report) } : {}),
    ...(map.has('also-send') ? { alsoSend: readElements(map, report) } : {}),
  };
}

function readTypes(map: YAMLMap, report: Report): 'hl7' | 'kemkes' {
  const value = map.get('organization-types');
  if (value === 'hl7' || value === 'kemkes') return value;
  report(map.get('organization-types', true), 'organization-types', 'diharapkan hl7 atau kemkes.', 'expected hl7 or kemkes.');
  return 'hl7';
}

/** Keys of elements; whether the programme knows them is seen where they are used. */
function readElements(map: YAMLMap, report: Report): readonly string[] {
  const value: unknown = (map.toJSON() as Readonly<Record<string, unknown>>)['also-send'];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  report(
    map.get('also-send', true),
    'also-send',
    'diharapkan daftar kunci elemen, mis. [diagnosis].',
    'expected a list of element keys, e.g. [diagnosis].',
  );
  return [];
}

/** Closing codes are ICD-10 of chapter Z: they say what the contact was for, never what the person has. */
function readClosing(map: YAMLMap, report: Report): Closing {
  const closing = map.get('closing', true);
  if (closing === undefined) return {};
  if (!isMap(closing)) {
    report(closing, 'closing', 'diharapkan nama layanan sebagai kunci.', 'expected services as keys.');
    return {};
  }
  return Object.fromEntries(closing.items.map((pair) => [toKey(pair), readCode(pair, report)]));
}

function readCode(pair: Pair, report: Report): Closing[string] {
  const value: unknown = isMap(pair.value) ? pair.value.toJSON() : undefined;
  const { code, display } = (value ?? {}) as { readonly code?: unknown; readonly display?: unknown };
  if (typeof code === 'string' && /^Z\d\d(\.\d{1,2})?$/.test(code) && typeof display === 'string') return { code, display };
  const example = '{ code: Z00.1, display: "Routine child health examination" }';
  report(
    pair.key,
    toKey(pair),
    `diharapkan kode ICD-10 bab Z dan artinya: ${example}.`,
    `expected an ICD-10 code of chapter Z and its display: ${example}.`,
  );
  return { code: '', display: '' };
}

function toKey(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
