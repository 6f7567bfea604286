import type { Scope } from './emit.ts';
import { emitFault, toLiteral } from './emit.ts';
import { emitInvariants } from './emit-invariants.ts';
import { isPrimitiveCode } from '../ir.ts';
import type { LimitsIr, ProfileIr, TypeIr } from '../ir.ts';
import type { Overlay } from '../overlay.ts';
import type { Selector } from '../selector.ts';

/** The value being checked: its expression, the object beside a primitive that holds its extensions, and its path. */
export interface Item {
  readonly x: string;
  readonly holder: string;
  readonly path: string;
  readonly type: TypeIr | undefined;
}

/** How many are allowed; of a slice when it is named. */
export interface Bounds {
  readonly min: number;
  readonly max: number | null;
  readonly slice?: string;
}

/** What profile checks are written with. */
export interface Writer extends Scope {
  readonly toVariable: () => string;
  /** The function for content that other elements repeat. */
  readonly toRecursion: (path: string) => string;
  readonly profile: ProfileIr;
}

/** Writes how often something may occur. */
export function emitBounds(writer: Writer, n: string, { min, max, slice }: Bounds, path: string): string {
  const [low, high] = slice === undefined ? ['cardinality-min', 'cardinality-max'] : ['slice-min', 'slice-max'];
  const toExpected = (bound: number): string => toLiteral(slice === undefined ? String(bound) : `${slice} (${String(bound)})`);
  const least = min > 0 ? `if (${n} < ${String(min)}) ${emitFault(writer, { code: low, path, expected: toExpected(min) })}` : '';
  const most = max === null ? '' : `if (${n} > ${String(max)}) ${emitFault(writer, { code: high, path, expected: toExpected(max) })}`;
  return `${least} ${most}`;
}

/** Writes what a value is fixed to or must contain. */
export function emitFixed(writer: Writer, child: Overlay, { x, holder, path, type }: Item): string {
  const { value } = child.element;
  if (value === undefined) return '';
  const constant = writer.constants.intern(toLiteral(value.json));
  const [code, test] = value.kind === 'fixed' ? ['fixed-value', 'equals'] : ['pattern', 'matches'];
  // What is fixed is fixed in every part: a primitive may not carry extensions either.
  const bare = value.kind === 'fixed' && isPrimitiveCode(type?.code ?? 'Element') ? ` || ${holder}.extension !== undefined` : '';
  return `if (!${test}(${x}, ${constant})${bare}) ${emitFault(writer, { code, path, expected: toLiteral(toLiteral(value.json)), came: x })}`;
}

/** Writes how long a value may be and between which others it must lie; what cannot be compared here is left undecided. */
export function emitLimits(writer: Writer, { element: { limits } }: Overlay, { x, path }: Item): string {
  if (limits === undefined) return '';
  const test = `isWithin(${x}, ${writer.constants.intern(toLiteral(limits))})`;
  const fault = emitFault(writer, { code: 'value-limit', path, expected: toLiteral(toRange(limits)), came: x });
  const undecided = writer.mode === 'fast' ? '' : ` else if (${test} === undefined) c.leave(${path}, ${writer.rule}, 'limit-not-decided');`;
  return `if (${test} === false) { ${fault} }${undecided}`;
}

function toRange({ maxLength, least, most }: LimitsIr): string {
  const bound = (sign: string, value: unknown): readonly string[] => (value === undefined ? [] : [`${sign} ${toLiteral(value)}`]);
  return [...bound('>=', least), ...bound('<=', most), ...bound('length <=', maxLength)].join(', ');
}

/** Writes the invariants a profile adds. */
export function emitRules(writer: Writer, { element }: Overlay, { x, path, type }: Item): string {
  const { constraints } = element;
  // Inside a datatype the type itself is what a rule starts from; a root has no type of its own here.
  const inPath = type === undefined || type.code === 'BackboneElement' || type.code === 'Element';
  return emitInvariants(writer, constraints, inPath ? element.path : type.code, { x, path });
}

/** Which type a choice has is known while writing; everything else, and the type of a resource, is asked of the value. */
export function emitSelection(writer: Writer, selectors: readonly Selector[], { x, type }: Item): string {
  const isAsked = (selector: Selector): boolean => selector.kind !== 'type' || selector.steps.length > 0 || type?.code === 'Resource';
  const asked = selectors.filter(isAsked);
  const known = selectors.every((selector) => isAsked(selector) || (selector.kind === 'type' && selector.codes.includes(type?.code ?? '')));
  if (!known) return 'false';
  if (asked.length === 0) return 'true';
  return `select(${x}, ${writer.constants.intern(toLiteral(asked))})`;
}
