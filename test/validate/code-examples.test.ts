import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readJsonTexts, UnreadText } from '../../src/cli/read-json-texts.ts';
import { judgeRequest } from '../../src/http/validation-desk.ts';
import { toValidationOutcome } from '../../src/http/validation-outcome.ts';
import { packageRoot } from '../../src/root.ts';
import { validationCatalogue } from '../../src/validate/catalogue/catalogue.ts';
import { judgeText } from '../../src/validate/text/judge-text.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import type { ValidationOptions } from '../../src/validate/options.ts';
import type { Validator } from '../../src/validate/validator.ts';

/** What stands on the page of a code: the smallest resource with the defect, and its sound twin; or words, for what is too large to print. */
interface Example {
  readonly defect: unknown;
  readonly sound: unknown;
  /** Both are JSON text, because the defect is in the text. */
  readonly text?: boolean;
  readonly definitions?: readonly JsonObject[];
  readonly profiles?: readonly string[];
  /** Where the twin is validated against others. */
  readonly soundProfiles?: readonly string[];
  readonly options?: Partial<ValidationOptions>;
  readonly made?: unknown;
}

const folder = join(packageRoot, 'docs', 'code-examples');
const examples = new Map(
  readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Example]),
);
const patient = { resourceType: 'Patient', gender: 'male' };
let validator: Validator;
beforeAll(async () => {
  validator = await loadValidator();
});

function find(example: Example, given: unknown, profiles: readonly string[] = []) {
  const text = example.text === true ? String(given) : JSON.stringify(given);
  const { definitions = [], options = {} } = example;
  const extended = definitions.length === 0 ? validator : validator.with(definitions);
  const { value, result } = judgeText(extended, text, { profiles, options });
  const verdict = example.text === true ? undefined : extended.judge(value, profiles, options);
  return { ...result, verdict, codes: result.issues.map(({ code }) => code) };
}

/** It takes a rule and data whose cost would be the cost of this test. */
const tooCostly: ReadonlySet<string> = new Set(['rule-given-up']);

/** Those too large or too far outside for a page, made here. */
const made: Readonly<Record<string, () => Promise<readonly string[]> | readonly string[]>> = {
  'encoding-wrong': () => faultOf(readJsonTexts(inPieces(Buffer.from('{"resourceType":"Patient","id":"é"}', 'latin1')))),
  'text-too-large': () => faultOf(readJsonTexts(inPieces(...Array.from({ length: 257 }, () => Buffer.alloc(1048576, 32))))),
  'too-deep': () => codesOf({ ...patient, extension: [nest(10_000)] }),
  'too-many-nodes': () => codesOf({ ...patient, name: new Array(5_000_001).fill(1) }),
  'too-wide': () => [
    ...codesOf(wide(10_001)),
    ...judgeText(validator, JSON.stringify(wide(200_000)), { profiles: [], options: {} }).result.issues.map(({ code }) => code),
  ],
  'too-long': () => codesOf({ ...patient, name: [{ text: 'a'.repeat(17_000_000) }] }),
  'issues-cut': () => codesOf({ ...patient, name: Array.from({ length: 2000 }, () => ({})) }),
  'resource-type-other': () => told({ ...patient }, 'Observation'),
  'nothing-found': () => told(patient, 'Patient'),
};

function codesOf(resource: unknown): readonly string[] {
  return validator.validate(resource).issues.map(({ code }) => code);
}

function wide(names: number): unknown {
  return Object.fromEntries(Array.from({ length: names }, (_, at) => [`k${String(at)}`, 1]));
}

function nest(depth: number): unknown {
  let inner: unknown = { url: 'http://x', valueCode: 'a' };
  for (let at = 0; at < depth; at++) inner = { url: 'http://x', extension: [inner] };
  return inner;
}

function told(resource: unknown, type: string): readonly string[] {
  const judged = judgeRequest(validator, { bytes: Buffer.from(JSON.stringify(resource)), profiles: [], type });
  return toValidationOutcome(judged, 'id').issue.map(({ details }) => details?.coding?.[0]?.code ?? '');
}

async function* inPieces(...pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

async function faultOf(reading: AsyncGenerator): Promise<readonly string[]> {
  try {
    for await (const _ of reading);
    return [];
  } catch (fault) {
    return fault instanceof UnreadText ? [fault.code] : [];
  }
}

describe('the example of a code', () => {
  test('is there for every code, and for no other', () => {
    expect([...examples.keys()].sort()).toEqual(
      Object.keys(validationCatalogue)
        .filter((code) => !tooCostly.has(code))
        .sort(),
    );
    const inWords = [...examples].filter(([, { made: words }]) => words !== undefined).map(([code]) => code);
    expect(inWords.sort()).toEqual(Object.keys(made).sort());
  });

  test.each([...examples].filter(([, example]) => example.made === undefined))('%s is found in the defect alone', (code, example) => {
    const defect = find(example, example.defect, example.profiles);
    const sound = find(example, example.sound, example.soundProfiles ?? example.profiles);
    expect(defect.codes).toContain(code);
    expect(sound.codes).not.toContain(code);
    expect(sound.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (defect.verdict !== undefined) expect(defect.verdict === 'invalid').toBe(!defect.valid);
  });

  test.each([...examples].filter(([, example]) => example.made === undefined))('%s has the severity its page tells', (code, example) => {
    const { issues } = find(example, example.defect, example.profiles);
    const severities = validationCatalogue[code]?.severities ?? ['error'];
    expect(severities).toContain(issues.find((issue) => issue.code === code)?.severity);
  });

  test.each(Object.entries(made))('%s is found in what is too large or too far for a page', async (code, make) => {
    expect(await make()).toContain(code);
  });
});
