import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import { cleanText } from '../conversions/clean-text.ts';
import type { CodeList } from '../conversions/code-list.ts';
import type { Convert } from '../conversions/conversion.ts';
import { conversionUnits, conversions } from '../conversions/conversions.ts';
import { defaultConversion, isYesNo } from '../conversions/default-conversion.ts';
import type { DosePart } from '../conversions/dose-parts.ts';
import { dosePartNames, toDosePart } from '../conversions/dose-parts.ts';
import { factConversions } from '../conversions/fact-conversions.ts';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import { toUnitWords } from '../conversions/read-number.ts';
import type { ElementDefinition, ElementTable, Unit } from '../element-definition.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { Reading } from '../conversions/reading.ts';
import { readToldAge } from '../conversions/to-fact-value.ts';
import { toGiven } from '../given.ts';
import type { CellFact, ReadCell } from '../source.ts';
import type { ColumnSetting, CompiledReader, WrittenColumn } from './column-setting.ts';
import { toUnknownWord } from './read-table.ts';
import { toUndated } from './to-undated.ts';

/** What a row says besides elements; anything below `person.address.` and `reported.` is free. */
export const rowTargets = [
  'person.nik',
  'person.nikIbu',
  'person.nikParent',
  'person.name',
  'person.birthDate',
  'person.age',
  'person.sex',
  'person.mother',
  'person.father',
  'person.parents',
  'person.kk',
  'person.localId',
  'person.birthOrder',
  'person.spouse',
  'person.phone',
  'person.bpjs',
  'person.birthPlace',
  'visit.number',
  'visit.date',
  'visit.month',
  'visit.place',
  'visit.condition',
  'visit.recorder',
  'visit.verifiedBy',
] as const;

/** Codes that a target itself allows, whatever lists there are. */
const ownCodes: Readonly<Record<string, readonly string[]>> = {
  'person.sex': ['L', 'P'],
  'visit.condition': ['hamil', 'bersalin', 'nifas'],
};
const defaultLists: Readonly<Record<string, string>> = { 'person.sex': 'jenis-kelamin', 'visit.condition': 'keadaan-ibu' };

/** Compiles a column that says one thing: its target, its conversion, its unit and its code list must all be known. */
export function compilePart(
  name: string,
  written: WrittenColumn & { readonly is: string },
  setting: ColumnSetting,
): Checked<CompiledReader> {
  const { is } = written;
  const element = setting.programme.elements.elements.get(is);
  const fault = checkTarget(is, [name, 'is'], setting);
  if (fault !== null) return toFailed(fault);
  const conversion = written.convert ?? defaultConversion(is, element, written.codes !== undefined);
  const convert = conversions.get(conversion);
  if (convert === undefined) {
    return toFailed(
      setting.fault(
        [name, 'convert'],
        toUnknownWord({ id: 'konversi', en: 'conversion' }, conversion, [...conversions.keys(), ...factConversions.keys()]),
      ),
    );
  }
  const list = toColumnList(name, written, conversion, setting);
  const unit = toColumnUnit(name, { word: written.unit, conversion }, element?.unit, setting);
  if (!list.ok || !unit.ok) return toFailed(...list.issues, ...unit.issues);
  const { dates, decimal } = setting;
  const read = convert({ is, dates, decimal, ...toGiven({ unit: unit.value, unitWord: written.unit, list: list.value }) });
  return toPassed({ targets: [is], read: toCellReader(written, read, setting), conversion, ...toGiven({ list: list.value?.key }) });
}

function toCellReader({ is, dated }: WrittenColumn & { readonly is: string }, read: ReturnType<Convert>, setting: ColumnSetting): ReadCell {
  return (text, day) => {
    const { value, remarks } = read(cleanText(text), day);
    if (value === undefined) return is === 'person.birthDate' ? toToldAge(text, remarks) : { remarks };
    const fact = value.kind === 'coded' ? toCodedFact(is, value.code, setting) : { is, value };
    if (dated !== undefined) return { value: [{ ...fact, dated: true }], remarks };
    return { value: [fact], remarks: [...remarks, ...toUndated([fact])] };
  };
}

/** An age that stands where the birth date belongs is kept as an age (D11). */
function toToldAge(text: string, remarks: readonly Remark[]): Reading<readonly CellFact[]> {
  const age = remarks.some(({ code }) => code === 'D11') ? readToldAge(cleanText(text)) : undefined;
  return age === undefined ? { remarks } : { value: [{ is: 'person.age', value: age }], remarks };
}

function toColumnList(
  name: string,
  written: WrittenColumn & { readonly is: string },
  conversion: string,
  setting: ColumnSetting,
): Checked<CodeList | undefined> {
  if (conversion !== 'code' && conversion !== 'yes-no') return toPassed(undefined);
  return findList(written.is, written.codes ?? (conversion === 'yes-no' ? 'ya-tidak' : undefined), [name], setting);
}

/** A column may be written in another unit than the element's: birth weights in kilograms. */
function toColumnUnit(
  name: string,
  { word, conversion }: { readonly word: string | undefined; readonly conversion: string },
  unit: Unit | undefined,
  setting: ColumnSetting,
): Checked<Unit | undefined> {
  const own = conversionUnits[conversion];
  // What the conversion itself understands it also turns into units of the element.
  if (word === undefined || own?.[word] !== undefined) return toPassed(unit);
  const known = unit === undefined ? {} : toUnitWords(unit);
  const perUnit = known[word];
  if (unit !== undefined && perUnit !== undefined) return toPassed({ ...unit, perUnit });
  return toFailed(setting.fault([name, 'unit'], toUnknownWord({ id: 'satuan', en: 'unit' }, word, Object.keys({ ...known, ...own }))));
}

/** Finds the code list of a target, by name or by the target's own key, and checks that its codes are codes of the element. */
export function findList(is: string, named: string | undefined, path: readonly string[], setting: ColumnSetting): Checked<CodeList> {
  const unknown = checkTarget(is, [...path, 'is'], setting);
  if (unknown !== null) return toFailed(unknown);
  const key = named ?? toUsualList(is, setting);
  const list = setting.lists.get(key);
  const fault = (what: Bilingual, word: string, known: Iterable<string>): Checked<CodeList> =>
    toFailed(setting.fault([...path, 'codes'], toUnknownWord(what, word, known)));
  if (list === undefined) return fault({ id: 'daftar kode', en: 'code list' }, key, setting.lists.keys());
  const allowed = toAllowedCodes(is, setting);
  const strange = [...list.byWord.values()].find((code) => allowed?.includes(code) === false);
  return strange === undefined ? toPassed(list) : fault({ id: 'kode', en: 'code' }, strange, allowed ?? []);
}

/** The list by which a target is read where its column names none: its own, or that of its element. */
function toUsualList(is: string, { programme }: ColumnSetting): string {
  return defaultLists[is] ?? programme.elements.elements.get(is)?.list ?? is;
}

function toAllowedCodes(is: string, { programme }: ColumnSetting): readonly string[] | undefined {
  const { elements } = programme.elements;
  const element = elements.get(is);
  const part = toDosePart(is);
  if (part !== undefined) return toPartCodes(part, elements.get(part.element));
  return ownCodes[is] ?? (element !== undefined && isYesNo(element) ? ['ya', 'tidak'] : element?.codes);
}

function toPartCodes({ part, conversion }: DosePart, element: ElementDefinition | undefined): readonly string[] {
  return conversion === 'yes-no' ? ['ya', 'tidak'] : Object.keys(element?.fhir?.fields?.[part] ?? {});
}

/**
 * A coded fact. A vaccine known only by name is history with unknown date, and never first-hand; a measure that is a word lies beyond
 * what its meter shows, and the word is its interpretation (field rule 7).
 */
export function toCodedFact(is: string, code: string, setting: ColumnSetting): CellFact {
  const element = setting.programme.elements.elements.get(is);
  const fact: CellFact = { is, value: { kind: 'coded', code } };
  if (element?.shape === 'immunization') return { ...fact, fields: { primarySource: { kind: 'boolean', boolean: false } } };
  return element?.unit === undefined ? fact : { ...fact, fields: { interpretasi: { kind: 'coded', code } } };
}

/** What a sender computed is kept as reported (D27). */
function toComputedTarget(is: string): Bilingual {
  return {
    id: `elemen "${is}" dihitung oleh Titian; hitungan pengirim ditulis sebagai reported.*`,
    en: `the element "${is}" is computed by Titian; what a sender computed is written as reported.*`,
  };
}

/** The fault of a target that is neither an element nor something a row says of person or visit. */
export function checkTarget(is: string, path: readonly string[], setting: ColumnSetting): Issue | null {
  const { elements } = setting.programme.elements;
  if (elements.get(is)?.computed !== undefined) return setting.fault(path, toComputedTarget(is));
  if (isKnownTarget(is, elements)) return null;
  return setting.fault(
    path,
    toUnknownWord({ id: 'elemen', en: 'element' }, is, [
      ...elements.keys(),
      ...rowTargets,
      ...dosePartNames.map((part) => `imunisasi.${part}`),
    ]),
  );
}

function isKnownTarget(is: string, elements: ElementTable['elements']): boolean {
  const isFree = is.startsWith('person.address.') || is.startsWith('reported.');
  const dose = toDosePart(is);
  if (dose !== undefined && elements.get(dose.element)?.shape === 'immunization') return true;
  return isFree || elements.has(is) || rowTargets.some((target) => target === is);
}
