import { findDuplicates } from '../duplicate-check.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { holdsRealNik, refuseRealNik } from '../nik-guard.ts';
import { businessRule, notFound, refusal, refuse, type Answer, type Refusal } from '../refusal.ts';
import { refusals, store } from '../write-resource.ts';
import type { Call, World } from '../world.ts';
import { applyPatch, PatchError, readPatch, type Operation } from './json-patch.ts';

/** The only content type a PATCH may have. */
export const patchType = 'application/json-patch+json';

/** Answers `PATCH /{Type}/{id}`: the operations are applied together, or nothing is; each success is a new version, also of a patch sent twice. */
export function patchResource(world: World, type: string, id: string, call: Call): Answer {
  const read = readOperations(call);
  if ('status' in read) return read;
  const former = world.store.find(type, id);
  if (former === undefined) return notFound(type, id);
  if (!world.settings.takes('PATCH', type) || former.organization !== call.client.organization) return refuse(403, businessRule);
  const odd = oddities(world, type, read.operations);
  if (odd.length > 0) return refuse(400, ...odd);
  const changed = applied(world.store.read(former), read.operations);
  if ('status' in changed) return changed;
  const refused = [...refusals(world, changed.body, call.client.organization), ...findDuplicates(world, changed.body, id)];
  return refused.length > 0 ? refuse(400, ...refused) : store(world, changed.body, { id, status: 200, call });
}

/** Reads the operations of a PATCH, or says why they cannot be. The status of `invalid_headers` was not recorded; 400 is what its siblings have. */
export function readOperations(call: Call): Answer | { readonly operations: readonly Operation[] } {
  if (call.contentType.split(';')[0]?.trim().toLowerCase() !== patchType)
    return refuse(400, { ...refusal('structure', 'invalid_headers'), diagnostics: `Content-Type: ${patchType}` });
  try {
    return { operations: readPatch(call.body) };
  } catch (error) {
    return unreadable(error);
  }
}

function applied(resource: JsonObject, operations: readonly Operation[]): Answer | { readonly body: JsonObject } {
  try {
    const changed = applyPatch(resource, operations);
    if (!isJsonObject(changed) || changed['id'] !== resource['id'] || changed['resourceType'] !== resource['resourceType'])
      return refuse(400, refusal('structure', 'resource_mismatch'));
    return holdsRealNik(changed) ? refuseRealNik() : { body: changed };
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): Answer {
  if (!(error instanceof PatchError)) throw error;
  return refuse(400, { ...refusal('structure', 'unparseable_resource'), diagnostics: error.message });
}

/** What the platform asks of a PATCH of some types beyond its operations. */
function oddities(world: World, type: string, operations: readonly Operation[]): readonly Refusal[] {
  if (type === 'Location') return operations.filter(({ path }) => path.startsWith('/operationalStatus/')).map(partOfStatus);
  const named = operations.some(({ path }) => path === '/patient');
  if (type !== 'EpisodeOfCare' || named || !world.settings.current.episodeNeedsPatient) return [];
  // Field report of 2026-09-21: without /patient the platform loses whose episode it is.
  return [refusal('value', "EpisodeOfCare.status :: patient reference can't be empty", 'EpisodeOfCare.patient')];
}

function partOfStatus({ path }: Operation): Refusal {
  return refusal('value', `Use /operationalStatus instead of ${path} to patch Location (RuleNumber: 10171)`, 'Location.operationalStatus');
}
