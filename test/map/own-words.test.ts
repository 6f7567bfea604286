import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSource } from '../../src/map/compile-source.ts';
import type { Programme } from '../../src/map/programme.ts';
import { aSourceYaml } from './verbs/a-form.ts';
import { aReader } from './reader.ts';

let programme: Programme;
beforeAll(async () => {
  ({ programme } = await aReader());
});

/** What a cell of a column of vitamin A means to a source with these words of its own. */
function toCode(codes: string, column: string, cell: string): unknown {
  const files = [
    { path: 'rekaan/source.yaml', text: aSourceYaml({}) },
    { path: 'rekaan/columns.yaml', text: `Nama: { is: person.name }\nVit A: ${column}\n` },
    { path: 'rekaan/codes.yaml', text: codes },
  ];
  const compiled = compileSource('rekaan', files, programme);
  if (!compiled.ok) return compiled.issues.map(({ text }) => text);
  const read = compiled.value.columns.find(({ name }) => name === 'Vit A')?.read;
  const [fact] = read?.(cell, { asOf: '2025-12-31' }).value ?? [];
  return fact?.value.kind === 'coded' ? fact.value.code : undefined;
}

describe('words of a source for a list of the programme', () => {
  const plain = '{ is: vitamin-a }';

  test('are read beside the words that the programme knows', () => {
    expect(toCode('vitamin-a: { merah: [M] }', plain, 'M')).toBe('merah');
    expect(toCode('vitamin-a: { merah: [M] }', plain, 'Kapsul Biru')).toBe('biru');
    expect(toCode('vitamin-a: { merah: [M] }', plain, 'Z')).toBeUndefined();
  });

  test('go before them where they say otherwise', () => {
    expect(toCode('vitamin-a: { merah: [Kapsul Biru] }', plain, 'Kapsul Biru')).toBe('merah');
  });

  test('stand alone in a list of another name', () => {
    const named = '{ is: vitamin-a, codes: kapsul }';
    expect(toCode('kapsul: { merah: [M] }', named, 'M')).toBe('merah');
    expect(toCode('kapsul: { merah: [M] }', named, 'Kapsul Biru')).toBeUndefined();
  });

  test('do not bring its codes into a list of other codes that happens to have its name', () => {
    const named = '{ is: vitamin-a, codes: ya-tidak }';
    expect(toCode('ya-tidak: { merah: [M], biru: [B] }', named, 'B')).toBe('biru');
    expect(toCode('ya-tidak: { merah: [M], biru: [B] }', named, 'Sudah')).toBeUndefined();
  });
});
