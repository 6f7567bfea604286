import { toCodeWord } from "../conversions/clean-text.js";
import { toFailed, toPassed } from "../../fhir/checked.js";
/** Turns `code: [words]` into a lookup by word; a word that would mean two codes is a fault. The code itself is a word too. */
export function compileCodeList(key, codes, fault) {
    const byWord = new Map();
    const issues = [];
    for (const [code, words] of Object.entries(codes)) {
        for (const word of [code, ...words]) {
            const comparable = toCodeWord(String(word));
            const other = byWord.get(comparable);
            if (other !== undefined && other !== code) {
                issues.push(fault([code], { id: `"${String(word)}" sudah berarti "${other}"`, en: `"${String(word)}" means "${other}" already` }));
            }
            byWord.set(comparable, code);
        }
    }
    return issues.length === 0 ? toPassed({ key, byWord }) : toFailed(...issues);
}
//# sourceMappingURL=compile-code-list.js.map