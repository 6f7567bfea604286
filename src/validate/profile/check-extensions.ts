import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { placeExtension } from './place-extensions.ts';
import type { ExtensionWorld, Holder, Placement } from './place-extensions.ts';

/** One extension that was looked at. */
export interface PlacedExtension {
  readonly extension: JsonObject;
  readonly url: string;
  readonly placement: Placement;
  /** The way to it from the element that holds it, such as `.extension[0]`. */
  readonly at: string;
}

/** True when all extensions of an element may stand there and are as their definitions say. */
export function holdsExtensions(holder: Holder, world: ExtensionWorld): boolean {
  const { extension, modifierExtension } = holder.element;
  return (
    holdsList(extension, false, holder, world) && (modifierExtension === undefined || holdsList(modifierExtension, true, holder, world))
  );
}

function holdsList(list: unknown, modifies: boolean, holder: Holder, world: ExtensionWorld): boolean {
  if (!Array.isArray(list)) return true;
  for (const extension of list) if (isObject(extension) && !holdsOne(extension, modifies, holder, world)) return false;
  return true;
}

function holdsOne(extension: JsonObject, modifies: boolean, holder: Holder, world: ExtensionWorld): boolean {
  const { url } = extension;
  if (typeof url !== 'string') return true;
  const placement = placeExtension(url, modifies, holder, world);
  return placement === 'unknown' || (placement === 'sound' && world.registry.overlays.get(url)?.(extension) !== false);
}

/** The same for the path that explains: every extension of an element with what is to be said of its place. */
export function listExtensions(holder: Holder, world: ExtensionWorld): readonly PlacedExtension[] {
  return (['extension', 'modifierExtension'] as const).flatMap((name) => {
    const list: unknown = holder.element[name];
    if (!Array.isArray(list)) return [];
    return list.flatMap((extension: unknown, index): readonly PlacedExtension[] => {
      const url = isObject(extension) ? extension['url'] : undefined;
      if (!isObject(extension) || typeof url !== 'string') return [];
      const placement = placeExtension(url, name === 'modifierExtension', holder, world);
      return [{ extension, url, placement, at: `.${name}[${String(index)}]` }];
    });
  });
}
