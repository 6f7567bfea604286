import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { checkMessage } from '../../src/platforms/satusehat/preflight/check-message.ts';
import { readRuleBook } from '../../src/platforms/satusehat/read-rule-book.ts';
import { packageRoot } from '../../src/root.ts';
import { seededRandom } from '../../src/simulator/random.ts';
import type { JsonObject } from '../../src/simulator/json.ts';
import { checkResource } from '../../src/simulator/rules/check-resource.ts';
import { byKind, plant, soundOf, valuesOf } from './planted.ts';
import { organization } from './a-sandbox.ts';

const now = new Date('2025-08-15T00:00:00Z');
const book = await readRuleBook(packageRoot);
const types = [...new Set(byKind.map(({ type }) => type))];

/** What the simulator refuses by number; references lead where they say. */
function refusedBy(resource: JsonObject): readonly number[] {
  const reach = (reference: string, targets: readonly string[]): 'known' | 'unknown' =>
    targets.includes(reference.split('/')[0] ?? '') ? 'known' : 'unknown';
  const texts = checkResource(resource, { now, organization, reach }).map(({ text }) => text);
  return toNumbers(texts.map((text) => /Rule\s?(?:Number)?:?\s*(\d{5})/i.exec(text)?.[1] ?? '0'));
}

/** What the pre-flight finds, held or remarked. */
function foundBy(resource: JsonObject): readonly number[] {
  const { held, remarks } = checkMessage({ method: 'POST', path: '/', body: resource, credential: organization }, book, now);
  return toNumbers([...held, ...remarks].map(({ rule = '' }) => rule));
}

/** Refusals of the store behind the rules bear no number. */
function toNumbers(numbers: readonly string[]): readonly number[] {
  return [...new Set(numbers.map(Number))].filter((number) => number > 0).sort((a, b) => a - b);
}

describe('a resource of the least that is asked', () => {
  test.each(types)('%s is refused by no rule, of the simulator or of the pre-flight', (type) => {
    expect([refusedBy(soundOf(type)), foundBy(soundOf(type))]).toEqual([[], []]);
  });
});

describe('a rule carried out by its kind', () => {
  test.each(byKind.map((rule) => [rule.rule, rule.path, rule] as const))(
    '%i takes what it should at %s and refuses what it should',
    (number, path, rule) => {
      const sound = soundOf(rule.type);
      const { taken, refused } = valuesOf(rule);
      const [good, bad] = [plant(sound, path, taken), plant(sound, path, refused)];

      expect([refusedBy(good).includes(number), refusedBy(bad).includes(number)]).toEqual([false, true]);
      expect([foundBy(good).includes(number), foundBy(bad).includes(number)]).toEqual([false, true]);
    },
  );
});

describe('the simulator and the pre-flight, each with code of its own', () => {
  // What they judge differently by intent is not drawn: an offset other than +00:00 (taken by staging in 2026, refused by the simulator as undocumented),
  // a foreign organisation in an identifier without rule, and whether a record that is referred to exists (the simulator alone knows).
  test('name the same rules for 4,000 resources with up to five elements right or wrong', () => {
    const random = seededRandom(20_251_231);
    const draw = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const differing: unknown[] = [];
    for (let made = 0; made < 4000; made += 1) {
      const type = draw(types);
      const own = byKind.filter((rule) => rule.type === type);
      let resource = soundOf(type);
      for (let changes = Math.ceil(random() * 5); changes > 0; changes -= 1) {
        const rule = draw(own);
        const values = valuesOf(rule);
        resource = plant(resource, rule.path, random() < 0.5 ? values.taken : values.refused);
      }
      const [simulated, preflight] = [refusedBy(resource), foundBy(resource)];
      if (simulated.join() !== preflight.join()) differing.push({ simulated, preflight, resource });
    }

    expect(differing).toEqual([]);
  });
});

describe('the dictionary', () => {
  const whole = JSON.parse(readFileSync(`${packageRoot}/programme/satusehat/aturan.json`, 'utf8')) as {
    aturan: { nomor: number; cara: string; alasan?: string; bukti: string; tercatatPada?: string }[];
  };

  test('has 564 rows with a number each, a reason for what is not carried out and a source for every recorded refusal', () => {
    expect(new Set(whole.aturan.map(({ nomor }) => nomor)).size).toBe(564);
    expect(whole.aturan.filter(({ cara, alasan }) => (cara === 'tidak') !== (alasan !== undefined))).toEqual([]);
    expect(whole.aturan.filter(({ bukti, tercatatPada }) => (bukti === 'tercatat') !== (tercatatPada !== undefined))).toEqual([]);
  });
});
