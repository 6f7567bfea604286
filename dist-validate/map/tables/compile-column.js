import { cleanText, toCodeWord } from "../conversions/clean-text.js";
import { toNothing, toRead } from "../conversions/reading.js";
import { toFailed, toPassed } from "../../fhir/checked.js";
import { compilePart } from "./compile-part.js";
import { compileSplit } from "./compile-split.js";
/** Compiles one column into a reader of its cells; it must say what it is, or why it is ignored. */
export function compileColumn(name, written, setting) {
    const verbs = [written.is, written.each, written.ignore].filter((verb) => verb !== undefined);
    if (verbs.length !== 1) {
        return toFailed(setting.fault([name], {
            id: 'kolom harus memiliki tepat satu dari "is", "each" atau "ignore"',
            en: 'a column needs exactly one of "is", "each" or "ignore"',
        }));
    }
    const base = { name, names: [name, ...(written.aliases ?? [])], required: written.required ?? false };
    if (written.ignore !== undefined)
        return toPassed({ ...base, targets: [], ignore: written.ignore });
    const compiled = written.is === undefined ? compileSplit(name, written, setting) : compilePart(name, { ...written, is: written.is }, setting);
    if (!compiled.ok)
        return compiled;
    return toPassed({ ...base, targets: compiled.value.targets, read: withMissing(compiled.value.read, written.missing ?? []) });
}
/** Tokens mean what their column says: `-` is *missing* here and *negative* there, so each column lists its own. */
function withMissing(read, tokens) {
    const words = new Set(tokens.map((token) => toCodeWord(String(token))));
    const zero = words.has('0');
    const seen = toRead([], { code: 'D15', severity: 'information' });
    return (text, day) => {
        if (cleanText(text) === '')
            return toNothing();
        const word = toCodeWord(text);
        return words.has(word) || (zero && /^0+([.,]0+)?$/.test(cleanText(text))) ? seen : read(text, day);
    };
}
//# sourceMappingURL=compile-column.js.map