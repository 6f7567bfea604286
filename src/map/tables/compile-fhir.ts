import type { Static } from '@sinclair/typebox';
import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import type { Band, ElementResource, FhirCodes, Shape } from '../element-definition.ts';
import type { SettledFhir, WrittenFhir, settingsSchema } from './fhir-schema.ts';
import type { Table } from './read-table.ts';
import { checkWhom } from './compile-overlays.ts';
import { toUnknownWord } from './read-table.ts';

/** The settings as they were written, which of them some element asks for, and what else elements refer to. */
export interface Settings {
  readonly tables: readonly Table<Static<typeof settingsSchema>>[];
  readonly asked: Map<string, readonly string[]>;
  /** Stages of life that `during` may name. */
  readonly stages: ReadonlySet<string>;
}

/** What the codes of an element have to fit. */
export interface Coded {
  readonly shape: Shape;
  readonly codes: readonly string[] | undefined;
}

/** Says a fault at a path below the element. */
export type ReportFault = (path: readonly (string | number)[], message: Bilingual) => void;

/** What a shape is in FHIR; a number, code, text, day, yes or no may be any of them. */
const RESOURCES_OF: Readonly<Partial<Record<Shape, readonly ElementResource[]>>> = {
  answer: ['QuestionnaireResponse'],
  condition: ['Condition'],
  procedure: ['Procedure'],
  immunization: ['Immunization'],
  medication: ['MedicationDispense', 'MedicationStatement'],
  'lab-result': ['Observation'],
  referral: ['ServiceRequest'],
};

/** The codes of an element: as written, or those of the option that the settings name, the default where they are silent. */
export function compileFhir(
  fhir: WrittenFhir | SettledFhir | undefined,
  element: Coded,
  settings: Settings,
  report: ReportFault,
): FhirCodes | undefined {
  if (fhir === undefined) return undefined;
  if (!('setting' in fhir)) return checkCodes(fhir, element, settings, report);
  const known = Object.keys(fhir.options);
  settings.asked.set(
    fhir.setting,
    [...(settings.asked.get(fhir.setting) ?? known)].filter((option) => known.includes(option)),
  );
  if (!known.includes(fhir.default)) report(['default'], toUnknownWord({ id: 'pilihan', en: 'option' }, fhir.default, known));
  const is = toChosen(fhir.setting, settings) ?? fhir.default;
  for (const [option, { citation: _citation, ...written }] of Object.entries(fhir.options)) {
    const checked = checkCodes(written, element, settings, (path, message) => {
      report(['options', option, ...path], message);
    });
    if (option === is) return checked;
  }
  return undefined;
}

/** Settings that nobody asks for, and options that are not offered: each named by file and line with the nearest right one. */
export function findUnknownSettings({ tables, asked }: Settings): readonly Issue[] {
  return tables.flatMap(({ value, fault }) =>
    Object.entries(value.settings).flatMap(([slug, { is }]) => {
      const options = asked.get(slug);
      if (options === undefined) return [fault(['settings', slug], toUnknownWord({ id: 'pengaturan', en: 'setting' }, slug, asked.keys()))];
      if (options.includes(is)) return [];
      return [fault(['settings', slug, 'is'], toUnknownWord({ id: 'pilihan', en: 'option' }, is, options))];
    }),
  );
}

function toChosen(slug: string, { tables }: Settings): string | undefined {
  return tables.map(({ value }) => value.settings[slug]?.is).find((is) => is !== undefined);
}

function checkCodes(fhir: WrittenFhir, { shape, codes }: Coded, settings: Settings, report: ReportFault): FhirCodes {
  checkResource(fhir, shape, report);
  for (const missing of listMissing(fhir)) report([], { id: `"${missing}" harus diisi`, en: `"${missing}" is missing` });
  checkWords(['values'], fhir.values, codes, report);
  if (!isBands(fhir.interpretation)) checkWords(['interpretation'], fhir.interpretation, codes, report);
  else checkBands(fhir.interpretation, ['interpretation'], report);
  checkStages(fhir, settings, report);
  return fhir;
}

function checkResource({ resource }: WrittenFhir, shape: Shape, report: ReportFault): void {
  const resources = RESOURCES_OF[shape];
  if (resources?.includes(resource) !== false) return;
  report(['resource'], {
    id: `bentuk "${shape}" adalah ${resources.join(' atau ')}, bukan ${resource}`,
    en: `the shape "${shape}" is ${resources.join(' or ')}, not ${resource}`,
  });
}

/** A boolean has no codes of its own: its words are `ya` and `tidak`. */
function checkWords(path: readonly string[], words: object | undefined, codes: Coded['codes'], report: ReportFault): void {
  const known = codes ?? ['ya', 'tidak'];
  for (const word of Object.keys(words ?? {})) {
    if (!known.includes(word)) report([...path, word], toUnknownWord({ id: 'kode', en: 'code' }, word, known));
  }
}

function checkStages({ during = {}, by = [] }: WrittenFhir, { stages }: Settings, report: ReportFault): void {
  for (const [nth, { for: whom, interpretation = [{}] }] of by.entries()) {
    checkWhom(['by', nth, 'for'], whom, stages, report);
    checkBands(interpretation, ['by', nth, 'interpretation'], report);
  }
  for (const [stage, { interpretation = [{}] }] of Object.entries(during)) {
    if (!stages.has(stage)) report(['during', stage], toUnknownWord({ id: 'tahap', en: 'stage' }, stage, stages));
    checkBands(interpretation, ['during', stage, 'interpretation'], report);
  }
}

function checkBands(bands: readonly Band[], path: readonly (string | number)[], report: ReportFault): void {
  if (areAscending(bands)) return;
  report(path, {
    id: 'batas "below" harus naik, dan hanya yang terakhir tanpa "below"',
    en: 'the limits "below" must rise, and only the last has none',
  });
}

/** An answer belongs to an item of a Questionnaire; all else is about a code, its own or that of its value. */
function listMissing(fhir: WrittenFhir): readonly string[] {
  if (fhir.resource === 'QuestionnaireResponse') return (['questionnaire', 'linkId'] as const).filter((word) => fhir[word] === undefined);
  return (['code', 'values', 'valueSystem', 'medication'] as const).some((word) => fhir[word] !== undefined) ? [] : ['code'];
}

/** True for bands of a number, false for codes. */
export function isBands(interpretation: FhirCodes['interpretation']): interpretation is readonly Band[] {
  return Array.isArray(interpretation);
}

function areAscending(bands: readonly Band[]): boolean {
  const limits = bands.map(({ below }) => below ?? Infinity);
  return limits.at(-1) === Infinity && limits.every((limit, index) => index === 0 || limit > (limits[index - 1] ?? Infinity));
}
