import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Source } from '../../../src/map/source.ts';
import { eppgbmForm, kenangaForm } from '../../generate/dirty-child-forms.ts';
import type { DirtyForm } from '../../generate/dirty-form.ts';
import { writeDirtyForm } from '../../generate/dirty-form.ts';
import { mothersForm, sasaranForm } from '../../generate/dirty-mother-forms.ts';
import { createSeededRandom } from '../../generate/seeded-random.ts';
import { aReader } from '../reader.ts';
import { aSource } from './a-source.ts';
import type { Outcome } from './claims.ts';
import { changes, leaks, misnames, toStory, vanishes } from './claims.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga', date: '2025-08-12' };
const rowsAFile = 150;

const files = new Map<string, readonly Outcome[]>();

/** The file of a seed, read once for all claims. */
function outcomesOf(form: DirtyForm, seed: number): readonly Outcome[] {
  const key = `${form.source} ${String(seed)}`;
  const outcomes = files.get(key) ?? readForm(form, seed);
  files.set(key, outcomes);
  return outcomes;
}

function readForm(form: DirtyForm, seed: number): readonly Outcome[] {
  const lines = writeDirtyForm(form, createSeededRandom(seed), rowsAFile);
  const source: Source | string = form.source === 'formulir-ibu' ? aSource(reader.programme, mothersColumns) : form.source;
  const { rows, conversion } = reader.read(
    source,
    lines.map(({ cells }) => cells),
    request,
  );
  return lines.flatMap((line, at) => {
    const [mapped, verdict] = [rows[at], conversion.rows[at]?.row];
    return mapped === undefined || verdict === undefined ? [] : [{ line, mapped, verdict }];
  });
}

const mothersColumns = Object.entries(mothersForm.tables)
  .map(([name, is]) => `${name}: ${is}\n`)
  .join('');

/** Every claim is made of every row of every generated file; what fails says which row, which fault and which issues. */
function holds(form: DirtyForm, claim: (outcome: Outcome) => readonly string[]): void {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const outcomes = outcomesOf(form, seed);
      expect(outcomes.flatMap((outcome) => claim(outcome).map((fault) => `${fault} | ${toStory(outcome)}`)).slice(0, 5)).toEqual([]);
    }),
    { seed: 20_251_122, numRuns: 7, endOnFailure: true },
  );
}

describe.each([kenangaForm, eppgbmForm, sasaranForm, mothersForm].map((form) => [form.source, form] as const))(
  'dirt never seen before in %s',
  (_name, form) => {
    test('lets no row vanish', () => {
      holds(form, vanishes);
    });

    test('changes no value in silence', () => {
      holds(form, changes);
    });

    test('is named rightly, in its cell, and what is clean is not warned of', () => {
      holds(form, misnames);
    });

    test('is told of without a name, a number or a guarded value', () => {
      holds(form, leaks);
    });
  },
);
