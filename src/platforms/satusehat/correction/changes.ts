import { refOf } from '../refs.ts';
import { isEncounterAsSent, isWholeAsSent } from './compared.ts';
import { toContentSearch } from './content-types.ts';
import { takenBack } from './entered-in-error.ts';
import { encounterPart, goneParts, presentParts, type HeldVisit, type Part } from './held-visit.ts';
import { referencesOf } from './resolve-references.ts';

/** What is different at SATUSEHAT from what it should be: something is missing, says something else, or should not be there. */
export interface Change {
  readonly does: 'tambah' | 'ubah' | 'tarik';
  readonly part: Part;
  /** Hash of what it is to be there. */
  readonly wanted: string;
}

/**
 * What has to change there so that it is as the visit is now, in the order in which it may go: what nothing else of the visit has to precede, the
 * Encounter, and last what is gone, to which then nothing refers any more. Empty where nothing unknown or different is there.
 */
export function toChanges(held: HeldVisit): readonly Change[] {
  const whole = isWholeAsSent(held.own, held.transaction.bundle);
  const changed = inOrder(presentParts(held)).flatMap((part) => toChange(held, part, whole));
  const encounter = encounterPart(held);
  const own: readonly Change[] =
    whole || isEncounterAsSent(held.own, encounter.resource) ? [] : [{ does: 'ubah', part: encounter, wanted: `.${encounter.hash}` }];
  return [...changed, ...own, ...toTakenBack(held, goneParts(held))];
}

/** What came with a whole message is there in this version, though nobody may be able to look for it. */
function toChange({ upstream }: HeldVisit, part: Part, whole: boolean): readonly Change[] {
  const known = upstream.get(part.ref);
  if (known === undefined)
    return whole && toContentSearch(part.resource.resourceType, 2) === 'none' ? [] : [{ does: 'tambah', part, wanted: part.hash }];
  return whole || known.hash === part.hash ? [] : [{ does: 'ubah', part, wanted: part.hash }];
}

/** What has to change there so that nothing of the visit stands any more: its contents, and the Encounter last. */
export function toRetraction(held: HeldVisit): readonly Change[] {
  const { upstream, own } = held;
  const known = [...presentParts(held), ...goneParts(held)].filter(({ ref }) => upstream.has(ref));
  const encounter = encounterPart(held);
  return [...toTakenBack(held, known), ...(own.hash === takenBack ? [] : [{ does: 'tarik' as const, part: encounter, wanted: takenBack }])];
}

/** True of the Encounter, by whose ref the whole visit is known. */
export function isEncounter({ state }: HeldVisit, { part }: Change): boolean {
  return part.ref === refOf.visit(state.visit.id);
}

function toTakenBack({ upstream }: HeldVisit, parts: readonly Part[]): readonly Change[] {
  return parts.filter(({ ref }) => upstream.get(ref)?.hash !== takenBack).map((part) => ({ does: 'tarik', part, wanted: takenBack }));
}

/** What others refer to comes before them; of a circle in the order of the visit. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const placed = new Set<Part>();
  const place = (part: Part, above: ReadonlySet<Part>): void => {
    if (placed.has(part) || above.has(part)) return;
    for (const id of referencesOf(part.resource)) {
      const other = byId.get(id);
      if (other !== undefined) place(other, new Set([...above, part]));
    }
    placed.add(part);
  };
  for (const part of parts) place(part, new Set());
  return [...placed];
}
