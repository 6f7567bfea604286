import type { ClientBase } from 'pg';
import { toOk, toWarning, type Finding } from './finding.ts';

interface StateRow {
  readonly platform: string;
  readonly state: 'draining' | 'paused';
  readonly set_by: string;
  readonly seconds: number;
}

const check = 'jeda-platform';
/** From when on a pause may have been forgotten: as long as what is due may wait (check-owed). Our own choice. */
const longSeconds = 3600;

/** Has somebody paused the way out to a platform, and may have forgotten it? */
export async function checkPlatforms(client: ClientBase, environment: string, now: Date): Promise<readonly Finding[]> {
  const { rows: tables } = await client.query<{ there: boolean }>("select to_regclass('platform_state') is not null as there");
  if (tables[0]?.there !== true)
    return [toOk(check, 'Skema lama; start berikutnya membawanya.', 'An older schema; the next start brings it.')];
  const { rows } = await client.query<StateRow>(
    `select platform, state, set_by, extract(epoch from $2::timestamptz - since)::float8 as seconds
     from platform_state where environment = $1 and state <> 'running' order by platform`,
    [environment, now],
  );
  if (rows.length === 0) return [toOk(check, 'Semua platform berjalan.', 'Every platform runs.')];
  return rows.map(toFinding);
}

function toFinding({ platform, state, set_by: by, seconds }: StateRow): Finding {
  const age = `${(seconds / 60).toFixed(0)} menit/min`;
  const said = {
    id: `${platform} ${state === 'paused' ? 'dijeda' : 'sedang dihabiskan lalu dijeda'} sejak ${age} oleh ${by}.`,
    en: `${platform} has been ${state} for ${age}, told by ${by}.`,
  };
  if (seconds < longSeconds) return toOk(check, said.id, said.en);
  return toWarning(check, said, {
    id: `Bila sebabnya sudah hilang, jalankan: titian platform resume ${platform}`,
    en: `If its cause is gone, run: titian platform resume ${platform}`,
  });
}
