const LITERAL = /^-?([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/** Fifteen digits always survive a double (IEEE 754 binary64), sixteen may not. */
const SAFE_DIGITS = 15;

/** True for a JSON number that programs which keep numbers as doubles read as another one: R4 2.24.0.1 asks for eighteen digits, a double has some sixteen. */
export function losesDigits(literal: string): boolean {
  if (literal.length <= SAFE_DIGITS) return false;
  const written = toPlain(literal);
  return written !== undefined && written !== toPlain(String(Number(literal)));
}

/** Digits without zeros at either end, and the power of ten behind them, so that equal numbers have equal texts. */
function toPlain(literal: string): string | undefined {
  const [, whole = '', fraction = '', power = '0'] = LITERAL.exec(literal) ?? [];
  if (whole === '') return undefined;
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '0' : `${kept}e${String(Number(power) - fraction.length + digits.length - kept.length)}`;
}
