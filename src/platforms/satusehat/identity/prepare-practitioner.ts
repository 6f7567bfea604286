import type { Message, Preparation, Upstream } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { toHold } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import { nakesSystem, nikSystem } from '../systems.ts';
import type { MayAsk } from './asking.ts';

type PractitionerState = Extract<SubjectState, { kind: 'practitioner' }>;

/**
 * The next look for a practitioner's number: by NIK, or by the number that jejaring has where it has no NIK, which is asked once so that no
 * visit carries a stranger's. With both, the two must agree. Practitioners are never created.
 */
export function preparePractitioner(state: PractitionerState, upstream: Upstream, mayAsk: MayAsk): Preparation {
  const { key, responsible, puskesmas } = state;
  if (upstream.get(refOf.practitioner(key)) !== undefined) return { do: 'settled' };
  if (puskesmas.organization === undefined) return toHold('organisasi-belum-ada');
  if (responsible.nik !== undefined && !mayAsk(responsible.nik)) return toHold('bukan-kecamatan-99');
  const identifier = toIdentifier(responsible);
  if (identifier === undefined) return toHold('nakes-tidak-cocok');
  const message: Message = {
    plan: 'cari-nakes',
    method: 'GET',
    path: `/Practitioner?identifier=${encodeURIComponent(identifier)}`,
    effect: false,
    refs: [{ ref: refOf.practitioner(key), hash: '' }],
    credential: puskesmas.organization,
  };
  return { do: 'send', message };
}

function toIdentifier({ nik, ihs }: PractitionerState['responsible']): string | undefined {
  if (nik !== undefined) return `${nikSystem}|${nik}`;
  return ihs === undefined ? undefined : `${nakesSystem}|${ihs}`;
}
