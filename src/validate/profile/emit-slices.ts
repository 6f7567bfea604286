import { emitFault, toLiteral } from '../generate/emit.ts';
import { emitBounds, emitSelection } from '../generate/emit-rules.ts';
import type { Item, Writer } from '../generate/emit-rules.ts';
import type { Overlay, SliceOverlay } from '../overlay.ts';

/** Writes what is asked of one value by the part of a profile it falls into. */
export type EmitValue = (writer: Writer, overlay: Overlay, item: Item) => string;

/** A sliced element and the name of its variables in generated code. */
interface Sliced {
  readonly overlay: Overlay;
  readonly id: string;
}

/** Writes the counters of all slices, to stand before the loop over the values. */
export function emitCounters({ overlay, id }: Sliced): string {
  const { slices, slicing } = overlay;
  if (slices.length === 0) return '';
  const order = slicing?.ordered === true ? [`r${id} = 0`] : [];
  const rest = slicing?.rules === 'openAtEnd' ? [`u${id} = false`] : [];
  const inner = slices.map((slice, at) => emitCounters({ overlay: slice.overlay, id: toInnerId(id, at) }));
  return `let ${[...slices.map((_, at) => toCounter(id, at)).map((each) => `${each} = 0`), ...order, ...rest].join(', ')}; ${inner.join('')}`;
}

/** Writes how often each slice may occur; slices that cannot be told apart are said to be undecided. */
export function emitSliceBounds(writer: Writer, { overlay, id }: Sliced, n: string, path: string): string {
  return overlay.slices
    .map((slice, at) => {
      const count = toCounter(id, at);
      if (!isTold(slice)) return writer.mode === 'fast' ? '' : `if (${n} > 0) c.leave(${path}, ${writer.rule}, 'slicing-not-decided');`;
      const { min, max, name } = slice;
      const inner = emitSliceBounds(writer, { overlay: slice.overlay, id: toInnerId(id, at) }, count, path);
      return `${emitBounds(writer, count, { min, max, slice: name }, path)} ${inner}`;
    })
    .join(' ');
}

/** Writes into which slice a value falls, and what is asked of it there. */
export function emitSlices(writer: Writer, sliced: Sliced, item: Item, emitValue: EmitValue): string {
  const { overlay } = sliced;
  const branches = overlay.slices.flatMap((slice, at) => {
    if (slice.selectors === undefined || slice.fallback) return [];
    return [`if (${emitSelection(writer, slice.selectors, item)}) { ${emitMember(writer, sliced, item, { emitValue, at })} }`];
  });
  const rest = emitRest(writer, sliced, item, emitValue);
  if (branches.length === 0) return rest === '' ? '' : ` { ${rest} }`;
  return ` ${branches.join(' else ')}${rest === '' ? '' : ` else { ${rest} }`}`;
}

/** A slice whose members can be told: by its selectors, or because they are in no other slice. */
function isTold({ selectors, fallback }: SliceOverlay): boolean {
  return fallback || selectors !== undefined;
}

function emitMember(
  writer: Writer,
  { overlay, id }: Sliced,
  item: Item,
  { emitValue, at }: { readonly emitValue: EmitValue; readonly at: number },
): string {
  const slice = overlay.slices[at];
  if (slice === undefined) return '';
  const inner = { overlay: slice.overlay, id: toInnerId(id, at) };
  return [
    `${toCounter(id, at)}++;`,
    emitRivals(writer, overlay, slice, item),
    emitOrder(writer, overlay, item, [id, at]),
    emitValue(writer, slice.overlay, item),
    slice.overlay.slices.length === 0 ? '' : emitSlices(writer, inner, item, emitValue),
  ].join(' ');
}

/** The reference validator refuses a value that belongs to two slices, because their rules could not both be meant. */
function emitRivals(writer: Writer, { slices }: Overlay, { name, rivals }: SliceOverlay, item: Item): string {
  return rivals
    .map((at) => {
      const rival = slices[at];
      const test = emitSelection(writer, rival?.selectors ?? [], item);
      const fault = emitFault(writer, { code: 'slice-many', path: item.path, expected: toLiteral(`${name} | ${rival?.name ?? ''}`) });
      return test === 'false' ? '' : `if (${test}) { ${fault} }`;
    })
    .join(' ');
}

/** What becomes of a member of no slice: it falls to the default slice, or is refused in a closed list; after it no slice may follow where the list is open at its end. */
function emitRest(writer: Writer, sliced: Sliced, item: Item, emitValue: EmitValue): string {
  const { slices, slicing } = sliced.overlay;
  const fallback = slices.findIndex((slice) => slice.fallback);
  if (fallback >= 0) return emitMember(writer, sliced, item, { emitValue, at: fallback });
  if (!slices.every(isTold)) return '';
  if (slicing?.rules === 'openAtEnd') return `u${sliced.id} = true;`;
  if (slicing?.rules === 'closed')
    return emitFault(writer, { code: 'slice-closed', path: item.path, expected: toLiteral(toNames(slices)) });
  return writer.profile.type === 'Extension' ? emitStranger(writer, sliced.overlay, item) : '';
}

/** A part of a complex extension must be one the definition names; only extensions with a full address may be added. */
function emitStranger(writer: Writer, { element }: Overlay, { x, path }: Item): string {
  if (element.path !== 'Extension.extension') return '';
  return `if (isLocalExtension(${x})) { ${emitFault(writer, { code: 'extension-part', path, expected: writer.rule })} }`;
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

function toCounter(id: string, at: number): string {
  return `s${id}_${String(at)}`;
}

function toInnerId(id: string, at: number): string {
  return `${id}_${String(at)}`;
}
