import { toText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { toSteps } from './element-tree.ts';
import type { Step } from './element-tree.ts';

/** An element of a differential with the way to it. */
export interface Said {
  readonly steps: readonly Step[];
  readonly facts: JsonObject;
}

/**
 * Finds the way to each element of a differential: by its id, or where it has none by its path,
 * sliceName and the slices it stands below (R4 5.1.0.14: the order of elements tells).
 */
export function toSaid(differential: readonly JsonObject[]): readonly Said[] {
  let before: readonly Step[] = [];
  return differential.map((facts) => {
    before = toWay(facts, before);
    return { steps: before, facts };
  });
}

function toWay(facts: JsonObject, before: readonly Step[]): readonly Step[] {
  const id = toText(facts['id']);
  const names = toText(facts['path']).split('.').slice(1);
  if (id !== '' && (names.length === 0 || id.split('.').length === names.length + 1)) return toSteps(id);
  const slice = toText(facts['sliceName']);
  return names.map((name, at): Step => {
    if (at === names.length - 1) return slice === '' ? { name } : { name, slice };
    const same = names.slice(0, at + 1).every((each, index) => before[index]?.name === each);
    return (same ? before[at] : undefined) ?? { name };
  });
}
