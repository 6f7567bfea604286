import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDelimited } from '../../src/ingest/read-delimited.ts';
import { isNik } from '../../src/map/conversions/read-nik.ts';
import { PeopleRegister } from '../../src/simulator/people-register.ts';
import { readPeople } from '../../src/simulator/read-people.ts';
import { generateKenanga } from './generate-kenanga.ts';
import { writeGenerated } from './main.ts';

const options = { rows: 2000, seed: 7, date: '2025-08-12' };
const generated = generateKenanga(options);

async function readLines(content: string) {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield Buffer.from(content);
  }
  const file = await readDelimited(bytes());
  if (!file.ok) throw new Error('refused');
  const lines = [];
  for await (const line of file.value.lines) lines.push(line);
  return lines;
}

describe('an invented weighing list', () => {
  test('is the same for the same seed and another for another', () => {
    expect(generateKenanga(options)).toEqual(generated);
    expect(generateKenanga({ ...options, seed: 8 }).content).not.toBe(generated.content);
  });

  test('holds as many data rows as asked for, and the truth about every line', async () => {
    const lines = await readLines(generated.content);

    expect(lines.map((line) => line.line)).toEqual(generated.lines.map((line) => line.line));
    expect(lines.flatMap((line) => line.issues)).toEqual([]);
    expect(generated.lines.filter((line) => line.kind === 'data')).toHaveLength(2000);
  });

  test('holds every kind of dirt', () => {
    const faults = new Set(generated.lines.map((line) => line.fault));

    expect(faults).toEqual(
      new Set([
        undefined,
        'none',
        'marked',
        'destroyed',
        'absent',
        'placeholder',
        'wrong-length',
        'masked',
        'mothers',
        'other-name',
        'unregistered',
      ]),
    );
    expect(
      generated.lines.some((line) => line.repeats?.as === 'same') && generated.lines.some((line) => line.repeats?.as === 'correction'),
    ).toBe(true);
    expect(generated.visits.some((visit) => visit.weightG === null) && generated.visits.some((visit) => visit.heightMm === null)).toBe(
      true,
    );
  });

  test('counts each visit once: person and day are unique, and each data row belongs to one', () => {
    expect(new Set(generated.visits.map((visit) => `${visit.person} ${visit.date}`)).size).toBe(generated.visits.length);
    expect(generated.visits.flatMap((visit) => visit.lines).sort((a, b) => a - b)).toEqual(
      generated.lines.filter((line) => line.kind === 'data').map((line) => line.line),
    );
    expect(new Set(generated.visits.map((visit) => visit.date)).size).toBe(3);
  });

  test('names only people of kecamatan 99 with NIKs of their own, and nobody twice', () => {
    const people = generated.people
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { nik: string });
    const niks = people.map((person) => person.nik);

    expect(niks.every((nik) => isNik(nik) && nik.slice(4, 6) === '99')).toBe(true);
    expect(new Set(niks).size).toBe(niks.length);
    expect(new Set(generated.persons.map((person) => person.name)).size).toBe(generated.persons.length);
  });

  test('gives no two people without NIK the same birth date', () => {
    const dates = generated.persons.filter((person) => person.nik === null).map((person) => person.birthDate);
    const others = new Set(generated.persons.filter((person) => person.nik !== null).map((person) => person.birthDate));

    expect(new Set(dates).size).toBe(dates.length);
    expect(dates.filter((date) => others.has(date))).toEqual([]);
  });

  test('is written into a folder with the truth beside it, and the simulator takes its people', () => {
    const folder = mkdtempSync(join(tmpdir(), 'titian-kenanga-'));
    try {
      writeGenerated(folder, { ...options, rows: 50 });
      const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { visits: unknown[] };
      const register = new PeopleRegister();
      readPeople(join(folder, 'people.ndjson'), register);

      expect(truth.visits.length).toBeGreaterThan(40);
      expect(readFileSync(join(folder, 'kenanga.csv'), 'utf8')).toContain('DAFTAR BALITA POSYANDU KENANGA - AGUSTUS 2025');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
