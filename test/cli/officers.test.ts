import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addIdentityCommand, decideIdentity, printIdentities } from '../../src/cli/identity-command.ts';
import {
  addDoneCommand,
  addIncidentsCommand,
  closeIncident,
  markDone,
  printIncident,
  printIncidents,
} from '../../src/cli/incidents-command.ts';
import type { IncidentPage } from '../../src/deliveries.ts';
import type { IdentityItemPage } from '../../src/identity-desk.ts';
import { anUpstream, type Upstream } from '../scenarios/an-upstream.ts';
import { aTerminal, type TestTerminal } from './a-terminal.ts';

const header = 'No Warga;NIK;Nama;Tgl Lahir;JK;Tempat;Tanggal;Sistolik 1;Diastolik 1;Sistolik 2;Diastolik 2;Diagnosis;Pencatat';
const hers = (nik: string): string =>
  [header, `-;${nik};Wa Ode Sitti;01/01/1950;P;Posyandu Cempaka;03/06/2025;150;92;148;90;;Kader Ani`, ''].join('\r\n');
const canaries = /Sitti|1950-01-01|741499410150960/;
const told = { by: 'Bidan Dewi', why: 'KTP diperiksa', json: false };
const nobody = '00000000-0000-7000-8000-000000000009';

let upstream: Upstream;
let terminal: TestTerminal;
beforeAll(async () => {
  upstream = await anUpstream({ koreksi: 'terima' });
  terminal = await aTerminal(upstream.door.url);
  await upstream.door.store.transact((tx) => upstream.door.store.site.importSite(tx, upstream.door.site, upstream.door.clock.now));
  await upstream.tell('2025-06-06T06:00:00Z', 'posbindu-lansia', hers(''));
}, 120_000);
afterAll(async () => {
  await terminal.close();
  await upstream.sandbox.simulator.stop();
});

const list = (options: Partial<Parameters<typeof printIdentities>[0]> = {}) =>
  terminal.run((at) => printIdentities({ state: 'open', names: false, json: false, ...options }, at));
const incidents = (options: Partial<Parameters<typeof printIncidents>[0]> = {}) =>
  terminal.run((at) => printIncidents({ all: false, json: false, ...options }, at));
const recordOf = async (number: string): Promise<string> => {
  const { identities } = JSON.parse((await list({ json: true })).out) as IdentityItemPage;
  return identities.find(({ platformId }) => platformId === number)?.id ?? '';
};

describe('titian identity', () => {
  test('list says 1 while there are records, and shows no name unless asked, which is written down', async () => {
    const masked = await list();
    const named = await list({ names: true });
    expect([masked.code, named.code]).toEqual([1, 1]);
    expect(masked.out).toMatch(/P99000000965[^\n]*W\*/);
    expect(`${masked.out}${masked.err}`).not.toMatch(canaries);
    expect(named.out).toContain('Wa Ode Sitti');
    expect(named.err).toMatch(/"identities-shown".*"by":"cli:/);
  });

  test.each([
    ['a record that is on no list', nobody, told, 'titian identity list'],
    ['a NIK in the reason', '', { ...told, why: 'NIK 7414994101509605' }, '16 angka'],
  ])('same refuses %s with what to do, and says 1', async (_claim, id, how, words) => {
    const record = id === '' ? await recordOf('P99000000966') : id;
    const { code, err } = await terminal.run((at) => decideIdentity({ record, is: 'same' }, how, at));
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect(err).not.toMatch(canaries);
  });

  test('same, said twice, is remembered once, with who said it; deny takes it back', async () => {
    const record = await recordOf('P99000000966');
    const same = () => terminal.run((at) => decideIdentity({ record, is: 'same' }, told, at));
    const [first, again] = [await same(), await same()];
    expect([first.code, again.code, first.out]).toEqual([0, 0, expect.stringContaining('orang yang sama')]);
    expect(first.err).toMatch(/"identity-same".*Bidan Dewi/);
    expect(first.err).not.toMatch(canaries);
    upstream.door.at('2027-01-04T06:00:00Z');
    await upstream.door.deliver();
    const { identities } = JSON.parse((await list({ json: true, state: 'same' })).out) as IdentityItemPage;
    const { person = '', platformId = '' } = identities[0] ?? {};
    await upstream.tell('2027-01-05T06:00:00Z', 'posbindu-lansia', hers('7414994101509605'));
    const denied = { record: { person, platformId, platform: 'satusehat' }, is: 'not-same' as const };
    const { code, out } = await terminal.run((at) => decideIdentity(denied, told, at));
    expect([code, out]).toEqual([0, expect.stringContaining('bukan orang yang sama')]);
    await upstream.door.deliver();
  });

  test('deny of a platform there is not names those there are', async () => {
    const record = { person: nobody, platformId: 'P1', platform: 'asdk' };
    const { code, err } = await terminal.run((at) => decideIdentity({ record, is: 'not-same' }, told, at));
    expect([code, err]).toEqual([1, expect.stringMatching(/Yang ada: satusehat/)]);
  });
});

describe('titian incidents', () => {
  const firstId = async (): Promise<string> => {
    const { incidents: found } = JSON.parse((await incidents({ json: true, all: true })).out) as IncidentPage;
    return found[0]?.id ?? '';
  };

  test('list says 1 while one is open; show tells its messages; neither names anybody', async () => {
    const { code, out } = await incidents();
    const shown = await terminal.run(async (at) => printIncident(await firstId(), false, at));
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/catatan-orang-lain {2}open {2}kunjungan \/ visit .*posyandu-cempaka, 2025-06-03/),
    ]);
    expect(shown.out).toMatch(/Encounter\/.*: dibatalkan[\s\S]*: accepted/);
    expect(`${out}${shown.out}`).not.toMatch(canaries);
  });

  test.each([nobody, 'bukan-nomor'])('show and close of %s, which there is not, say where the list is', async (id) => {
    await expect(terminal.run((at) => printIncident(id, false, at))).rejects.toThrow(/titian incidents list/);
    const closing = terminal.run((at) => closeIncident(id, { note: 'selesai', json: false }, at));
    await expect(closing).rejects.toThrow(/Tidak ada insiden[\s\S]*There is no incident/);
  });

  test.each(['', '   ', 'milik 7414994101509605'])('close refuses the note "%s"', async (note) => {
    const id = await firstId();
    await expect(terminal.run((at) => closeIncident(id, { note, json: false }, at))).rejects.toThrow(/"note"/);
    expect((await incidents()).code).toBe(1);
  });

  test('close says who closed it, also when it is said again by another', async () => {
    const id = await firstId();
    const close = (by: string) => terminal.run((at) => closeIncident(id, { by, note: 'petugas diberi tahu', json: false }, at));
    const [first, again] = [await close('Dewi'), await close('Rina')];
    expect([first.out, again.out]).toEqual(Array(2).fill(expect.stringMatching(/ditutup oleh \/ closed by Dewi \(cli:\d+\)/)));
    expect((await incidents()).code).toBe(0);
    expect((await incidents({ all: true })).out).toMatch(/closed[\s\S]*ditutup \/ closed .* Dewi/);
  });
});

describe('titian done', () => {
  test.each([nobody, 'bukan-nomor'])('of %s, of which nothing waits, says where the list is', async (visit) => {
    const said = terminal.run((at) => markDone(visit, { note: 'selesai', json: false }, at));
    await expect(said).rejects.toThrow(/titian owed --list --reason koreksi-perlu-tangan/);
  });
});

test('the help of each speaks Indonesian first, with English beside it', () => {
  const program = new Command('titian');
  for (const add of [addIdentityCommand, addIncidentsCommand, addDoneCommand]) add(program);
  const all = program.commands.flatMap((one) => [one, ...one.commands]);
  for (const one of all) expect([one.name(), one.description()]).toEqual([one.name(), expect.stringMatching(/\S \/ \S/)]);
  const helped = all.map((one) => one.helpInformation()).join('');
  for (const words of ['siapa yang memutuskan', 'tanpa data orang', 'juga yang sudah ditutup']) expect(helped).toContain(words);
});
