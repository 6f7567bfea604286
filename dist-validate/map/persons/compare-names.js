import { isBabyName, splitParents, toComparableName } from "../conversions/read-name.js";
import { toEditDistance } from "../nearest-word.js";
/** Compares two names without honorifics, degrees, case and punctuation. */
export function compareNames(one, other) {
    const [a, b] = [toComparableName(one), toComparableName(other)];
    if (a === '' || b === '')
        return 'other';
    if (a === b)
        return 'equal';
    if (a.replaceAll(' ', '') === b.replaceAll(' ', ''))
        return 'equal';
    if (isInside(a, b) || isInside(b, a))
        return 'near';
    return toEditDistance(a, b) <= Math.max(1, Math.floor(Math.min(a.length, b.length) / 5)) ? 'near' : 'other';
}
/** Compares the parents two drafts state, in whichever cells they stand. */
export function compareParents(one, other) {
    const [ours, theirs] = [toParents(one), toParents(other)];
    if (ours.length === 0 && theirs.length === 0)
        return 'unstated';
    if (ours.length === 0 || theirs.length === 0)
        return 'one-sided';
    return ours.some((name) => theirs.includes(name)) ? 'agree' : 'differ';
}
function toParents({ mother, father, parents, name }) {
    const stated = [mother, father, parents].flatMap((each) => (each === undefined ? [] : splitParents(each)));
    // "By. Ny. Suharti" names the mother.
    const told = isBabyName(name) ? [name.replace(/^(by|bayi|anak|bbl)[\s.]*(ny|nyonya|ibu|dari)?[\s.]*/i, '')] : [];
    return [...stated, ...told].map(toComparableName).filter((each) => each !== '');
}
function isInside(short, long) {
    const words = new Set(long.split(' '));
    return short.split(' ').every((word) => words.has(word));
}
//# sourceMappingURL=compare-names.js.map