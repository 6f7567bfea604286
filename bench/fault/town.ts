import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { InventedChild } from '../../test/generate/invent-child.ts';
import { measureChild } from '../../test/generate/measure-child.ts';
import { createSeededRandom, type SeededRandom } from '../../test/generate/seeded-random.ts';
import { kenangaColumns } from '../../test/generate/write-cells.ts';
import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.ts';
import { startSimulator, type Simulator } from '../../src/simulator/start-simulator.ts';
import { inventChildren } from '../deliver/invent-weighings.ts';
import { bulkSource, openBench, toPlaceName, type Bench } from '../ingest/open-bench.ts';

/** A visit as it has to stand upstream in the end. */
export interface TrueVisit {
  readonly child: InventedChild;
  /** The number under which the sandbox knows the child. */
  readonly ihs: string;
  weightG: number;
  readonly heightMm: number;
  /** The weight that was handed in first, where a later file corrected it. */
  formerG: number | undefined;
}

/** A district with one clock for gateway, worker and sandbox, which the run moves. */
export interface Town {
  readonly bench: Bench;
  readonly client: pg.Client;
  readonly clock: { now: Date };
  readonly random: SeededRandom;
  readonly niks: Set<string>;
  close(): Promise<void>;
}

export const visitDate = '2025-08-12';
const beginning = '2025-08-13T01:00:00Z';
const childrenAPlace = 60;

/** Opens the district; `visits` is how many one fault is tried with. */
export async function openTown(visits: number, seed: number): Promise<Town> {
  const clock = { now: new Date(beginning) };
  const bench = await openBench(Math.ceil(visits / childrenAPlace), { now: () => clock.now });
  const client = new pg.Client({ connectionString: bench.url });
  await client.connect();
  return {
    ...{ bench, client, clock, random: createSeededRandom(seed), niks: new Set<string>() },
    close: async () => {
      await client.end();
      await bench.close();
    },
  };
}

/** A sandbox of its own that knows these children and has the district's clock. */
export async function openSandbox({ bench, clock }: Town, visits: readonly TrueVisit[], seed: number): Promise<Simulator> {
  const data = await mkdtemp(join(bench.dir, 'sandbox-'));
  const people = join(data, 'people.ndjson');
  await writeFile(people, visits.map(toPeopleLine).join(''));
  return startSimulator({ data, people: [people], seed, ephemeral: true, settings: { koreksi: 'terima' }, now: () => clock.now });
}

function toPeopleLine({ child: { nik, name, birthDate, sex }, ihs }: TrueVisit): string {
  return `${JSON.stringify({ ihs, nik, nama: name.toUpperCase(), lahir: birthDate, jk: sex })}\n`;
}

/** Invents as many visits of people nobody knows yet. */
export function inventVisits({ random, niks }: Town, count: number): readonly TrueVisit[] {
  return inventChildren(random, count, niks).map((child, index) => {
    const { weightG, heightMm } = measureChild(random, child, visitDate);
    const ihs = `P98${String(niks.size - count + index).padStart(9, '0')}`;
    return { child, ihs, weightG, heightMm, formerG: undefined };
  });
}

/** Hands the visits in as they are now. */
export async function handIn({ bench }: Town, visits: readonly TrueVisit[], all: readonly TrueVisit[]): Promise<void> {
  const rows = visits.map((visit) => toCells(visit, all.indexOf(visit)));
  const lines = [[...kenangaColumns, 'Posyandu'], ...rows].map((cells) => toDelimitedLine(cells, { delimiter: ';' }));
  const answer = await bench.gateway.submit({ source: bulkSource, bytes: Buffer.from(byteOrderMark + lines.join('')), submitter: 'bench' });
  if (!answer.ok) throw new Error(answer.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  await bench.gateway.idle();
}

function toCells({ child, weightG, heightMm }: TrueVisit, index: number): readonly string[] {
  const day = visitDate.split('-').reverse().join('/');
  const born = child.birthDate.split('-').reverse().join('/');
  return [
    ...[String(index + 1), child.nik, child.name, born, child.sex, child.mother, child.father, String(child.rt), String(child.rw), day],
    ...[String(weightG / 1000).replace('.', ','), String(heightMm / 10).replace('.', ','), '', ''],
    toPlaceName(Math.floor(index / childrenAPlace)),
  ];
}
