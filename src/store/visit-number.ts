import type { Person, VisitDraft } from '../map/visit.ts';
import type { IdOf } from './sealing/resource-id.ts';

/**
 * The number of a visit at platforms: a keyed hash of the person's NIK and of what makes the visit this one (the sender's visit number, or else the date, with
 * place and service). Whoever hands the same visit in again gets the same number, also when nothing of it is remembered here but the master key.
 * A visit of somebody without NIK has its own id as number.
 */
export function toVisitNumber(idOf: IdOf, { nik }: Pick<Person, 'nik'>, visit: VisitDraft & { readonly id: string }): string {
  if (nik === undefined) return visit.id;
  const { visitNumber, date, place, service } = visit;
  return idOf('nomor-kunjungan', JSON.stringify([nik, place, service, visitNumber === undefined ? date : { nomor: visitNumber }]), 1);
}
