import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import { toContentVersion } from '../content-version.ts';
import type { Site } from '../place.ts';
import { readJejaring } from './read-jejaring.ts';
import { readPendaftaran } from './read-pendaftaran.ts';
import { readPolicies } from './read-policies.ts';

/** The texts of a district's three files. */
export interface SiteFiles {
  readonly jejaring: string;
  readonly pendaftaran: string;
  readonly policies: string;
}

/**
 * Reads a district's registers and policies, or says every fault with its file, line, column and remedy.
 * The version is a hash of the three texts.
 */
export function readSite(files: SiteFiles): Checked<Site> {
  const places = readJejaring(files.jejaring);
  if (!places.ok) return places;
  const enrolments = readPendaftaran(files.pendaftaran, places.value);
  const policies = readPolicies(files.policies, places.value);
  if (!enrolments.ok || !policies.ok) return toFailed(...places.issues, ...enrolments.issues, ...policies.issues);
  const version = toContentVersion(Object.entries(files).map(([path, text]: [string, string]) => ({ path, text })));
  return toPassed({ version, places: places.value, policies: policies.value, enrolments: enrolments.value }, places.issues);
}
