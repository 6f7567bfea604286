import { emitFault, toLiteral } from '../generate/emit.ts';
import type { Item, Writer } from '../generate/emit-rules.ts';
import type { TypeIr } from '../ir.ts';
import type { Overlay } from '../overlay.ts';

const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** Writes the check of a reference's target against the profiles of its type, where the target can be found in what is validated. */
export function emitTargetProfiles(writer: Writer, type: TypeIr, { x, path }: Item): string {
  if (type.code !== 'Reference' || type.targets.every((url) => url.startsWith(BASE))) return '';
  const urls = writer.constants.intern(toLiteral(type.targets));
  const fault = emitFault(writer, {
    code: 'reference-profile',
    path: `${path} + '.reference'`,
    expected: toLiteral(type.targets.join(' | ')),
  });
  return `if (!targetFollows(${x}, ${urls})) ${fault}`;
}

/** Writes where the target of a reference may be (R4 ElementDefinition.type.aggregation). */
export function emitAggregation(writer: Writer, { aggregation }: TypeIr, { x, path }: Item): string {
  if (aggregation === undefined) return '';
  const modes = writer.constants.intern(toLiteral(aggregation));
  const fault = emitFault(writer, {
    code: 'reference-aggregation',
    path: `${path} + '.reference'`,
    expected: toLiteral(aggregation.join(' | ')),
  });
  return `if (!isAggregated(${x}, ${modes})) ${fault}`;
}

/** Writes that a slice made for an extension is of use only where the definition of that extension is known. */
export function emitDefined(writer: Writer, type: TypeIr, { path }: Item): string {
  if (type.code !== 'Extension' || type.profiles.length === 0) return '';
  const urls = writer.constants.intern(toLiteral(type.profiles));
  return `if (!isDefined(${urls})) ${emitFault(writer, { code: 'profile-unknown', path, expected: toLiteral(type.profiles.join(' | ')) })}`;
}

/** Writes which resource types are left where the base takes any. */
export function emitResources(writer: Writer, { resources }: Overlay, { x, path }: Item): string {
  if (resources === undefined) return '';
  const set = writer.constants.intern(`new Set(${toLiteral(resources)})`);
  const fault = emitFault(writer, {
    code: 'type-not-allowed',
    path,
    expected: toLiteral(resources.join(' | ')),
    came: `${x}.resourceType`,
  });
  return `if (isObject(${x}) && !${set}.has(${x}.resourceType)) { ${fault} }`;
}

/** Rules inside a resource that stands in another are asked within it, as its own would be. */
export function emitInResource(writer: Writer, { element, holdsResource }: Overlay, { x }: Item, inner: string): string {
  if (holdsResource !== true) return inner;
  const leave = `l${writer.toVariable()}`;
  return `const ${leave} = stepInto(${x}, ${String(element.name === 'contained')}); ${inner} ${leave}();`;
}
