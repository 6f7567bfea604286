import { compareNames, compareParents } from "./compare-names.js";
const same = { is: 'same' };
const other = { is: 'other' };
/**
 * Holds a row against a known person: a valid own NIK; else the mother's NIK with birth date and order; else the sender's id;
 * else birth date, sex and area with equal name and parent. A NIK alone does not join two people of different names (D07).
 */
export function matchPerson(row, known, sameArea) {
    const likeness = compareNames(row.name, known.name);
    if (row.nik !== undefined && row.nik === known.nik)
        return matchByNik(row, known, likeness === 'other');
    if (row.birthDate !== known.birthDate || isOtherSex(row, known))
        return other;
    const twoNik = row.nik !== undefined && known.nik !== undefined;
    if (!twoNik && row.nikIbu !== undefined && row.nikIbu === known.nikIbu)
        return matchByMother(row, known, likeness === 'other');
    if (!twoNik && row.localId !== undefined && row.localId === known.localId && likeness !== 'other')
        return same;
    if (!sameArea || likeness === 'other')
        return other;
    if (twoNik)
        return likeness === 'equal' && compareParents(row, known) !== 'differ' ? { is: 'perhaps', reason: 'dua-nik' } : other;
    return matchByName(row, known, likeness === 'equal');
}
function matchByNik(row, known, otherName) {
    if (!otherName || !row.nameIsOfficial || !known.nameIsOfficial)
        return same;
    return { is: 'perhaps', reason: 'satu-nik' };
}
/** Children of one mother born on one day are twins unless their names or their order say that they are one. */
function matchByMother(row, known, otherName) {
    if (row.birthOrder !== known.birthOrder && row.birthOrder !== undefined && known.birthOrder !== undefined)
        return other;
    if (!otherName)
        return same;
    const sameOrder = row.birthOrder !== undefined && row.birthOrder === known.birthOrder;
    if (sameOrder)
        return same;
    return row.nameIsOfficial && known.nameIsOfficial ? other : { is: 'perhaps', reason: 'mungkin-kembar' };
}
function matchByName(row, known, equalName) {
    const parents = compareParents(row, known);
    if (parents === 'differ')
        return other;
    if (!equalName)
        return isTwinName(row.name, known.name) ? other : { is: 'perhaps', reason: 'nama-mirip' };
    return parents === 'one-sided' ? { is: 'perhaps', reason: 'orang-tua-tidak-disebut' } : same;
}
/** Names that differ by an order only (By. Ny. Siti I and II) are twins, not spellings. */
function isTwinName(one, another) {
    const order = /[\s(]+(i{1,3}|[1-3]|[ab])\)?\s*$/i;
    return order.test(one) && order.test(another);
}
function isOtherSex(row, known) {
    return row.sex !== undefined && known.sex !== undefined && row.sex !== known.sex;
}
//# sourceMappingURL=match-person.js.map