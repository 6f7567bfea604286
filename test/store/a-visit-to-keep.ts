import { randomUUID } from 'node:crypto';
import type { MappedRow } from '../../src/map/mapped-row.ts';
import type { Person, Visit } from '../../src/map/visit.ts';
import type { Incoming } from '../../src/store/submissions.ts';
import type { VisitToKeep } from '../../src/store/visits.ts';

/** A moment of the test day. */
export function at(time: string): Date {
  return new Date(`2025-08-12T${time}:00Z`);
}

/** An invented child without NIK, unless told otherwise. */
export function aPerson(facts: Partial<Person> = {}): Person {
  return { id: randomUUID(), name: 'Made Suasta', nameIsOfficial: true, birthDate: '2024-03-05', sex: 'L', ...facts };
}

/** A weighing of that child at Posyandu Kenanga. */
export function aVisitToKeep(person: Person, facts: Partial<Visit> = {}, kept: Partial<VisitToKeep> = {}): VisitToKeep {
  const visit: Visit = {
    id: randomUUID(),
    person: person.id,
    date: '2025-08-12',
    dateEstimated: false,
    place: 'kenanga',
    service: 'posyandu-balita',
    recorder: 'kader',
    verified: false,
    lifeStage: 'balita',
    ageDays: 525,
    elements: [{ key: 'berat-badan', ordinal: 1, value: { kind: 'quantity', int: 10400, written: '10,4' }, cell: 'BB' }],
    reported: {},
    ...facts,
  };
  return {
    visit,
    key: `${visit.person}|${visit.place}|${visit.date}|${visit.service}`,
    bundle: { resourceType: 'Bundle', type: 'collection' },
    hash: JSON.stringify(visit.elements),
    duty: 'kirim',
    kerahasiaan: 'umum',
    sealedKeys: new Set(),
    versions: { tables: 'v1' },
    ...kept,
  };
}

/** A row as it comes out of mapping. */
export function aRow(row: number, facts: Partial<MappedRow> = {}): MappedRow {
  return {
    row,
    status: 'accepted',
    heading: false,
    issues: [],
    contentHash: `row-${String(row)}`,
    cells: ['Made Suasta', '10,4'],
    ...facts,
  };
}

/** A file of one piece, handed in at eight o'clock. */
export function anIncoming(text: string, facts: Partial<Incoming> = {}): Incoming {
  return {
    bytes: [Buffer.from(text, 'utf8')],
    source: 'posyandu-kenanga',
    request: { place: 'kenanga' },
    submitter: 'kunci-1',
    tablesVersion: 'v1',
    at: at('08:00'),
    lease: { owner: 'pekerja-1', until: at('08:05') },
    ...facts,
  };
}
