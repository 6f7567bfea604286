import type { Place, Scope } from './emit.ts';
import { emitBinding, emitCoded, emitProfiles, emitTargets } from './emit.ts';
import { emitExtensions } from './emit-end.ts';
import { emitInvariants } from './emit-invariants.ts';
import { isPrimitiveCode } from '../ir.ts';
import type { ElementIr, TypeIr } from '../ir.ts';
import { plainValues } from '../plain-values.ts';

/** Writes the checks of one value of an element by its type: a resource, a primitive, a datatype or a backbone. */
export function emitTyped(scope: Scope, child: ElementIr, type: TypeIr | undefined, place: Place): string {
  const more = type === undefined ? '' : emitMore(scope, child, type, place);
  const code = type?.code ?? '';
  if (code === 'Resource') return emitResource(scope, child, place);
  return isPrimitiveCode(code) ? emitPrimitive(scope, [child, code], place, more) : emitObject(scope, child, place, more);
}

/** A contained resource has the one around it as its root; one in a Bundle or in Parameters stands alone. */
function emitResource(scope: Scope, child: ElementIr, { x, path }: Place): string {
  const contained = String(child.name === 'contained');
  return scope.mode === 'fast' ? `if (!isResource(${x}, ${contained})) return false;` : `c.resource(${x}, ${path}, ${contained});`;
}

function emitPrimitive(scope: Scope, [child, code]: readonly [ElementIr, string], { x, path }: Place, more: string): string {
  const test = `${scope.constants.intern(`P.${code}`)}(${x})`;
  const kind = toKind(child, code);
  const plain = kind in plainValues ? `${scope.constants.intern(`S.${kind}`)}(${x})` : '';
  if (scope.mode === 'fast') return `if (${plain === '' ? `!${test}` : `!${plain} && !holdsValue('${kind}', ${x})`}) return false; ${more}`;
  const review = plain === '' ? '' : `if (!${plain}) c.review('${kind}', ${x}, ${path}); `;
  return `if (${test}) { ${review}${more} } else c.primitive(${x}, '${code}', ${path}, ${scope.rule});`;
}

/** Addresses that name the thing they stand in are not asked where they lead. */
function toKind({ path }: ElementIr, code: string): string {
  if (path === 'Bundle.entry.fullUrl') return '';
  return code === 'uri' && /^[A-Z][A-Za-z]*\.url$/.test(path) && !path.startsWith('Extension.') ? 'definition' : code;
}

/** Backbones and extensions look at their own extensions; a datatype does not know in which element it stands. */
function isDatatype({ children, contentReference, types }: ElementIr): boolean {
  return children.length === 0 && contentReference === undefined && types[0]?.code !== 'Extension';
}

/** The datatypes of R4 that are backbones, and so may be modified. */
const MODIFIABLE: ReadonlySet<string> = new Set(
  'Timing Dosage ElementDefinition MarketingStatus Population ProdCharacteristic ProductShelfLife SubstanceAmount'.split(' '),
);

function emitObject(scope: Scope, child: ElementIr, { x, path }: Place, more: string): string {
  const code = child.types[0]?.code ?? '';
  const called = scope.toFunction(child.contentReference ?? (child.children.length > 0 ? child.path : code));
  if (called === undefined) throw new Error(`No function is generated for ${child.path}`);
  const placed = isDatatype(child) ? emitExtensions(scope, { x, path }, [child.path, code], MODIFIABLE.has(code)) : '';
  if (scope.mode === 'fast') return `if (!${called}(${x})) return false; ${placed}${more}`;
  return `if (isObject(${x})) { ${called}(c, ${x}, ${path}); ${placed}${more} } else c.typeWrong(${x}, '${code}', ${path}, ${scope.rule});`;
}

function emitMore(scope: Scope, child: ElementIr, type: TypeIr, place: Place): string {
  return [
    emitCoded(scope, child, type.code, place),
    emitBinding(scope, child.binding, type.code, place),
    emitTargets(scope, type, place),
    emitProfiles(scope, type, place),
    // The rules of a backbone stand in its own function.
    child.children.length > 0 ? '' : emitInvariants(scope, child.constraints, type.code, place),
  ].join('');
}
