import { isObject } from '../../validate/json.ts';
import type { JsonObject } from '../../validate/json.ts';
import type { ProfileIr } from '../../validate/ir.ts';
import { countMustSupport } from '../../validate/profile/count-must-support.ts';
import type { SupportCount } from '../../validate/profile/count-must-support.ts';
import type { Validator } from '../../validate/validator.ts';
import type { CheckFinding } from './check-finding.ts';
import { toFinding } from './check-finding.ts';

/** How far the resources of a source fill what a profile promises. */
export interface ProfileCoverage {
  readonly profile: string;
  readonly resources: number;
  /** Elements marked mustSupport, and those of them that no resource fills. */
  readonly supported: number;
  readonly neverFilled: readonly string[];
}

/** What the Bundles of a source come to. */
export interface BundleJudgement {
  readonly bundles: number;
  readonly invalid: number;
  readonly coverage: readonly ProfileCoverage[];
}

interface Entry {
  readonly fullUrl: string;
  readonly resource: JsonObject;
}

interface Around {
  readonly validator: Validator;
  readonly byUrl: ReadonlyMap<string, JsonObject>;
  readonly profiles: readonly ProfileIr[];
}

/** Validates Bundles and counts, profile by profile, what of it is never filled. */
export function judgeBundles(bundles: readonly unknown[], profiles: readonly ProfileIr[], validator: Validator): BundleJudgement {
  const entries = bundles.flatMap(toEntries);
  const byUrl = new Map(entries.map(({ fullUrl, resource }) => [fullUrl, resource] as const));
  const coverage = profiles.flatMap((profile) => {
    const own = entries.map(({ resource }) => resource).filter((resource) => toProfiles(resource).includes(profile.url));
    return own.length === 0 ? [] : [toCoverage(profile, own, { validator, byUrl, profiles })];
  });
  return { bundles: bundles.length, invalid: bundles.filter((bundle) => !validator.isValid(bundle)).length, coverage };
}

function toCoverage(profile: ProfileIr, resources: readonly JsonObject[], around: Around): ProfileCoverage {
  const counts = count(profile, resources, around);
  const neverFilled = counts.filter(({ filled }) => filled === 0).map(({ path }) => path);
  return { profile: profile.url, resources: resources.length, supported: counts.length, neverFilled };
}

/** A slice that is told apart by a value set: what it is, is not known here. */
class UnknownSet extends Error {
  override readonly name = 'UnknownSet';
}

function count(profile: ProfileIr, resources: readonly JsonObject[], { validator, byUrl, profiles }: Around): readonly SupportCount[] {
  const world = {
    profiles: new Map(profiles.map((each) => [each.url, each] as const)),
    follows: (value: unknown, urls: readonly string[]) => urls.some((url) => validator.isValid(value, [url])),
    resolve: (reference: string) => byUrl.get(reference),
    toValueSet: () => {
      throw new UnknownSet();
    },
  };
  try {
    return countMustSupport(profile, resources, world);
  } catch (fault) {
    if (fault instanceof UnknownSet) return [];
    throw fault;
  }
}

function toEntries(bundle: unknown): readonly Entry[] {
  const entries = isObject(bundle) ? toList(bundle['entry']) : [];
  return entries.flatMap((entry) => {
    if (!isObject(entry) || !isObject(entry['resource'])) return [];
    const { fullUrl, resource } = entry;
    return [{ fullUrl: typeof fullUrl === 'string' ? fullUrl : '', resource }];
  });
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toProfiles({ meta }: JsonObject): readonly string[] {
  const named = isObject(meta) ? toList(meta['profile']) : [];
  return named.filter((url) => typeof url === 'string').map((url) => url.replace(/\|.*$/, ''));
}

/** What of the judgement has to be done or known. */
export function toBundleFindings({ bundles, invalid, coverage }: BundleJudgement): readonly CheckFinding[] {
  const [bad, all] = [String(invalid), String(bundles)];
  const words = { id: `${bad} dari ${all} Bundle tidak sah`, en: `${bad} of ${all} Bundles are not valid` };
  const faults = invalid === 0 ? [] : [toFinding('kerjakan', 'bundel-tidak-sah', 'samples', words)];
  return [...faults, ...coverage.filter(({ neverFilled }) => neverFilled.length > 0).map(toOpen)];
}

function toOpen({ profile, neverFilled, supported }: ProfileCoverage): CheckFinding {
  const [open, all, list] = [String(neverFilled.length), String(supported), neverFilled.join(', ')];
  return toFinding('ketahui', 'must-support', profile.slice(profile.lastIndexOf('/') + 1), {
    id: `${open} dari ${all} unsur mustSupport tidak pernah terisi: ${list}`,
    en: `${open} of ${all} mustSupport elements are never filled: ${list}`,
  });
}
