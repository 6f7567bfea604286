import type { PlausibleRange } from '../element-definition.ts';
import type { ElementOverlay, Programme, StageGroup } from '../programme.ts';

const known = new WeakMap<Programme, StageGroup>();

/**
 * What holds for somebody of whom no stage of life is known, a woman who is neither said to be pregnant nor a child: the widest limits
 * of all groups. Without them a height in metres would pass for one in centimetres.
 */
export function toWidestGroup(programme: Programme): StageGroup {
  const before = known.get(programme);
  if (before !== undefined) return before;
  const overlays = [...programme.groups.values()].flatMap(({ elements }) => [...elements]);
  const elements = new Map<string, ElementOverlay>();
  for (const [key, { range, bands = [] }] of overlays) {
    const limits = [range, ...bands.map((band) => band.range)].map((each) => each?.hard);
    const hard = limits.reduce(toWidest, elements.get(key)?.range?.hard);
    elements.set(key, hard === undefined ? {} : { range: { hard } });
  }
  const group = { group: 'lain', klaster: '', stages: [], elements };
  known.set(programme, group);
  return group;
}

function toWidest(one: PlausibleRange['hard'], other: PlausibleRange['hard']): PlausibleRange['hard'] {
  if (one === undefined || other === undefined) return one ?? other;
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}
