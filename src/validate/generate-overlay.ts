import { createConstants, emitBinding, emitFault, emitProfiles, emitTargets, toLiteral } from './emit.ts';
import type { Mode, Scope } from './emit.ts';
import { toModule } from './generate-base.ts';
import { isPrimitiveCode, toChoiceKey } from './ir.ts';
import type { ElementIr, ProfileIr } from './ir.ts';
import { emitBounds, emitFixed, emitLimits, emitRules, emitSelection } from './emit-rules.ts';
import type { Item, Writer } from './emit-rules.ts';
import type { Overlay } from './overlay.ts';

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
  runs: (key: string) => boolean,
): string {
  const constants = createConstants();
  let variables = 0;
  const functions = overlays.map(({ profile, overlay }, at) => {
    const writer: Writer = {
      mode,
      constants,
      toFunction: () => undefined,
      toTargetTypes,
      rule: constants.intern(toLiteral(profile.url)),
      runs,
      toVariable: () => String(variables++),
      profile,
    };
    const root: Item = { x: 'o', holder: 'o', path: 'p', type: undefined };
    const body = `${emitRules(writer, overlay, root)}${emitChildren(writer, overlay, 'o', 'p')}`;
    return mode === 'fast' ? `function o${String(at)}(o) {\n${body}\nreturn true; }` : `function o${String(at)}(c, o, p) {\n${body}\n}`;
  });
  return toModule(
    constants,
    functions,
    overlays.map(({ profile }, at) => `[${toLiteral(profile.url)}, o${String(at)}]`),
  );
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
  const inner = emitItem(writer, child, toItem(element, primitive, id, here), id);
  const companion = primitive ? `, b${id} = ${o}._${element.name}` : '';
  return [
    `{ const v${id} = ${o}.${element.name}${companion}, n${id} = count(v${id}, ${primitive ? `b${id}` : 'undefined'});`,
    emitBounds(writer, `n${id}`, element, here),
    emitCounters(child, id),
    inner === '' ? '' : element.list ? emitLoop(writer, inner, id, here) : `if (n${id} > 0) { ${inner} }`,
    emitSliceBounds(writer, child, id, here),
    '}',
  ].join(' ');
}

/** How one value of an element is reached in generated code: in a list by the loop's variables, else directly. */
function toItem(element: ElementIr, primitive: boolean, id: string, here: string): Item {
  const [type] = element.types;
  if (!element.list) return { x: `v${id}`, holder: primitive ? `(b${id} ?? NOTHING)` : `v${id}`, path: here, type };
  return { x: `x${id}`, holder: primitive ? `(at(b${id}, i${id}) ?? NOTHING)` : `x${id}`, path: `q${id}`, type };
}

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
    `{ let n${id} = 0; ${emitCounters(child, id)}`,
    ...allowed,
    ...refused,
    emitBounds(writer, `n${id}`, element, here),
    emitSliceBounds(writer, child, id, here),
    '}',
  ].join(' ');
}

function isDecidable(child: Overlay): boolean {
  return child.slices.length > 0 && child.slices.every((slice) => slice.selectors !== undefined);
}

function emitCounters(child: Overlay, id: string): string {
  if (!isDecidable(child)) return '';
  const order = child.slicing?.ordered === true ? [`r${id} = 0`] : [];
  const rest = child.slicing?.rules === 'openAtEnd' ? [`u${id} = false`] : [];
  return `let ${[...child.slices.map((_, at) => `s${id}_${String(at)} = 0`), ...order, ...rest].join(', ')};`;
}

function emitSliceBounds(writer: Writer, child: Overlay, id: string, path: string): string {
  if (child.slices.length === 0) return '';
  const undecided = writer.mode === 'fast' ? '' : `if (n${id} > 0) c.undecidedSlicing(${path}, ${writer.rule});`;
  if (!isDecidable(child)) return undecided;
  const bounds = child.slices.map(({ min, max, name }, at) => emitBounds(writer, `s${id}_${String(at)}`, { min, max, slice: name }, path));
  return [...bounds, ...(child.resliced === true ? [undecided] : [])].join(' ');
}

/** Everything asked of one value: its own rules, its profile, its children, and the slice it falls into. */
function emitItem(writer: Writer, child: Overlay, item: Item, id: string): string {
  return emitValue(writer, child, item) + (isDecidable(child) ? emitSlices(writer, child, item, id) : '');
}

function emitValue(writer: Writer, child: Overlay, item: Item): string {
  const { x, holder, path, type } = item;
  const own = [
    emitFixed(writer, child, item),
    emitLimits(writer, child, item),
    emitBinding(writer, child.element.binding, type?.code ?? '', item),
    ...(type === undefined ? [] : [emitTargets(writer, type, item), emitProfiles(writer, type, item)]),
    emitRules(writer, child, item),
  ].join(' ');
  const children = child.children.length === 0 ? '' : `if (isObject(${holder})) { ${emitChildren(writer, child, holder, path)} }`;
  return `${own.trim() === '' ? '' : `if (${x} !== undefined && ${x} !== null) { ${own} }`} ${children}`.trim();
}

function emitSlices(writer: Writer, child: Overlay, item: Item, id: string): string {
  const branches = child.slices.map((slice, at) => {
    return `if (${emitSelection(writer, slice, item)}) { s${id}_${String(at)}++; ${emitOrder(writer, child, item, [id, at])} ${emitValue(writer, slice.overlay, item)} }`;
  });
  return ` ${branches.join(' else ')}${emitRest(writer, child, item, id)}`;
}

/** What becomes of a member of no slice: refused in a closed list; where the list is open at its end, no slice may follow it. */
function emitRest(writer: Writer, { slicing, slices }: Overlay, { path }: Item, id: string): string {
  if (slicing?.rules === 'openAtEnd') return ` else u${id} = true;`;
  if (slicing?.rules !== 'closed') return '';
  return ` else { ${emitFault(writer, { code: 'slice-closed', path, expected: toLiteral(toNames(slices)) })} }`;
}

/** Members stand in the order of the slices where the profile orders them, and before all others where the list is open at its end. */
function emitOrder(writer: Writer, { slicing, slices }: Overlay, { path }: Item, [id, at]: readonly [string, number]): string {
  const fault = emitFault(writer, { code: 'slice-order', path, expected: toLiteral(toNames(slices)) });
  const ordered = slicing?.ordered === true ? `if (r${id} > ${String(at)}) { ${fault} } else r${id} = ${String(at)};` : '';
  return slicing?.rules === 'openAtEnd' ? `${ordered} if (u${id}) { ${fault} }` : ordered;
}

function toNames(slices: Overlay['slices']): string {
  return slices.map(({ name }) => name).join(' | ');
}
