import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { defaultSettings, type RuleSettings } from './rules/rule.ts';
import { readRuleSettings, ruleWords } from './rule-settings.ts';
import { storedTypes } from './stored-types.ts';

/** The two ways of changing what is stored. */
export type Correction = 'PUT' | 'PATCH';

/** How the simulated platform behaves where sources say nothing or contradict each other. */
export interface Settings {
  /** Types, per way of changing, that differ from what `unproven` and the published interactions say. */
  readonly corrections: Readonly<Record<Correction, Readonly<Record<string, boolean>>>>;
  /** Whether a way of changing that nobody was seen to use is taken. */
  readonly unproven: boolean;
  /** A PATCH of an EpisodeOfCare must name `/patient` (field report 2026-09-21), or need not (Postman collection 07, answered 200 in 2024). */
  readonly episodeNeedsPatient: boolean;
  /** A newborn who is there already: refused (Postman resource collection), or answered with the IHS number it has (documentation of the MPI). */
  readonly newbornTwice: 'refuse' | 'return';
  /** Whether types and parameters nobody was seen to search by are searched all the same, by visit, person, identifier, code and status. */
  readonly looseSearches: boolean;
  /** How rules judge where published answers and rules contradict each other. */
  readonly rules: RuleSettings;
}

/** Ways of changing that were seen (interactions of the Postman collections). PUT of an EpisodeOfCare was seen refused with 403. */
const seen: Readonly<Record<Correction, readonly string[]>> = {
  PUT: ['Encounter', 'Organization', 'Location', 'Goal'],
  PATCH: ['Patient', 'Location', 'Organization', 'EpisodeOfCare', 'CarePlan', 'Goal', 'ClinicalImpression', 'Task', 'Specimen'],
};

const usual: Settings = {
  corrections: { PUT: { EpisodeOfCare: false }, PATCH: {} },
  unproven: false,
  episodeNeedsPatient: true,
  newbornTwice: 'refuse',
  looseSearches: false,
  rules: defaultSettings,
};

/** What is wrong with settings; the words are for whoever wrote them. */
export interface WrongSettings {
  readonly wrong: string;
}

/** The settings in force; a test or a vendor may change them while the simulator runs. */
export class SettingsBook {
  private settings: Settings = usual;

  get current(): Settings {
    return this.settings;
  }

  /** Whether a resource of this type may be changed in this way. */
  takes(correction: Correction, type: string): boolean {
    return this.settings.corrections[correction][type] ?? (seen[correction].includes(type) || this.settings.unproven);
  }

  /**
   * Takes settings in the words of the files: `koreksi` (`terima` or `tolak` for all that is unproven, or per way and type
   * `{"PUT": {"Condition": "terima"}}`), `patchEpisode` (`dengan-patient`, `tanpa-patient`), `bayiGanda` (`tolak`, `kembalikan`), `pencarianLain` (`tolak`, `terima`), `sengketa` (`terbaru`, `ditolak`, `diterima`),
   * `zona` (`utc`, `semua`), `terdini` (a day, `2014-06-03`).
   */
  change(given: unknown): WrongSettings | undefined {
    const changes = readChanges(given, this.settings);
    if ('wrong' in changes) return changes;
    this.settings = { ...this.settings, ...changes };
    return undefined;
  }

  /** The settings in the words of the files. */
  toJson(): JsonObject {
    const { unproven, corrections, episodeNeedsPatient, newbornTwice, looseSearches, rules } = this.settings;
    const words = (types: Readonly<Record<string, boolean>>): JsonObject =>
      Object.fromEntries(Object.entries(types).map(([type, taken]) => [type, taken ? 'terima' : 'tolak']));
    return {
      koreksi: { lain: unproven ? 'terima' : 'tolak', PUT: words(corrections.PUT), PATCH: words(corrections.PATCH) },
      patchEpisode: episodeNeedsPatient ? 'dengan-patient' : 'tanpa-patient',
      pencarianLain: looseSearches ? 'terima' : 'tolak',
      bayiGanda: newbornTwice === 'refuse' ? 'tolak' : 'kembalikan',
      ...ruleWords(rules),
    };
  }
}

type Reading = Partial<Settings> | WrongSettings;

const readers: Readonly<Record<string, (value: Json, now: Settings) => Reading>> = {
  koreksi: readCorrections,
  patchEpisode: (value) =>
    readChoice('patchEpisode', value, { 'dengan-patient': { episodeNeedsPatient: true }, 'tanpa-patient': { episodeNeedsPatient: false } }),
  pencarianLain: (value) => readChoice('pencarianLain', value, { terima: { looseSearches: true }, tolak: { looseSearches: false } }),
  bayiGanda: (value) => readChoice('bayiGanda', value, { tolak: { newbornTwice: 'refuse' }, kembalikan: { newbornTwice: 'return' } }),
  ...Object.fromEntries(['sengketa', 'zona', 'terdini'].map((key) => [key, (value: Json, now: Settings) => readRules(key, value, now)])),
};

function readRules(key: string, value: Json, { rules }: Settings): Reading {
  const read = readRuleSettings(key, value);
  return 'wrong' in read ? read : { rules: { ...rules, ...read } };
}

function readChanges(given: unknown, now: Settings): Reading {
  if (!isJsonObject(given)) return { wrong: 'diharapkan objek JSON / a JSON object was expected' };
  let changes: Partial<Settings> = {};
  for (const [key, value] of Object.entries(given)) {
    const reading = readers[key]?.(value ?? null, { ...now, ...changes }) ?? { wrong: `setelan tidak dikenal / unknown setting: ${key}` };
    if ('wrong' in reading) return reading;
    changes = { ...changes, ...reading };
  }
  return changes;
}

function readChoice(key: string, value: Json, choices: Readonly<Record<string, Partial<Settings>>>): Reading {
  const choice = typeof value === 'string' && Object.hasOwn(choices, value) ? choices[value] : undefined;
  return choice ?? { wrong: `"${key}": ${Object.keys(choices).join(' | ')}` };
}

const takenWords: ReadonlyMap<unknown, boolean> = new Map([
  ['terima', true],
  ['tolak', false],
]);

function readCorrections(value: Json, now: Settings): Reading {
  if (typeof value === 'string') return readChoice('koreksi', value, { terima: { unproven: true }, tolak: { unproven: false } });
  if (!isJsonObject(value)) return { wrong: '"koreksi": terima | tolak | {"PUT": {...}, "PATCH": {...}, "lain": ...}' };
  const { PUT, PATCH, lain } = value;
  const [put, patch, others] = [readTypes(PUT), readTypes(PATCH), lain === undefined ? now.unproven : takenWords.get(lain)];
  if (put === undefined || patch === undefined || others === undefined)
    return { wrong: '"koreksi": tiap jenis resource terima | tolak / each resource type terima | tolak' };
  return { unproven: others, corrections: { PUT: { ...now.corrections.PUT, ...put }, PATCH: { ...now.corrections.PATCH, ...patch } } };
}

function readTypes(value: Json | undefined): Readonly<Record<string, boolean>> | undefined {
  if (value === undefined) return {};
  if (!isJsonObject(value)) return undefined;
  const types: Record<string, boolean> = {};
  for (const [type, word] of Object.entries(value)) {
    const taken = takenWords.get(word);
    if (taken === undefined || ![...storedTypes, 'Patient'].includes(type)) return undefined;
    types[type] = taken;
  }
  return types;
}
