import { afterAll, describe, expect, test } from '@jest/globals';
import { judgeAll } from '../../src/gateway/judging/judge-persons.ts';
import { returnFile } from '../../src/gateway/return-file.ts';
import type { Visit } from '../../src/map/visit.ts';
import type { SubmissionResult } from '../../src/submission.ts';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';
import { startReceiver, type Receiver } from '../platforms/receiving/receiver.ts';
import { aFrontDoor, aKenangaList, type FrontDoor } from './a-front-door.ts';

const receivers: Receiver[] = [];

afterAll(async () => {
  for (const receiver of receivers) await receiver.close();
});

async function aDistrict(): Promise<FrontDoor> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  return aFrontDoor(() => createReceivingPlatform({ url: receiver.url }));
}

async function handIn(door: FrontDoor, source: string, file: string): Promise<SubmissionResult> {
  door.clock.now = new Date(door.clock.now.getTime() + 60_000);
  const answer = await door.handIn(source, file);
  await judgeAll(door.parts);
  return answer;
}

function told({ rows }: SubmissionResult): readonly string[] {
  return (rows ?? []).map(({ status, issues }) => [status, ...issues.map(({ code }) => code)].join(' '));
}

async function visitsOf({ store }: FrontDoor): Promise<readonly Visit[]> {
  const ids = (await store.db.rows<{ id: string }>('visit-ids', [store.environment])).map(({ id }) => id);
  const known = [...(await store.visits.getVisits(store.db, ids)).values()];
  return known.map(({ visit }) => visit).sort((one, other) => (one.date < other.date ? -1 : 1));
}

function valueOf(visit: Visit | undefined, is: string): string | undefined {
  const value = visit?.elements.find(({ key }) => key === is)?.value;
  if (value === undefined) return undefined;
  return value.kind === 'quantity' ? value.written : JSON.stringify(value);
}

const eppgbm = (rest: string) =>
  `NIK,Nama,JK,Tgl Lahir,Posyandu,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,LiLA,Naik Berat Badan,Jml Vit A\n6472994511249611,Alya Ramadhani,P,2024-11-05,Posyandu Kenanga,2025-08-06,${rest}\n`;
const kenanga = (rest: string, name = 'ALYA RAMADHANI') =>
  aKenangaList('AGUSTUS 2025', `1;6472994511249611;${name};05/11/2024;P;Wulan;Teguh;002;05;06/08/2025;${rest}`);

describe('one day of a child in five files of two sources', () => {
  const files: readonly (readonly [string, string])[] = [
    ['posyandu-kenanga', kenanga('7,8;;;')],
    ['posyandu-kenanga', kenanga(';68,5;;')],
    ['posyandu-kenanga', kenanga(';;44;')],
    ['eppgbm', eppgbm(',,,13.5,,')],
    ['posyandu-kenanga', kenanga(';;;Vit A biru')],
  ];

  test('is one visit with every part, in whichever order they come', async () => {
    const all: unknown[] = [];
    for (const order of [files, [...files].reverse()]) {
      const door = await aDistrict();
      for (const [source, file] of order) expect(told(await handIn(door, source, file)).join()).not.toContain('quarantined');
      const visits = await visitsOf(door);
      expect(visits.length).toBe(1);
      const keys = ['berat-badan', 'tinggi-badan', 'lingkar-kepala', 'lingkar-lengan-atas'];
      expect(keys.map((key) => valueOf(visits[0], key))).toEqual(['7,8', '68,5', '44', '13.5']);
      all.push(visits[0]?.elements.map(({ key, ordinal }) => `${key} ${String(ordinal)}`).sort());
    }
    expect(all[0]).toEqual(all[1]);
  });
});

describe('rows that contradict each other', () => {
  test('in one file: the later one stands and it is told; the same row again is a duplicate', async () => {
    const door = await aDistrict();
    const line = (weight: string) => `1;6472994511249611;ALYA RAMADHANI;05/11/2024;P;Wulan;Teguh;002;05;06/08/2025;${weight};68;;`;
    expect(told(await handIn(door, 'posyandu-kenanga', aKenangaList('AGUSTUS 2025', line('7,8'), line('7,9'), line('7,9'))))).toEqual([
      'skipped',
      'skipped',
      'accepted',
      'warning D26',
      'skipped D26',
    ]);
    const visits = await visitsOf(door);
    expect([visits.length, valueOf(visits[0], 'berat-badan')]).toEqual([1, '7,9']);
  });

  test('of a kader and of an export: the kader’s counts whichever came first, and it is told', async () => {
    for (const kaderFirst of [true, false]) {
      const door = await aDistrict();
      const files = [
        ['posyandu-kenanga', kenanga('7,8;68;;')],
        ['eppgbm', eppgbm('8.4,68,,,,')],
      ] as const;
      const answers: string[] = [];
      for (const [source, file] of kaderFirst ? files : [...files].reverse()) answers.push(...told(await handIn(door, source, file)));
      expect(answers.join(' ')).toContain('isi-berbeda');
      expect((await visitsOf(door)).map((visit) => valueOf(visit, 'berat-badan'))).toEqual(['7,8']);
    }
  });
});

describe('a girl of 16 who is pregnant', () => {
  const row = 'K-1;6471994506099601;Zsazsa Kenari;05/06/2009;P;Puskesmas Karang Joang;14/07/2025;03/03/2025;21,5;9,1;';
  const grown = 'K-2;6471995211989601;Sari Rahayu;12/11/1998;P;Puskesmas Karang Joang;14/07/2025;03/03/2025;23;11;';
  const header = 'No Kunjungan;NIK;Nama;Tgl Lahir;JK;Unit;Tanggal;HPHT;LILA;Hb;KET';

  test('is on no list, and her line of the returned file says only what became of it', async () => {
    const door = await aDistrict();
    const { id } = await handIn(door, 'simpus-kia', [header, row, grown, ''].join('\r\n'));
    const text = (await returnFile(door.parts, id))?.bytes.toString('utf8') ?? '';
    expect(text).toContain('Sari Rahayu');
    expect(text).toMatch(/^;+"?(diterima|perhatian)/m);
    expect(text).not.toMatch(/Kenari|6471994506099601|21,5|05\/06\/2009/);
    const visits = await door.store.visits.getVisits(
      door.store.db,
      (await visitsOf(door)).map((visit) => visit.id),
    );
    expect([...visits.values()].map(({ visit }) => visit.lifeStage)).toEqual(['ibu-hamil', 'ibu-hamil']);
    const { warnings } = await door.store.warnings.listWarnings(door.store.db, { states: ['terbuka'] }, { limit: 50 });
    const mine = [...visits.values()].find(({ visit }) => valueOf(visit, 'hemoglobin') === '9,1')?.visit.person;
    expect(warnings.filter(({ warning }) => warning.person === mine && warning.kerahasiaan !== 'sangat-terbatas')).toEqual([]);
  });
});
