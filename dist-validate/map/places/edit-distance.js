/** The number of letters to insert, remove, replace or swap with a neighbour to make one text of the other (optimal string alignment). */
export function editDistance(one, other) {
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= other.length; j += 1)
            next.push(toCost(one, other, { i, j, left: next[j - 1] ?? 0 }, [before, row]));
        before = row;
        row = next;
    }
    return row[other.length] ?? 0;
}
function toCost(one, other, { i, j, left }, [before, row]) {
    const same = one.charAt(i - 1) === other.charAt(j - 1);
    const swapped = i > 1 && j > 1 && one.charAt(i - 1) === other.charAt(j - 2) && one.charAt(i - 2) === other.charAt(j - 1);
    const plain = Math.min(left + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
    return swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain;
}
//# sourceMappingURL=edit-distance.js.map