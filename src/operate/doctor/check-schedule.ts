import type { ClientBase } from 'pg';
import { toOk, toWarning, type Finding } from './finding.ts';

interface LateRow {
  readonly name: string;
  readonly last_result: string | null;
  readonly seconds: number;
}

const check = 'pekerjaan-berkala';
/** Whatever a job's interval: a gateway that was restarted, or whose database was away for a while, is not yet late. */
const graceMs = 10 * 60_000;

const lateSql = `
select name, last_result, extract(epoch from $2::timestamptz - coalesce(last_success_at, known_since))::float8 as seconds
from schedule
where environment = $1 and coalesce(last_success_at, known_since) < $2::timestamptz - greatest(2 * every_ms, every_ms + $3) * interval '1 millisecond'
order by name`;

/** Which scheduled jobs have not succeeded for twice their interval? Every gateway runs them, so either none is at work or the job fails. */
export async function checkSchedule(client: ClientBase, environment: string, now: Date): Promise<readonly Finding[]> {
  const { rows: tables } = await client.query<{ there: boolean }>("select to_regclass('schedule') is not null as there");
  if (tables[0]?.there !== true)
    return [toOk(check, 'Skema lama; start berikutnya membawanya.', 'An older schema; the next start brings it.')];
  const { rows } = await client.query<LateRow>(lateSql, [environment, now, graceMs]);
  if (rows.length === 0) return [toOk(check, 'Tidak ada yang terlambat.', 'None is late.')];
  return rows.map(({ name, last_result: result, seconds }) => {
    const age = `${(seconds / 60).toFixed(0)} menit/min`;
    const came = result === null ? '' : ` (${result})`;
    return toWarning(
      check,
      { id: `${name} belum berhasil selama ${age}${came}.`, en: `${name} has not succeeded for ${age}${came}.` },
      {
        id: 'Pastikan gateway berjalan (titian start); bila berjalan, lihat "job-failed" pada log.',
        en: 'See that a gateway runs (titian start); if one does, look for "job-failed" in its log.',
      },
    );
  });
}
