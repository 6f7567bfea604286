import { describe, expect, test } from '@jest/globals';
import { applyPatch, PatchError, readPatch, sameJson } from '../../src/simulator/patch/json-patch.ts';
import type { Json } from '../../src/simulator/json.ts';
import { seededRandom } from '../../src/simulator/random.ts';

const patched = (document: Json, ...operations: readonly object[]): Json => applyPatch(document, readPatch(operations));

describe('a JSON Patch', () => {
  test.each<[string, Json, object, Json]>([
    ['adds a key', { a: 1 }, { op: 'add', path: '/b', value: 2 }, { a: 1, b: 2 }],
    ['adds into a list before what stands there', [1, 3], { op: 'add', path: '/1', value: 2 }, [1, 2, 3]],
    ['adds at the end of a list', [1], { op: 'add', path: '/-', value: 2 }, [1, 2]],
    ['adds right behind the last', [1], { op: 'add', path: '/1', value: 2 }, [1, 2]],
    ['replaces deep inside', { a: [{ b: 1 }] }, { op: 'replace', path: '/a/0/b', value: 2 }, { a: [{ b: 2 }] }],
    ['replaces the whole', { a: 1 }, { op: 'replace', path: '', value: [] }, []],
    ['removes a key', { a: 1, b: 2 }, { op: 'remove', path: '/a' }, { b: 2 }],
    ['removes from a list', [1, 2, 3], { op: 'remove', path: '/1' }, [1, 3]],
    ['copies', { a: [1] }, { op: 'copy', from: '/a', path: '/b' }, { a: [1], b: [1] }],
    ['moves', { a: 1 }, { op: 'move', from: '/a', path: '/b' }, { b: 1 }],
    ['moves within a list', [1, 2, 3], { op: 'move', from: '/0', path: '/2' }, [2, 3, 1]],
    [
      'tests without regard to the order of keys',
      { a: { x: 1, y: 2 } },
      { op: 'test', path: '/a', value: { y: 2, x: 1 } },
      { a: { x: 1, y: 2 } },
    ],
    ['knows ~0 and ~1', { 'a/b': 1, '~': 2 }, { op: 'replace', path: '/a~1b', value: 3 }, { 'a/b': 3, '~': 2 }],
    ['takes null as a value', { a: 1 }, { op: 'replace', path: '/a', value: null }, { a: null }],
  ])('%s', (_case, document, operation, result) => {
    expect(patched(document, operation)).toEqual(result);
  });

  test.each<[string, Json, object]>([
    ['a replace of what is not there', { a: 1 }, { op: 'replace', path: '/b', value: 2 }],
    ['a remove of what is not there', [], { op: 'remove', path: '/0' }],
    ['a place beyond the end', [1], { op: 'add', path: '/2', value: 2 }],
    ['a place with a leading zero', [1, 2], { op: 'replace', path: '/01', value: 2 }],
    ['a path through a text', { a: 'x' }, { op: 'add', path: '/a/b', value: 2 }],
    ['a test that fails', { a: 1 }, { op: 'test', path: '/a', value: '1' }],
    ['a move into itself', { a: { b: 1 } }, { op: 'move', from: '/a', path: '/a/b' }],
    ['what every object inherits', {}, { op: 'test', path: '/constructor', value: 1 }],
    ['an unknown operation', {}, { op: 'merge', path: '/a', value: 1 }],
    ['no path', {}, { op: 'remove' }],
    ['a path without a slash', {}, { op: 'remove', path: 'a' }],
    ['no value', {}, { op: 'add', path: '/a' }],
    ['no from', {}, { op: 'copy', path: '/a' }],
    ['no object', {}, []],
    ['the removal of everything', {}, { op: 'remove', path: '' }],
  ])('refuses %s', (_case, document, operation) => {
    expect(() => patched(document, operation)).toThrow(PatchError);
  });

  test.each([[undefined], [{}], [[]], ['x']])('is a list with operations, not %j', (body) => {
    expect(() => readPatch(body)).toThrow(PatchError);
  });

  test('that fails midway changes nothing, and says where', () => {
    const document = { a: [1, 2] };
    const patch = readPatch([
      { op: 'add', path: '/a/-', value: 3 },
      { op: 'test', path: '/a/0', value: 9 },
    ]);

    expect(() => applyPatch(document, patch)).toThrow('operation 1 (test)');
    expect(document).toEqual({ a: [1, 2] });
  });

  test('cannot reach the prototype', () => {
    const result = patched({}, { op: 'add', path: '/__proto__', value: { polluted: true } });

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  test('that adds and removes the same leaves any document as it was (300 documents, seed 5)', () => {
    const random = seededRandom(5);
    const draw = (depth: number): Json => {
      const kind = Math.floor(random() * (depth > 3 ? 3 : 5));
      if (kind === 0) return Math.floor(random() * 9);
      if (kind === 1) return `t${String(Math.floor(random() * 9))}`;
      if (kind === 2) return random() < 0.5;
      const items = Array.from({ length: Math.floor(random() * 4) }, () => draw(depth + 1));
      return kind === 3 ? items : Object.fromEntries(items.map((item, index) => [`k${String(index)}`, item]));
    };
    for (let round = 0; round < 300; round += 1) {
      const document: Json = { list: [draw(0), draw(0)], rest: draw(0) };
      const value = draw(0);
      const there = patched(document, { op: 'add', path: '/list/1', value }, { op: 'add', path: '/new', value });
      const back = patched(
        there,
        { op: 'test', path: '/list/1', value },
        { op: 'remove', path: '/list/1' },
        { op: 'remove', path: '/new' },
      );

      expect(sameJson(back, document)).toBe(true);
    }
  });
});
