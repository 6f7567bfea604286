import { fitsPerson, type PersonOnDay } from '../../insight/status/fits-person.ts';
import type { ElementOverlay, StageGroup } from '../programme.ts';

/** What holds for one person of a group: of the bands of each element the first that fits goes over what holds for all. */
export function narrowGroup(group: StageGroup, who: PersonOnDay): StageGroup {
  const banded = [...group.elements].filter(([, { bands }]) => bands !== undefined);
  if (banded.length === 0) return group;
  const elements = new Map(group.elements);
  for (const [key, overlay] of banded) elements.set(key, narrow(overlay, who));
  return { ...group, elements };
}

function narrow(overlay: ElementOverlay, who: PersonOnDay): ElementOverlay {
  const band = overlay.bands?.find((each) => fitsPerson(each.for, who));
  return band === undefined ? overlay : { ...overlay, range: { ...overlay.range, ...band.range } };
}
