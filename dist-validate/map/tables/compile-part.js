import { cleanText } from "../conversions/clean-text.js";
import { conversions, defaultConversion } from "../conversions/conversions.js";
import { toFailed, toPassed } from "../../fhir/checked.js";
import { unitWords } from "../conversions/read-number.js";
import { toUnknownWord } from "./read-table.js";
import { toUndated } from "./to-undated.js";
/** What a row says besides elements; anything below `person.address.` and `reported.` is free. */
export const rowTargets = [
    'person.nik',
    'person.nikIbu',
    'person.name',
    'person.birthDate',
    'person.sex',
    'person.mother',
    'person.father',
    'person.parents',
    'person.kk',
    'person.localId',
    'person.birthOrder',
    'visit.number',
    'visit.date',
    'visit.month',
    'visit.place',
];
/** Codes that a target itself allows, whatever lists there are. */
const ownCodes = { 'person.sex': ['L', 'P'] };
const defaultLists = { 'person.sex': 'jenis-kelamin' };
/** Compiles a column that says one thing: its target, its conversion and its code list must all be known. */
export function compilePart(name, written, setting) {
    const { is } = written;
    const element = setting.programme.elements.elements.get(is);
    if (!isTarget(is, element)) {
        const known = [...setting.programme.elements.elements.keys(), ...rowTargets];
        return toFailed(setting.fault([name, 'is'], toUnknownWord({ id: 'elemen', en: 'element' }, is, known)));
    }
    const conversion = written.convert ?? defaultConversion(is, element, written.codes !== undefined);
    const convert = conversions.get(conversion);
    if (convert === undefined) {
        return toFailed(setting.fault([name, 'convert'], toUnknownWord({ id: 'konversi', en: 'conversion' }, conversion, conversions.keys())));
    }
    const codes = written.codes ?? (conversion === 'yes-no' ? 'ya-tidak' : undefined);
    const list = conversion === 'code' || conversion === 'yes-no' ? findList(is, codes, [name], setting) : undefined;
    if (list?.ok === false)
        return list;
    const unit = toColumnUnit(name, written.unit, element?.unit, setting);
    if (!unit.ok)
        return unit;
    const { dates, decimal } = setting;
    const read = convert({ is, dates, decimal, ...(unit.value && { unit: unit.value }), ...(list?.ok && { list: list.value }) });
    return toPassed({
        targets: [is],
        read: (text, day) => {
            const { value, remarks } = read(cleanText(text), day);
            if (value === undefined)
                return { remarks };
            const fact = value.kind === 'coded' ? toCodedFact(is, value.code, setting) : { is, value };
            return { value: [fact], remarks: [...remarks, ...toUndated([fact])] };
        },
    });
}
/** A column may be written in another unit than the element's: birth weights in kilograms. */
function toColumnUnit(name, word, unit, setting) {
    if (word === undefined)
        return toPassed(unit);
    const known = unit === undefined ? {} : (unitWords[unit.smallest] ?? {});
    const perUnit = known[word];
    if (unit !== undefined && perUnit !== undefined)
        return toPassed({ ...unit, perUnit });
    return toFailed(setting.fault([name, 'unit'], toUnknownWord({ id: 'satuan', en: 'unit' }, word, Object.keys(known))));
}
/** Finds the code list of a target, by name or by the target's own key, and checks that its codes are codes of the element. */
export function findList(is, named, path, setting) {
    const element = setting.programme.elements.elements.get(is);
    if (!isTarget(is, element)) {
        return toFailed(setting.fault([...path, 'is'], toUnknownWord({ id: 'elemen', en: 'element' }, is, setting.programme.elements.elements.keys())));
    }
    const key = named ?? defaultLists[is] ?? is;
    const list = setting.lists.get(key);
    if (list === undefined)
        return toFailed(setting.fault([...path, 'codes'], toUnknownWord({ id: 'daftar kode', en: 'code list' }, key, setting.lists.keys())));
    const allowed = ownCodes[is] ?? (element?.shape === 'boolean' ? ['ya', 'tidak'] : element?.codes);
    const strange = allowed === undefined ? undefined : [...list.byWord.values()].find((code) => !allowed.includes(code));
    if (strange === undefined)
        return toPassed(list);
    return toFailed(setting.fault([...path, 'codes'], toUnknownWord({ id: 'kode', en: 'code' }, strange, allowed ?? [])));
}
/** A coded fact; a vaccine known only by name is history with unknown date, and never first-hand. */
export function toCodedFact(is, code, setting) {
    const immunization = setting.programme.elements.elements.get(is)?.shape === 'immunization';
    const fact = { is, value: { kind: 'coded', code } };
    return immunization ? { ...fact, fields: { primarySource: { kind: 'boolean', boolean: false } } } : fact;
}
function isTarget(is, element) {
    if (element !== undefined || is.startsWith('person.address.') || is.startsWith('reported.'))
        return true;
    return rowTargets.some((target) => target === is);
}
//# sourceMappingURL=compile-part.js.map