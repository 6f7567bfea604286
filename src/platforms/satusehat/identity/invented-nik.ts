/** NIKs that the ministry published for its sandbox; they belong to nobody. */
const ministryTestNiks: ReadonlySet<string> = new Set([
  '9271060312000002',
  '9271060312000003',
  '0000000000000000',
  '1111111111111111',
  '9999999999999999',
  '3313096403900009',
]);

/** True for a NIK that may leave for a simulation or staging: kecamatan 99, which does not exist, or the ministry's test list (field rule 2). */
export function isInventedNik(nik: string): boolean {
  return ministryTestNiks.has(nik) || nik.slice(4, 6) === '99';
}
