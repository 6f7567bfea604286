import { createConstants, emitBinding, emitFault, emitProfiles, emitTargets, toLiteral } from './emit.ts';
import type { Mode, Scope } from './emit.ts';
import { toModule } from './generate-base.ts';
import { isPrimitiveCode, toChoiceKey } from '../ir.ts';
import type { ProfileIr, TypeIr } from '../ir.ts';
import { emitBounds, emitFixed, emitLimits, emitRules } from './emit-rules.ts';
import type { Item, Writer } from './emit-rules.ts';
import { findOverlay } from '../overlay.ts';
import type { Overlay } from '../overlay.ts';
import { emitAggregation, emitDefined, emitInResource, emitResources, emitTargetProfiles } from '../profile/emit-targets.ts';
import { emitCounters, emitSliceBounds, emitSlices } from '../profile/emit-slices.ts';

/** A profile with what it adds to its base type. */
interface ProfileOverlay {
  readonly profile: ProfileIr;
  readonly overlay: Overlay;
}

/** Generates the module of profile checks, one function a profile, in one of the two paths. A profile's function assumes its base type was checked too. */
export function generateOverlays(
  overlays: readonly ProfileOverlay[],
  mode: Mode,
  toTargetTypes: Scope['toTargetTypes'],
  table: Scope['table'],
): string {
  const constants = createConstants();
  let variables = 0;
  const functions = overlays.flatMap(({ profile, overlay }, at) => {
    const recursions = [...listRecursions(overlay)];
    const toRecursion = (path: string): string => `o${String(at)}r${String(recursions.indexOf(path))}`;
    const writer: Writer = {
      ...{ mode, constants, toTargetTypes, table, profile, toRecursion },
      toFunction: () => undefined,
      rule: constants.intern(toLiteral(profile.url)),
      toVariable: () => String(variables++),
    };
    const inner = recursions.map((path) => emitFunction(writer, toRecursion(path), findOverlay(overlay, path) ?? overlay));
    return [emitFunction(writer, `o${String(at)}`, overlay), ...inner];
  });
  return toModule(
    constants,
    functions,
    overlays.map(({ profile }, at) => `[${toLiteral(profile.url)}, o${String(at)}]`),
  );
}

/** The paths that content references repeat. */
function listRecursions(overlay: Overlay): ReadonlySet<string> {
  const slices = overlay.slices.map((slice) => slice.overlay);
  const inner = [...overlay.children, ...slices].flatMap((each) => [...listRecursions(each)]);
  return new Set([...(overlay.recursion === undefined ? [] : [overlay.recursion]), ...inner]);
}

/** The function of a profile, or of one element whose content stands in others again. */
function emitFunction(writer: Writer, name: string, overlay: Overlay): string {
  const root: Item = { x: 'o', holder: 'o', path: 'p', type: undefined };
  const own = `${emitFixed(writer, overlay, root)}${emitRules(writer, overlay, root)}`;
  const body = `${own}${emitChildren(writer, overlay, 'o', 'p')}`;
  return writer.mode === 'fast' ? `function ${name}(o) {\n${body}\nreturn true; }` : `function ${name}(c, o, p) {\n${body}\n}`;
}

function emitChildren(writer: Writer, overlay: Overlay, o: string, path: string): string {
  return overlay.children
    .map((child) => (child.element.choice ? emitChoice(writer, child, o, path) : emitField(writer, child, o, path)))
    .join('\n');
}

function emitField(writer: Writer, child: Overlay, o: string, path: string): string {
  const { element } = child;
  const id = writer.toVariable();
  const here = `${path} + '.${element.name}'`;
  const primitive = isPrimitiveCode(element.types[0]?.code ?? '');
  const inner = emitItem(writer, child, toItem(child, primitive, id, here), id);
  const companion = primitive ? `, b${id} = ${o}._${element.name}` : '';
  return [
    `{ const v${id} = ${o}.${element.name}${companion}, n${id} = count(v${id}, ${primitive ? `b${id}` : 'undefined'});`,
    emitBounds(writer, `n${id}`, element, here),
    emitCounters({ overlay: child, id }),
    inner === '' ? '' : element.list ? emitLoop(writer, inner, id, here) : `if (n${id} > 0) { ${inner} }`,
    emitSliceBounds(writer, { overlay: child, id }, `n${id}`, here),
    '}',
  ].join(' ');
}

/** How one value of an element is reached in generated code: in a list by the loop's variables, else directly. */
function toItem({ element, holdsResource }: Overlay, primitive: boolean, id: string, here: string): Item {
  const type = holdsResource === true ? ANY_RESOURCE : element.types[0];
  if (!element.list) return { x: `v${id}`, holder: primitive ? `(b${id} ?? NOTHING)` : `v${id}`, path: here, type };
  return { x: `x${id}`, holder: primitive ? `(at(b${id}, i${id}) ?? NOTHING)` : `x${id}`, path: `q${id}`, type };
}

const ANY_RESOURCE: TypeIr = { code: 'Resource', profiles: [], targets: [] };

function emitLoop(writer: Writer, inner: string, id: string, here: string): string {
  const path = writer.mode === 'fast' ? '' : `, q${id} = ${here} + '[' + i${id} + ']'`;
  return `for (let i${id} = 0; i${id} < n${id}; i${id}++) { const x${id} = at(v${id}, i${id})${path}; ${inner} }`;
}

/** A choice: one case for each type the profile allows, a fault for each it does not. */
function emitChoice(writer: Writer, child: Overlay, o: string, path: string): string {
  const { element, dropped } = child;
  const id = writer.toVariable();
  const here = `${path} + '.${element.name}'`;
  const seen = (code: string): string => {
    const key = toChoiceKey(element.name, code);
    return `${o}.${key} !== undefined${isPrimitiveCode(code) ? ` || ${o}._${key} !== undefined` : ''}`;
  };
  const allowed = element.types.map((type) => {
    const key = toChoiceKey(element.name, type.code);
    const holder = isPrimitiveCode(type.code) ? `(${o}._${key} ?? NOTHING)` : `${o}.${key}`;
    const inner = emitItem(writer, child, { x: `${o}.${key}`, holder, path: here, type }, id);
    return `if (${seen(type.code)}) { n${id}++; ${inner} }`;
  });
  const expected = toLiteral(element.types.map((type) => type.code).join(' | '));
  const refused = dropped.map((code) => {
    const came = toLiteral(code);
    return `if (${seen(code)}) { n${id}++; ${emitFault(writer, { code: 'type-not-allowed', path: here, expected, came })} }`;
  });
  return [
    `{ let n${id} = 0; ${emitCounters({ overlay: child, id })}`,
    ...allowed,
    ...refused,
    emitBounds(writer, `n${id}`, element, here),
    emitSliceBounds(writer, { overlay: child, id }, `n${id}`, here),
    '}',
  ].join(' ');
}

/** Everything asked of one value: its own rules, its profile, its children, and the slice it falls into. */
function emitItem(writer: Writer, child: Overlay, item: Item, id: string): string {
  return emitValue(writer, child, item) + (child.slices.length === 0 ? '' : emitSlices(writer, { overlay: child, id }, item, emitValue));
}

function emitValue(writer: Writer, child: Overlay, item: Item): string {
  const { x, holder, path, type } = item;
  const own = [
    emitFixed(writer, child, item),
    emitLimits(writer, child, item),
    emitBinding(writer, child.element.binding, type?.code ?? '', item),
    emitResources(writer, child, item),
    ...(type === undefined ? [] : [emitTyped(writer, child, item)]),
    emitRules(writer, child, item),
  ].join(' ');
  const inner = `${emitChildren(writer, child, holder, path)}${emitRecursion(writer, child, item)}`;
  const children = inner === '' ? '' : `if (isObject(${holder})) { ${emitInResource(writer, child, item, inner)} }`;
  return `${own.trim() === '' ? '' : `if (${x} !== undefined && ${x} !== null) { ${own} }`} ${children}`.trim();
}

/** What the types of a value say: their profiles, and for references the targets. A resource shows by itself which of the types it is. */
function emitTyped(writer: Writer, child: Overlay, item: Item): string {
  const resource = child.resources !== undefined;
  return child.element.types
    .filter((type) => resource || type.code === item.type?.code)
    .map((type) => {
      const rules = [
        emitTargets(writer, type, item),
        emitTargetProfiles(writer, type, item),
        emitAggregation(writer, type, item),
        emitProfiles(writer, type, item),
        emitDefined(writer, type, item),
      ].join(' ');
      return resource && rules.trim() !== '' ? `if (${item.x}.resourceType === ${toLiteral(type.code)}) { ${rules} }` : rules;
    })
    .join(' ');
}

/** The content that a reference to another element repeats. */
function emitRecursion(writer: Writer, { recursion }: Overlay, { x, path }: Item): string {
  if (recursion === undefined) return '';
  const name = writer.toRecursion(recursion);
  return writer.mode === 'fast' ? `if (!${name}(${x})) return false;` : `${name}(c, ${x}, ${path});`;
}
