import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import { isBlocking } from '../../src/fhir/issue.ts';
import { OWN_DOMAIN, readBase, readFolder } from '../../src/validate/build-validators.ts';
import { compileDefinitions } from '../../src/validate/compile-definitions.ts';
import { judgeText } from '../../src/validate/text/judge-text.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { hostile } from './hostile.ts';
import { makeResource } from './make-resource.ts';
import { mutateProfile } from './mutate-profile.ts';
import { mutate, mutateText } from './mutate.ts';
import { createRandom, type Random } from './random.ts';

/** How much is to be tried, and whom to tell what goes wrong. */
export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/** What came of it. `slowestMs` is the longest both paths took together on one input. */
export interface FuzzResult {
  inputs: number;
  crashes: number;
  disagreements: number;
  tooLong: number;
  slowestMs: number;
  largestAnswer: number;
  readonly verdicts: Record<'ok' | 'warnings' | 'invalid', number>;
}

interface Fuzzing extends FuzzOptions {
  readonly random: Random;
  readonly sound: readonly string[];
  readonly profiles: readonly string[];
  readonly validator: Validator;
  readonly result: FuzzResult;
}

/** A clear issue within a second is what bad input is promised. */
const longestMs = 1000;
const profileEvery = 200;

/** Tries sound resources with changes, text, hostile values and changed profiles. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzResult> {
  const validator = await loadValidator();
  const random = createRandom(options.seed);
  const result: FuzzResult = {
    ...{ inputs: 0, crashes: 0, disagreements: 0, tooLong: 0, slowestMs: 0, largestAnswer: 0 },
    verdicts: { ok: 0, warnings: 0, invalid: 0 },
  };
  const definitions = join(packageRoot, 'profiles', 'definitions');
  const profiles = readFolder(definitions).filter((each) => each['resourceType'] === 'StructureDefinition');
  const fuzzing = {
    ...options,
    random,
    validator,
    result,
    sound: makeSound(validator, random),
    profiles: profiles.map((each) => JSON.stringify(each)),
  };
  options.tell(`${String(fuzzing.sound.length)} sound resources to begin with`);
  for (; result.inputs < options.inputs; result.inputs++) tryOne(fuzzing);
  return result;
}

/** The committed examples and, of every type, some that were made and found sound. */
function makeSound(validator: Validator, random: Random): readonly string[] {
  const folder = join(packageRoot, 'profiles', 'examples', 'valid');
  const examples = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const own = readFolder(join(packageRoot, 'profiles', 'definitions'));
  const { ir, valueSets, manifest } = compileDefinitions({ base: readBase(), own, ownDomain: OWN_DOMAIN });
  const makings = { types: new Map(ir.map((each) => [each.type, each])), sets: new Map(valueSets.map((set) => [set.url, set])), random };
  const made = manifest.resourceTypes.flatMap((type) =>
    [0, 0, 0.1, 0.2, 0.3, 0.5].map((fullness) => makeResource(type, { ...makings, fullness })).filter((each) => validator.isValid(each)),
  );
  return [...examples.map((text) => JSON.stringify(JSON.parse(text))), ...made.map((each) => JSON.stringify(each))];
}

function tryOne(fuzzing: Fuzzing): void {
  const { random, result } = fuzzing;
  const dice = random.next();
  if (result.inputs % profileEvery === profileEvery - 1) tryProfile(fuzzing);
  else if (dice < 0.1) tryText(fuzzing);
  else if (dice < 0.11) tryValue(fuzzing, fuzzing.validator, random.pick(hostile)(random));
  else tryValue(fuzzing, fuzzing.validator, toMutant(fuzzing));
}

function toMutant({ random, sound }: Fuzzing): unknown {
  const value: unknown = JSON.parse(random.pick(sound));
  for (let at = random.below(3); at > 0; at--) mutate(value, random);
  return random.next() < 0.05 ? toBundle(value, random) : value;
}

function toBundle(resource: unknown, random: Random): unknown {
  const type = random.pick(['collection', 'transaction', 'batch', 'searchset', 'document', 'message', 'history']);
  const entry = [{ fullUrl: 'http://contoh.example/Patient/1', resource, request: { method: 'PUT', url: 'Patient/1' } }, { resource }];
  return { resourceType: 'Bundle', type, entry };
}

function tryValue(fuzzing: Fuzzing, validator: Validator, value: unknown, profiles: readonly string[] = []): void {
  attempt(
    fuzzing,
    () => JSON.stringify(value),
    () => {
      const quick = validator.judge(value, profiles);
      const { valid, issues } = validator.validate(value, profiles);
      const told = !valid ? 'invalid' : issues.some(({ severity }) => severity === 'warning') ? 'warnings' : 'ok';
      if (told !== quick)
        fail(
          fuzzing,
          'disagreements',
          `${quick} but ${told}: ${issues.map(({ code, expression }) => `${code} ${expression ?? ''}`).join(', ')}`,
          JSON.stringify(value),
        );
      if (valid === issues.some(isBlocking)) fail(fuzzing, 'disagreements', 'valid is not what the issues say', JSON.stringify(value));
      fuzzing.result.verdicts[quick] += 1;
      return issues;
    },
  );
}

function tryText(fuzzing: Fuzzing): void {
  const { random, validator, result } = fuzzing;
  const text = mutateText(random.pick(fuzzing.sound), random);
  attempt(
    fuzzing,
    () => text,
    () => {
      const judged = judgeText(validator, text, { profiles: [], options: random.next() < 0.3 ? { comments: 'allowed' } : {} });
      result.verdicts[judged.result.valid ? 'ok' : 'invalid'] += 1;
      return judged.result.issues;
    },
  );
}

function tryProfile(fuzzing: Fuzzing): void {
  const { random, validator, profiles, result } = fuzzing;
  const url = `http://contoh.example/${String(result.inputs)}`;
  const profile = mutateProfile(random.pick(profiles), url, random);
  attempt(
    fuzzing,
    () => JSON.stringify(profile),
    () => validator.with([profile]).problems,
  );
  tryValue(fuzzing, validator.with([profile]), toMutant(fuzzing), [url]);
}

function attempt(fuzzing: Fuzzing, show: () => string, act: () => unknown): void {
  const { result } = fuzzing;
  const started = performance.now();
  try {
    const answer = act();
    const tookMs = performance.now() - started;
    if (tookMs > longestMs) fail(fuzzing, 'tooLong', `${tookMs.toFixed(0)} ms`, show());
    result.slowestMs = Math.max(result.slowestMs, tookMs);
    result.largestAnswer = Math.max(result.largestAnswer, JSON.stringify(answer).length);
  } catch (fault) {
    fail(fuzzing, 'crashes', fault instanceof Error ? (fault.stack ?? fault.message).slice(0, 900) : String(fault), show());
  }
}

function fail({ result, tell }: Fuzzing, kind: 'crashes' | 'disagreements' | 'tooLong', why: string, input: string): void {
  result[kind] += 1;
  if (result[kind] <= 5) tell(`${kind}, input ${String(result.inputs)}: ${why.slice(0, 1200)}\n  ${input.slice(0, 1500)}`);
}
