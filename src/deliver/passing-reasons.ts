/** Reasons of debts that go on by themselves within minutes, or when their visit has ended: whoever handed them in has nothing to do or to wait for. */
export const passingReasons: readonly string[] = [
  'menunggu-waktu',
  'menunggu-induk',
  'dicoba-lagi',
  'dicari-kembali',
  'menunggu-penilaian',
  'kuota-habis',
];

/** The reason that senders hear of a debt, if any. */
export function toToldReason(reason: string | null | undefined): string | undefined {
  return reason === null || reason === undefined || passingReasons.includes(reason) ? undefined : reason;
}
