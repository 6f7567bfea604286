import type { Issue } from '../../fhir/issue.ts';
import type { Place, PlaceKind } from '../place.ts';
import { normalisePlaceName } from './normalise-place-name.ts';
import type { Words } from './row-reader.ts';
import { toSiteIssue } from './site-issue.ts';

const file = 'jejaring.csv';
const needsPuskesmas: ReadonlySet<PlaceKind> = new Set(['posyandu', 'pustu', 'poli']);

/** A place with the line where it is first written. */
export interface LocatedPlace {
  readonly line: number;
  readonly place: Place;
}

/** Checks what single lines cannot show: parents that exist, no circles, a puskesmas above each posyandu, no name twice in one facility. */
export function checkNetwork(located: readonly LocatedPlace[]): readonly Issue[] {
  const places = new Map(located.map(({ place }) => [place.code, place]));
  const parents = located.flatMap((entry) => toParentIssue(entry, places) ?? []);
  return parents.length > 0 ? parents : toNameIssues(located, places);
}

function toParentIssue({ line, place }: LocatedPlace, places: ReadonlyMap<string, Place>): Issue | undefined {
  const fault = toParentFault(place, places);
  return fault === undefined ? undefined : toSiteIssue({ file, line, column: 'parent' }, ...fault);
}

function toParentFault(place: Place, places: ReadonlyMap<string, Place>): Words | undefined {
  const { kind, parent } = place;
  if (kind === 'puskesmas') {
    return parent === undefined
      ? undefined
      : ['puskesmas berdiri sendiri; kosongkan kolom ini.', 'a puskesmas stands on its own; leave this blank.'];
  }
  if (parent !== undefined && !places.has(parent)) {
    return [
      `induk ${parent} tidak ada di berkas ini; tambahkan, atau betulkan kodenya.`,
      `the parent ${parent} is not in this file; add it, or mend its code.`,
    ];
  }
  const top = toTop(place, places);
  if (top === undefined)
    return ['induknya berputar kembali ke tempat ini; betulkan salah satunya.', 'its parents lead back to this place; mend one of them.'];
  if (top.kind === 'puskesmas' || !needsPuskesmas.has(kind)) return undefined;
  return [
    'posyandu, pustu dan poli harus berada di bawah sebuah puskesmas; isi kodenya.',
    'a posyandu, pustu or poli must be under a puskesmas; fill in its code.',
  ];
}

/** The topmost place above this one; `undefined` for a circle. */
function toTop(place: Place, places: ReadonlyMap<string, Place>): Place | undefined {
  const seen = new Set<string>();
  let top = place;
  for (let parent = places.get(top.parent ?? ''); parent !== undefined; parent = places.get(top.parent ?? '')) {
    if (seen.has(parent.code)) return undefined;
    seen.add(parent.code);
    top = parent;
  }
  return top;
}

/** Two places of one facility that answer to one name could never be told apart in a file. */
function toNameIssues(located: readonly LocatedPlace[], places: ReadonlyMap<string, Place>): readonly Issue[] {
  const owners = new Map<string, LocatedPlace>();
  return located.flatMap((entry) => {
    const { place, line } = entry;
    const names = new Set([place.code, place.name, ...place.aliases].map((name) => normalisePlaceName(name).full));
    const top = toTop(place, places)?.code ?? place.code;
    return [...names].flatMap((name) => {
      const other = owners.get(`${top}/${name}`);
      if (other === undefined) owners.set(`${top}/${name}`, entry);
      if (other === undefined || !overlaps(other.place, place)) return [];
      const id = `nama atau alias ini juga dipakai ${other.place.code} (baris ${other.line}) di puskesmas yang sama; bedakan salah satunya.`;
      return [
        toSiteIssue(
          { file, line, column: 'name' },
          id,
          `this name or alias also belongs to ${other.place.code} (line ${other.line}) of the same puskesmas; make one of them different.`,
        ),
      ];
    });
  });
}

function overlaps(one: Place, other: Place): boolean {
  return (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999');
}
