import type { Issue } from '../../../fhir/issue.ts';
import type { Preparation } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { isEncounter, type Change } from './changes.ts';
import type { HeldVisit } from './held-visit.ts';

/** What else has to be done there by hand: leftovers under somebody else's record (`Observation/1f2…,Encounter/…`), and types with contents nobody knows here. */
export interface Besides {
  readonly leftover: string | undefined;
  readonly foreign: readonly string[];
}

const doing: Readonly<Record<Change['does'], { readonly id: string; readonly en: string }>> = {
  tambah: { id: 'belum ada di sana; tambahkan seperti catatan di sini', en: 'is not there yet; add it as it is here' },
  ubah: { id: 'ubah isinya di sana seperti catatan di sini', en: 'change it there to what it is here' },
  tarik: { id: 'tandai di sana sebagai salah catat (entered-in-error)', en: 'mark it there as entered in error' },
};

/** What no machine could correct is for a person: every resource by type and number, with what to do. No value of the record stands in it. */
export function toByHand(
  held: HeldVisit,
  changes: readonly Change[],
  { leftover, foreign }: Besides,
): Extract<Preparation, { do: 'hold' }> {
  const hold = toHold('koreksi-perlu-tangan');
  const named = changes.map((change) => toIssue(toName(held, change), doing[change.does]));
  const left = toLeftoverIssues(leftover ?? '');
  const strange = foreign.map((type) =>
    toIssue(type, { id: 'ada isi lain di sana; samakan dengan catatan di sini', en: 'there is more than there is here; make it the same' }),
  );
  return { ...hold, issues: [...hold.issues, ...named, ...left, ...strange], leftOut: changes.map(({ part }) => part.ref) };
}

/** What has to be taken back by hand from somebody else's record: `Observation/1f2…,Encounter/…`. */
export function toLeftoverIssues(leftover: string): readonly Issue[] {
  return leftover.split(',').flatMap((name) => (name === '' ? [] : [toIssue(name, doing.tarik)]));
}

/** Type and number at SATUSEHAT; of what is not there the type alone. */
export function toName(held: HeldVisit, change: Change): string {
  const { resourceType } = change.part.resource;
  const id = isEncounter(held, change) ? held.own.platformId : held.upstream.get(change.part.ref)?.platformId;
  return id === undefined ? resourceType : `${resourceType}/${id}`;
}

function toIssue(name: string, what: { readonly id: string; readonly en: string }): Issue {
  return {
    severity: 'warning',
    type: 'business-rule',
    code: 'koreksi-perlu-tangan',
    text: `${name}: ${what.id}.`,
    diagnostics: `${name}: ${what.en}.`,
  };
}
