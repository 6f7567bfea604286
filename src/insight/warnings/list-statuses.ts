import type { GrowthThresholds } from '../growth/growth-thresholds-schema.ts';
import type { StatusTables } from '../status/status-tables.ts';

interface Tables {
  readonly statuses: StatusTables;
  readonly thresholds: GrowthThresholds;
}

const computed: Readonly<Record<string, readonly string[]>> = {
  'status-bb': ['N', 'T', 'O', 'B'],
  'status-2t': ['ya', 'tidak'],
  tafsir: ['hati-hati'],
  'hpl-lewat': ['ya', 'tidak'],
  'kontak-k1': ['murni', 'akses'],
  'kunjungan-berbeda': ['ya', 'tidak'],
  'nifas-sebelum-persalinan': ['ya'],
  'risiko-preeklamsia': ['ada', 'tidak-ada'],
  'ttd-cukup': ['ya', 'belum'],
  'layanan-t-lengkap': ['ya', 'belum'],
  'eliminasi-tripel': ['lengkap', 'belum'],
  tbc: ['terduga', 'bukan-terduga', 'kontak'],
  'imunisasi-jarak': ['terlalu-dini', 'cukup'],
  'imunisasi-umur': ['terlalu-dini', 'cukup'],
  'imunisasi-lambat': ['ya', 'tidak'],
  'dosis-nol': ['ya', 'tidak'],
  'status-t-jarak': ['terlalu-dini', 'cukup'],
};

/** The classes of every status that a rule may name, by the key of the status. */
export function listClasses({ statuses, thresholds }: Tables): ReadonlyMap<string, readonly string[]> {
  const growth = Object.entries(thresholds.statuses).map(
    ([key, { bands }]) => [key, bands.flatMap(({ classes }) => classes.map(({ is }) => is))] as const,
  );
  return new Map<string, readonly string[]>([
    ...Object.entries(computed),
    ...growth,
    ['status-lila-balita', thresholds.arm.classes.map(({ is }) => is)],
    ...statuses.statuses.map(({ key, bands }) => [key, bands.flatMap(({ classes }) => classes.map(({ is }) => is))] as const),
    ...[...statuses.signs.keys()].map((key) => [key, ['ada', 'tidak-ada']] as const),
  ]);
}

/** The keys of every status that a rule may name. */
export function listStatuses(tables: Tables): ReadonlySet<string> {
  return new Set(listClasses(tables).keys());
}
