import type { ElementIr, SliceIr, SlicingIr } from '../ir.ts';

/**
 * How an element is sliced. A choice with named slices is sliced by type and extensions by url even where the profile does not say so
 * (R4 5.1.0.13, 5.1.0.15); other slices without a slicing have no discriminators and cannot be told apart.
 */
export function toSlicing({ slicing, slices, name, choice }: ElementIr): SlicingIr | undefined {
  if (slicing !== undefined || slices.length === 0) return slicing;
  if (choice) return toOpen('type', '$this');
  return name === 'extension' || name === 'modifierExtension' ? toOpen('value', 'url') : { ...toOpen('value', 'url'), discriminators: [] };
}

function toOpen(type: string, path: string): SlicingIr {
  return { rules: 'open', ordered: false, discriminators: [{ type, path }] };
}

/**
 * The slices of an element, each with the slices of itself inside. R4 5.1.0.14 names those `outer/inner`; where the outer one does not say how
 * it is sliced, it is as the whole.
 */
export function toSliceTree(element: ElementIr): readonly SliceIr[] {
  const names = new Set(element.slices.map(({ name }) => name));
  const outer = element.slices.filter(({ name }) => !names.has(toOuterName(name)));
  return outer.map((slice) => ({ name: slice.name, element: toNested(slice, element) }));
}

/** The longest name before a slash; empty for a slice of the element itself. */
function toOuterName(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

function toNested({ name, element }: SliceIr, whole: ElementIr): ElementIr {
  const inner = whole.slices.filter((slice) => slice.name.startsWith(`${name}/`));
  if (inner.length === 0) return element;
  const slicing = element.slicing ?? whole.slicing;
  return { ...element, slices: [...element.slices, ...inner], ...(slicing && { slicing }) };
}
