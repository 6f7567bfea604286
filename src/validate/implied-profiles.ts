import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { ValidationOptions } from './options.ts';

const R4 = 'http://hl7.org/fhir/StructureDefinition/';

/**
 * The LOINC codes by which R4 asks for a vital-signs profile (R4 observation-vitalsigns: an Observation with one of them SHALL follow it),
 * and after each the more special ones for which the reference validator asks for it too. Earlier lines come first.
 * LOINC is copyright Regenstrief Institute and the LOINC Committee, free of charge under the licence at https://loinc.org/license.
 */
const VITAL_SIGNS: readonly (readonly [string, string])[] = [
  ['vitalspanel', '85353-1'],
  ['resprate', '9279-1 11291-2 19840-8 33438-3 76170-0 76171-8 76172-6 76270-8'],
  [
    'heartrate',
    '8867-4 8886-4 8889-8 8890-6 8891-4 8892-2 8893-0 11328-2 40443-4 55425-3 60978-4 68999-2 69000-8 73795-7 73799-9 76476-1 76477-9',
  ],
  ['oxygensat', '2708-6 2709-4 2710-2 2713-6 19224-5 20564-1 51733-4 59408-5 59417-6 89276-0 97549-0'],
  [
    'bodytemp',
    '8310-5 8309-7 8328-7 8329-5 8330-3 8331-1 8332-9 8333-7 8334-5 60834-9 60835-6 60836-4 60838-0 60955-2 61009-7 75539-7 75987-8 76010-8 76011-6 76278-1 91371-5 98657-0 98663-8',
  ],
  ['bodyheight', '8302-2 3137-7 3138-5 8306-3 8308-9'],
  ['headcircum', '9843-4 8287-5'],
  ['bodyweight', '29463-7 3141-9 3142-7 8350-1 8351-9 75292-3 79348-9'],
  ['bmi', '39156-5 89270-3'],
  ['bp', '85354-9 8459-0 8480-6 35094-2 55284-4 76534-7'],
];

type Wanted = ValidationOptions['vitalSigns'];

const RELATED = toRanks((codes) => codes);
const LISTED = toRanks((codes) => codes.slice(0, 1));

/** The profiles that R4 asks of an Observation for what it is about. */
export const IMPLIED_PROFILES: readonly string[] = VITAL_SIGNS.map(([name]) => R4 + name);

/** The profile a resource must follow for what it is about although it does not declare it; undefined for all but vital signs. */
export function toImplied(resource: JsonObject, wanted: Wanted): string | undefined {
  if (resource['resourceType'] !== 'Observation' || wanted === 'ignored') return undefined;
  const { code } = resource;
  const codings = isObject(code) ? code['coding'] : undefined;
  return Array.isArray(codings) ? IMPLIED_PROFILES[toRank(codings, wanted === 'listed' ? LISTED : RELATED)] : undefined;
}

/** The earliest line of the table that one of the codings stands in; beyond the table when none does. */
function toRank(codings: readonly unknown[], ranks: ReadonlyMap<string, number>): number {
  let best = IMPLIED_PROFILES.length;
  for (const coding of codings) {
    const loinc = isObject(coding) && coding['system'] === 'http://loinc.org' ? coding['code'] : undefined;
    const rank = typeof loinc === 'string' ? ranks.get(loinc) : undefined;
    if (rank !== undefined && rank < best) best = rank;
  }
  return best;
}

function toRanks(choose: (codes: readonly string[]) => readonly string[]): ReadonlyMap<string, number> {
  return new Map(VITAL_SIGNS.flatMap(([, codes], at) => choose(codes.split(' ')).map((code) => [code, at])));
}
