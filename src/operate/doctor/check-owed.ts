import type { ClientBase } from 'pg';
import { toFailure, toOk, toWarning, type Finding } from './finding.ts';

interface PlaceRow {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly organization: string | null;
  readonly visits: number;
}

// Cast to text, not the other way round: what is owed about a place has no uuid.
const owedByPlaceSql = `
select p.code, p.kind, p.parent, p.content ->> 'organization' as organization, coalesce(v.visits, 0) as visits
from place p
left join (
  select v.place, count(*)::int as visits
  from owed o join visit v on v.id::text = o.subject_id
  where o.environment = $1 and o.subject_kind = 'visit' and o.state <> 'settled'
  group by v.place
) v on v.place = p.code`;

// A letter ends with a day of the puskesmas; that of UTC is near enough for a hint.
const facilitiesSql = `
select organization, state = 'active' and (mark is null or current_date between valid_from and valid_until) as usable, mark is not null as entered
from facility_credential where environment = $1`;

/** Organizations in whose name may be sent: by what the puskesmas entered, or where it entered nothing by credentials that lie open. */
export async function findUsable(client: ClientBase, environment: string, open: Iterable<string>): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ organization: string; usable: boolean; entered: boolean }>(facilitiesSql, [environment]);
  const usable = new Set(open);
  for (const { organization, usable: is, entered } of rows) {
    if (is && entered) usable.add(organization);
    else if (!is) usable.delete(organization);
  }
  return usable;
}

/** Has every puskesmas with visits owed a credential (by the number of its Organization)? */
export async function checkCredentials(
  client: ClientBase,
  environment: string,
  organizations: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const { rows } = await client.query<PlaceRow>(owedByPlaceSql, [environment]);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const lacking = new Map<string, number>();
  for (const row of rows.filter(({ visits }) => visits > 0)) {
    const puskesmas = findPuskesmas(row, byCode);
    if (puskesmas.organization === null || !organizations.has(puskesmas.organization))
      lacking.set(puskesmas.code, (lacking.get(puskesmas.code) ?? 0) + row.visits);
  }
  if (lacking.size === 0)
    return [toOk('kredensial', 'Ada untuk setiap puskesmas yang kunjungannya terutang.', 'There for each puskesmas with visits owed.')];
  return [...lacking].map(([code, visits]) =>
    toFailure(
      'kredensial',
      {
        id: `Puskesmas ${code}: ${String(visits)} kunjungan terutang tanpa kredensial.`,
        en: `Puskesmas ${code}: ${String(visits)} visits owed, no credentials.`,
      },
      {
        id: 'Isi nomor Organization di jejaring.csv; puskesmas memasukkan kredensial dan surat kuasanya: titian facility enter.',
        en: 'Enter its Organization number in jejaring.csv; the puskesmas enters its credentials and letter: titian facility enter.',
      },
    ),
  );
}

function findPuskesmas(place: PlaceRow, byCode: ReadonlyMap<string, PlaceRow>): PlaceRow {
  let above = place;
  // A register that was checked has no circle; the count only keeps a damaged one from turning for ever.
  for (let steps = 0; steps < byCode.size && above.kind !== 'puskesmas'; steps += 1) above = byCode.get(above.parent ?? '') ?? above;
  return above;
}

const lateSeconds = 3600;

/** How long has the oldest debt been due that may be taken? A worker takes such within seconds. */
export async function checkOldest(client: ClientBase, environment: string, now: Date): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ due: number; seconds: number | null }>(
    `select count(*)::int as due, extract(epoch from $2::timestamptz - min(due))::float8 as seconds
     from owed where environment = $1 and due <= $2 and state <> 'settled'`,
    [environment, now],
  );
  const { due = 0, seconds = null } = rows[0] ?? {};
  if (due === 0 || seconds === null) return [toOk('terutang-tertua', 'Tidak ada yang menunggu giliran.', 'Nothing waits for its turn.')];
  const age = seconds < 120 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} menit/min`;
  const said = { id: `${String(due)} menunggu giliran, tertua ${age}.`, en: `${String(due)} wait for their turn, the oldest for ${age}.` };
  if (seconds < lateSeconds) return [toOk('terutang-tertua', said.id, said.en)];
  return [
    toWarning('terutang-tertua', said, {
      id: 'Pastikan gateway berjalan (titian start) dan SATUSEHAT terjangkau.',
      en: 'See that the gateway runs (titian start) and that SATUSEHAT can be reached.',
    }),
  ];
}

interface StuckRow {
  readonly state: 'held' | 'parked';
  readonly reason: string;
  readonly debts: number;
  readonly text: string | null;
  readonly diagnostics: string | null;
}

const stuckSql = `
select state, coalesce(reason, '') as reason, count(*)::int as debts,
  min(issues #>> '{0,text}') as text, min(issues #>> '{0,diagnostics}') as diagnostics
from owed
where environment = $1 and state in ('held', 'parked')
group by state, reason
order by debts desc, reason`;

/** What waits for a person, by reason, the most frequent first, with what to do as the issue says it (issues hold nothing personal). */
export async function checkHeld(client: ClientBase, environment: string): Promise<readonly Finding[]> {
  const { rows } = await client.query<StuckRow>(stuckSql, [environment]);
  if (rows.length === 0) return [toOk('ditahan', 'Tidak ada yang menunggu tindakan orang.', 'Nothing waits for a person.')];
  return rows.map(({ state, reason, debts, text, diagnostics }) =>
    toWarning(
      'ditahan',
      {
        id: `${String(debts)} ${state === 'held' ? 'ditahan' : 'ditolak platform'}: ${reason}.`,
        en: `${String(debts)} ${state === 'held' ? 'held' : 'refused by the platform'}: ${reason}.`,
      },
      { id: text ?? 'Lihat alasannya di docs/errors.', en: diagnostics ?? 'See the reason in docs/errors.' },
    ),
  );
}
