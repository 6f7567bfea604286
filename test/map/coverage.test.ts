import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readProgrammeFiles } from '../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import type { ElementTable } from '../../src/map/element-definition.ts';
import { rowTargets } from '../../src/map/tables/compile-part.ts';
import { packageRoot } from '../../src/root.ts';
import { readElements, shipped } from './bundle/a-visit.ts';
import { listSaid, roles, type Role } from './coverage-proof.ts';

/** What a published request codes: by which element of ours, by which part of the program, or why not. */
interface Coded extends Partial<Record<Role, readonly string[]>> {
  readonly butir: string;
  readonly sumber: string;
  readonly citation: string;
  readonly element?: string | readonly string[];
  readonly dibuat?: string;
  /** The table or part that has the codes, where the one that makes it asks for them. */
  readonly menurut?: string;
  readonly pengaturan?: Readonly<Record<string, string>>;
  readonly 'tidak-dicatat'?: string;
  /** Recorded and kept here, and not sent on purpose. */
  readonly setempat?: string;
  readonly keliru?: string;
  readonly lain?: readonly Readonly<Record<string, string>>[];
}

/** What a local form asks. */
interface Asked {
  readonly isian: string;
  readonly citation: string;
  readonly element?: string | readonly string[];
  readonly identitas?: string;
  readonly hitung?: string | readonly string[];
  readonly [reason: string]: unknown;
}

interface Page {
  readonly judul: string;
  readonly terkode?: readonly Coded[];
  readonly lokal: readonly Asked[];
}

const reasons = ['tidak-dicatat', 'setempat', 'keliru'] as const;
const outcomes = ['element', 'dibuat', ...reasons] as const;
const askedReasons = ['tidak-dicatat', 'belum', 'diabaikan', 'dilaporkan', 'tahap-lain', 'rekap'] as const;
const folder = join(packageRoot, 'programme/cakupan');
const pages = readdirSync(folder).map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Page] as const);
const coded = pages.flatMap(([name, { terkode = [] }]) =>
  terkode.map((item) => [`${name}: ${item.butir} (${item.sumber})`, item] as const),
);
const asked = pages.flatMap(([name, { lokal }]) => lokal.map((item) => [`${name}: ${item.isian}`, item] as const));

const toList = (one: string | readonly string[] | undefined): readonly string[] => (one === undefined ? [] : [one].flat());
const toPlain = (claim: string): string => claim.split('|').slice(0, 2).join('|');
const claimsOf = (item: Coded): readonly string[] =>
  roles.flatMap((role) => (item[role] ?? []).map((claim) => `${role} ${toPlain(claim)}`));

const said = new Map<string, ReadonlySet<string>>();
/** What the elements of an item say, remembered for the next item of the same element. */
function saidBy(item: Coded, table: ElementTable): ReadonlySet<string> {
  const codes = (item.kode ?? []).map((claim) => claim.split('|')[1] ?? '');
  return new Set(
    toList(item.element).flatMap((key) => {
      const isOpen = table.elements.get(key)?.fhir?.valueSystem !== undefined;
      const name = `${key} ${JSON.stringify(item.pengaturan ?? {})} ${isOpen ? codes.join() : ''}`;
      if (!said.has(name)) said.set(name, listSaid(key, table, codes));
      return [...(said.get(name) ?? [])];
    }),
  );
}

async function tableOf({ pengaturan }: Coded): Promise<ElementTable> {
  if (pengaturan === undefined) return shipped;
  const settings = Object.entries(pengaturan).map(([slug, is]) => `${slug}: { title: x, is: ${is}, citation: x }`);
  return readElements(`settings: { ${settings.join(', ')} }`);
}

describe('a coded element of the published requests', () => {
  test.each(coded)('%s is ours, or says why it is not', (_name, item) => {
    expect(outcomes.filter((outcome) => outcome in item)).toHaveLength(1);
    expect(item.citation.length).toBeGreaterThan(10);
    expect(claimsOf(item).length + (item.lain?.length ?? 0)).toBeGreaterThan(0);
    for (const reason of reasons) if (item[reason] !== undefined) expect(item[reason].length).toBeGreaterThan(15);
    for (const other of item.lain ?? [])
      expect(other).toMatchObject({ [reasons.find((reason) => reason in other) ?? 'reason']: expect.stringMatching(/.{15}/) });
  });

  test.each(coded.filter(([, { element }]) => element !== undefined))('%s really stands in what its element makes', async (_name, item) => {
    const found = saidBy(item, await tableOf(item));
    expect(claimsOf(item).filter((claim) => !found.has(claim))).toEqual([]);
  });

  test.each(coded.filter(([, { lain }]) => lain !== undefined))('%s leaves out only what its element does not say', async (_name, item) => {
    const found = saidBy(item, await tableOf(item));
    const left = (item.lain ?? []).flatMap((other) =>
      roles.flatMap((role) => (other[role] === undefined ? [] : [`${role} ${toPlain(other[role])}`])),
    );
    expect(left.filter((claim) => found.has(claim))).toEqual([]);
  });

  test.each(coded.filter(([, { dibuat }]) => dibuat !== undefined))(
    '%s is made where it says',
    (_name, { dibuat = '', menurut, kode = [] }) => {
      const paths = [dibuat, menurut ?? dibuat].map((path) => join(packageRoot, path));
      expect(paths.filter((path) => !existsSync(path))).toEqual([]);
      const text = paths.map((path) => readFileSync(path, 'utf8')).join('\n');
      const codes = kode.map((claim) => claim.split('|')[1] ?? '');
      expect(codes.filter((code) => !new RegExp(`(?<![A-Za-z0-9])${code}(?![A-Za-z0-9])`).test(text))).toEqual([]);
    },
  );

  test('that is said not to be ours is said by no element that goes out', () => {
    const ours = new Set(
      [...shipped.elements.values()].filter(({ kirim }) => kirim['satusehat'] === true).flatMap(({ key }) => [...listSaid(key, shipped)]),
    );
    const denied = coded.filter(([, item]) => reasons.some((reason) => reason in item) && item.sumber === 'Observation');
    const said = denied.flatMap(([name, item]) =>
      claimsOf(item)
        .filter((claim) => claim.startsWith('kode ') && ours.has(claim))
        .map((claim) => `${name} ${claim}`),
    );
    expect(said).toEqual([]);
  });
});

describe('a data item of the forms', () => {
  test.each(asked)('%s is mapped, computed, or says why not', (_name, item) => {
    expect(item.citation.length).toBeGreaterThan(4);
    expect(['element', 'identitas', 'hitung', ...askedReasons].filter((outcome) => outcome in item)).toHaveLength(1);
    for (const reason of askedReasons) if (reason in item) expect(String(item[reason]).length).toBeGreaterThan(15);
    expect(toList(item.element).filter((key) => !shipped.elements.has(key))).toEqual([]);
    if (item.identitas !== undefined) expect([...rowTargets, 'person.address']).toContain(item.identitas);
  });

  const computing = listTexts(['src/insight', 'src/map/visits', 'programme']);
  test.each(asked.filter(([, { hitung }]) => hitung !== undefined))('%s is computed under that name', (_name, { hitung }) => {
    expect(toList(hitung).filter((key) => !computing.includes(key))).toEqual([]);
  });

  test('belong to the programme as a whole: every element of mother and child is named', async () => {
    const compiled = compileProgramme(await readProgrammeFiles(packageRoot));
    const groups = compiled.ok ? [...compiled.value.groups.values()].filter(({ group }) => ['ibu', 'bayi-balita'].includes(group)) : [];
    const named = new Set([...asked, ...coded].flatMap(([, { element }]) => toList(element)));
    const all = new Set(groups.flatMap(({ elements }) => [...elements.keys()]));
    expect(all.size).toBeGreaterThan(200);
    expect([...all].filter((key) => !named.has(key))).toEqual([]);
  });
});

/** All tables and programs below some folders, but for the pages themselves. */
function listTexts(folders: readonly string[]): string {
  return folders
    .flatMap((name) =>
      readdirSync(join(packageRoot, name), { recursive: true, encoding: 'utf8' }).map((path) => join(packageRoot, name, path)),
    )
    .filter((path) => /\.(ts|yaml)$/.test(path) && !path.includes('cakupan'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
