import { toCodeWord } from "./clean-text.js";
/** Finds the code of a word, also where a remark in brackets stands behind it: `Polio Tetes 3 (OPV 3)`. */
export function findCode(list, text) {
    const whole = list.byWord.get(toCodeWord(text));
    if (whole !== undefined || !text.includes('('))
        return whole;
    const outside = list.byWord.get(toCodeWord(text.replace(/\([^)]*\)/g, ' ')));
    return outside ?? list.byWord.get(toCodeWord(/\(([^)]*)\)/.exec(text)?.[1] ?? ''));
}
//# sourceMappingURL=code-list.js.map