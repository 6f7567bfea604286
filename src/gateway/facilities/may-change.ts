import type { FacilityAsker, FacilityOrder } from '../../facilities.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Facility } from '../../store/facilities.ts';
import { facilityFaults as faults } from './facility-faults.ts';

type Standing = Pick<Facility, 'state' | 'setWithin'>;

type Change = FacilityOrder | 'enter';

/** Why this one may not do this now; undefined where nothing speaks against it. What the puskesmas stopped nobody else lets go on. Pure. */
export function refuseChange(change: Change, standing: Standing, { as }: FacilityAsker): Issue | undefined {
  const stops = change === 'pause' || change === 'revoke';
  if (!mayEver(change, as)) return faults.notYours;
  const stoppedByThem = standing.state !== 'active' && standing.setWithin;
  if (as !== 'puskesmas' && stoppedByThem) return stops ? undefined : faults.pausedByThem;
  return change === 'resume' ? refuseResume(standing, as) : undefined;
}

/** The dinkes pauses and resumes; secrets are those of the puskesmas, or are typed at the machine itself. */
function mayEver(change: Change, as: FacilityAsker['as']): boolean {
  if (as === 'dinas') return change === 'pause' || change === 'resume';
  return as !== 'baca';
}

function refuseResume({ state, setWithin }: Standing, as: FacilityAsker['as']): Issue | undefined {
  if (state === 'revoked') return faults.revoked;
  return state === 'paused' && !setWithin && as === 'puskesmas' ? faults.pausedByOthers : undefined;
}
