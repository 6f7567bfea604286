import type { ClientBase } from 'pg';
import { toFailure, toOk, toWarning, type Finding, type Said } from './finding.ts';

/** What a database says of itself. */
export interface DatabaseFacts {
  readonly version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly fullPageWrites: string;
  readonly checksums: string;
  /** Its clock, in Unix seconds. */
  readonly clock: number;
  /** False before the first start. */
  readonly used: boolean;
}

/** Asks a database for what the checks judge. */
export async function readDatabaseFacts(client: ClientBase): Promise<DatabaseFacts> {
  const { rows } = await client.query<DatabaseFacts>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as "synchronousCommit", current_setting('full_page_writes') as "fullPageWrites",
      current_setting('data_checksums') as checksums, extract(epoch from clock_timestamp())::float8 as clock,
      to_regclass('meta') is not null and to_regclass('migration') is not null as used`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error('a database that answers has settings');
  return facts;
}

const farSeconds = 60;
const offSeconds = 5;

/** Judges settings by which an answered record would not survive a power cut, the encoding, and the clocks. `now` in Unix seconds. */
export function judgeDatabase(facts: DatabaseFacts, now: number): readonly Finding[] {
  return [
    toOk('postgresql', `PostgreSQL ${facts.version} menjawab.`, `PostgreSQL ${facts.version} answers.`),
    judgeDurability(facts),
    facts.checksums === 'on'
      ? toOk('checksum', 'Kerusakan disk akan terlihat (data checksums).', 'Damage of the disk would show (data checksums).')
      : toWarning(
          'checksum',
          { id: 'Data checksums mati: kerusakan disk tidak terlihat.', en: 'Data checksums are off: damage of the disk would not show.' },
          { id: 'Saat server berhenti: pg_checksums --enable.', en: 'While the server is stopped: pg_checksums --enable.' },
        ),
    facts.encoding === 'UTF8'
      ? toOk('pengodean', 'UTF-8.', 'UTF-8.')
      : toFailure(
          'pengodean',
          { id: `Basis data berkode ${facts.encoding}.`, en: `The database is encoded in ${facts.encoding}.` },
          { id: 'Buat basis data baru: createdb -T template0 -E UTF8 NAMA.', en: 'Make a new one: createdb -T template0 -E UTF8 NAME.' },
        ),
    judgeClock(Math.abs(facts.clock - now)),
  ];
}

function judgeDurability({ fsync, synchronousCommit, fullPageWrites }: DatabaseFacts): Finding {
  const off = [
    ...(fsync === 'on' ? [] : ['fsync']),
    ...(['on', 'local', 'remote_write', 'remote_apply'].includes(synchronousCommit) ? [] : ['synchronous_commit']),
    ...(fullPageWrites === 'on' ? [] : ['full_page_writes']),
  ];
  if (off.length === 0) return toOk('tahan-mati-listrik', 'fsync, synchronous_commit, full_page_writes menyala.', 'All three are on.');
  return toFailure(
    'tahan-mati-listrik',
    {
      id: `Mati: ${off.join(', ')}. Catatan yang sudah dijawab dapat hilang.`,
      en: `Off: ${off.join(', ')}. Answered records can be lost.`,
    },
    { id: 'Nyalakan di postgresql.conf, lalu muat ulang server.', en: 'Turn them on in postgresql.conf and reload the server.' },
  );
}

const setClock: Said = { id: 'Nyalakan NTP di kedua komputer (timedatectl set-ntp true).', en: 'Turn NTP on at both machines.' };

function judgeClock(seconds: number): Finding {
  const said = { id: `Selisih jam dengan basis data ${seconds.toFixed(1)} detik.`, en: `The clocks differ by ${seconds.toFixed(1)} s.` };
  if (seconds > farSeconds) return toFailure('jam', said, setClock);
  if (seconds > offSeconds) return toWarning('jam', said, setClock);
  return toOk('jam', said.id, said.en);
}

/** Compares the schema with that of this version, and the newest record with the clock: one from the future means that the clock went back. */
export async function checkSchema(
  client: ClientBase,
  ours: readonly { readonly name: string; readonly checksum: string }[],
  now: Date,
): Promise<readonly Finding[]> {
  const applied = await client.query<{ name: string; checksum: string }>('select name, checksum from migration order by name');
  const { rows } = await client.query<{ newest: Date | null }>('select max(received_at) as newest from submission');
  const ahead = ((rows[0]?.newest ?? now).getTime() - now.getTime()) / 1000;
  const past: readonly Finding[] =
    ahead <= farSeconds
      ? []
      : [
          toFailure(
            'jam-mundur',
            {
              id: 'Ada kiriman yang diterima di masa depan: jam pernah salah.',
              en: 'Something was received in the future: the clock was wrong.',
            },
            setClock,
          ),
        ];
  return [judgeSchema(applied.rows, ours), ...past];
}

interface Step {
  readonly name: string;
  readonly checksum: string;
}

function judgeSchema(applied: readonly Step[], ours: readonly Step[]): Finding {
  const known = new Map(ours.map(({ name, checksum }) => [name, checksum]));
  const newest = applied.at(-1)?.name ?? '-';
  if (applied.some(({ name, checksum }) => known.has(name) && known.get(name) !== checksum))
    return toFailure(
      'skema',
      { id: 'Sebuah migrasi berubah setelah diterapkan.', en: 'A migration was changed after it was applied.' },
      { id: 'Pasang kembali versi Titian yang utuh.', en: 'Install a whole version of Titian again.' },
    );
  if (applied.some(({ name }) => !known.has(name)))
    return toWarning(
      'skema',
      { id: `Skema ${newest} lebih baru daripada versi Titian ini.`, en: `Schema ${newest} is newer than this version of Titian.` },
      { id: 'Pakai versi Titian yang sama atau lebih baru.', en: 'Use the same or a newer version of Titian.' },
    );
  const missing = ours.length - applied.length;
  if (missing === 0) return toOk('skema', `Skema ${newest}.`, `Schema ${newest}.`);
  return toOk(
    'skema',
    `Skema ${newest}; start berikutnya menerapkan ${String(missing)} langkah.`,
    `The next start applies ${String(missing)} steps.`,
  );
}
