import { cleanText, toCodeWord } from "../conversions/clean-text.js";
import { findCode } from "../conversions/code-list.js";
import { toFailed, toPassed } from "../../fhir/checked.js";
import { toUndated } from "./to-undated.js";
import { findList, toCodedFact } from "./compile-part.js";
const aliasRead = { code: 'D19', severity: 'information' };
const unknownPart = {
    code: 'D19',
    severity: 'warning',
    detail: { id: 'sebagian isi sel tidak dikenal', en: 'part of the cell is not known' },
};
/** Compiles a cell that holds several coded things (`Merah; MR1`): cut at the separators, each part is whatever knows its word. */
export function compileSplit(name, written, setting) {
    const parts = (written.each ?? []).map((part, at) => ({
        part,
        list: findList(part.is, part.codes, [name, 'each', String(at)], setting),
    }));
    const failed = parts.flatMap(({ list }) => (list.ok ? [] : list.issues));
    if (failed.length > 0)
        return toFailed(...failed);
    const known = parts.flatMap(({ part, list }) => (list.ok ? [{ is: part.is, list: list.value }] : []));
    const separators = new RegExp((written.split ?? [';', ',']).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'u');
    return toPassed({
        targets: known.map(({ is }) => is),
        read: (text) => {
            const facts = [];
            const remarks = [];
            let aliased = false;
            for (const word of text.split(separators).map(cleanText)) {
                if (word === '')
                    continue;
                const found = known.map(({ is, list }) => ({ is, code: findCode(list, word) })).find(({ code }) => code !== undefined);
                if (found?.code === undefined)
                    remarks.push(unknownPart);
                else
                    facts.push(toCodedFact(found.is, found.code, setting));
                aliased ||= found?.code !== undefined && toCodeWord(found.code) !== toCodeWord(word);
            }
            return { value: facts, remarks: [...remarks, ...(aliased ? [aliasRead] : []), ...toUndated(facts)] };
        },
    });
}
//# sourceMappingURL=compile-split.js.map