const ZERO = 48;

/** True when the last digit of a LOINC code is its check digit (LOINC Users' Guide, appendix on mod 10: Luhn over the digits before the hyphen). */
export function hasLoincCheckDigit(code: string): boolean {
  const end = code.length - 2;
  let sum = 0;
  for (let at = end - 1; at >= 0; at--) {
    const digit = code.charCodeAt(at) - ZERO;
    const doubled = (end - 1 - at) % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10 === code.charCodeAt(end + 1) - ZERO;
}

/** The multiplication table of the dihedral group of order ten, row by row. */
const PRODUCT = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
].map(toDigits);
/** Verhoeff's permutation and its powers, of which there are eight. */
const POWERS = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258'].map(
  toDigits,
);

function toDigits(row: string): readonly number[] {
  return Array.from(row, Number);
}

/** True when a run of digits ends with its Verhoeff check digit (SNOMED CT Release File Specification, 6.4). */
export function hasVerhoeffDigit(digits: string): boolean {
  let check = 0;
  for (let at = digits.length - 1, place = 0; at >= 0; at--, place++) {
    const digit = POWERS[place % 8]?.[digits.charCodeAt(at) - ZERO] ?? 0;
    check = PRODUCT[check]?.[digit] ?? 0;
  }
  return check === 0;
}
