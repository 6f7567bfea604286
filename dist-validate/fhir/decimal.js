/**
 * Turns a count of smallest units into the decimal of a unit: 11400 g at 1000 g/kg is 11.4.
 * One IEEE division is correctly rounded, so for powers of ten the shortest text of the result is the exact decimal.
 */
export function toDecimal(int, perUnit) {
    return int / perUnit;
}
//# sourceMappingURL=decimal.js.map