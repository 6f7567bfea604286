// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { checkSchedule } from '../../src/operate/doctor/check-schedule.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { createFigures } from '../../src/operate/metrics/read-figures.ts';
import type { Job, JobTurn, TurnOutcome } from '../../src/schedule/job.ts';
import type { Pause } from '../../src/schedule/pause.ts';
import { runSchedule } from '../../src/schedule/run-schedule.ts';
import { runTurn, type ScheduleParts } from '../../src/schedule/run-turn.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query } from '../a-store.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
}, 60_000);

const minute = 60_000;
const at = (time: string): Date => new Date(`2025-08-12T${time.padEnd(8, ':00')}Z`);
const never = new AbortController().signal;

/** Something that happens once, and can be waited for. */
function aSignal<T = void>(): { readonly given: Promise<T>; readonly give: (value: T) => void } {
  let give: (value: T) => void = () => undefined;
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A pause whose end the test decides. */
function pausesByHand(): { readonly pause: Pause; readonly end: () => void } {
  const waiting: (() => void)[] = [];
  const pause: Pause = (_ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) resolve(false);
      signal.addEventListener('abort', () => {
        resolve(false);
      });
      waiting.push(() => {
        resolve(true);
      });
    });
  return {
    pause,
    end: () => {
      for (const wake of waiting.splice(0)) wake();
    },
  };
}

/** Work without an end that stops when it is told to. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const breakOff = (): void => {
      reject(new Error('broken off'));
    };
    // A job may begin just when its process is told to end: then nothing follows any more.
    if (signal.aborted) breakOff();
    else signal.addEventListener('abort', breakOff);
  });
}

let made = 0;
/** A job under a name of its own, every ten minutes under a lease of one. */
function aJob(run: Job['run'] = () => Promise.resolve(undefined), facts: Partial<Job> = {}): Job {
  made += 1;
  return { name: `uji-${String(made)}`, everyMs: 10 * minute, leaseMs: minute, run, ...facts };
}

/** One gateway process with a clock of its own. */
function aProcess(owner: string, time = '08:00', parts: Partial<ScheduleParts> = {}) {
  const clock = { now: at(time) };
  const told: (readonly [string, TurnOutcome])[] = [];
  const all: ScheduleParts = {
    store,
    owner,
    now: () => clock.now,
    pause: pausesByHand().pause,
    onOutcome: (job, outcome) => told.push([job, outcome]),
    ...parts,
  };
  return { clock, told, parts: all, look: (job: Job): Promise<TurnOutcome> => runTurn(job, all, never) };
}

async function named(job: Job): Promise<Job> {
  await store.schedule.nameJob(store.db, job, at('08:00'));
  return job;
}

async function rowOf({ name }: Job): Promise<Record<string, unknown> | undefined> {
  return (await query(url, 'select * from schedule where name = $1', [name]))[0];
}

describe('a job', () => {
  test('is run by one of many processes that look at once', async () => {
    let runs = 0;
    const job = await named(aJob(() => Promise.resolve(`kali ${String((runs += 1))}`)));
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => aProcess(`proses-${String(index)}`).look(job)));

    expect(runs).toBe(1);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', ...Array<string>(7).fill('idle')]);
  });

  test('comes again when its time has come and not before, whoever ran it last', async () => {
    const job = await named(aJob());
    const looks: string[] = [];
    for (const time of ['08:00', '08:09', '08:10']) looks.push((await aProcess(`proses-${time}`, time).look(job)).kind);
    expect(looks).toEqual(['done', 'idle', 'done']);
  });

  test('keeps what came of it, and when', async () => {
    const job = await named(aJob(() => Promise.resolve('12 dilepas')));
    await aProcess('proses-1').look(job);
    expect(await rowOf(job)).toMatchObject({
      last_result: '12 dilepas',
      last_success_at: at('08:00'),
      next_at: at('08:10'),
      lease_owner: null,
    });
  });

  test('that fails is told by its code, keeps its last success, and comes again at its next time', async () => {
    const job = await named(aJob());
    await aProcess('proses-1').look(job);
    const fault = Object.assign(new Error('NIK 5103990503240077 rusak'), { code: '57014' });
    const outcome = await aProcess('proses-1', '08:10').look({ ...job, run: () => Promise.reject(fault) });

    expect(outcome).toEqual({ kind: 'failed', fault });
    expect(await rowOf(job)).toMatchObject({ last_result: 'gagal: 57014', last_success_at: at('08:00'), next_at: at('08:20') });
  });

  test('that is made to come more often does not wait out its old time', async () => {
    const job = await named(aJob(undefined, { everyMs: 24 * 60 * minute }));
    await aProcess('proses-1').look(job);
    const often = await named({ ...job, everyMs: 10 * minute });
    expect((await aProcess('proses-1', '08:10').look(often)).kind).toBe('done');
  });

  test('of a process that died is run by another when its lease has ended, and not before', async () => {
    const job = await named(aJob());
    const dead = await store.schedule.takeTurn(store.db, { job: job.name, owner: 'mati', now: at('08:00'), leaseMs: minute });
    expect(dead).toEqual({ job: job.name, leaseNo: 1 });

    expect((await aProcess('proses-2', '08:00').look(job)).kind).toBe('idle');
    expect((await aProcess('proses-2', '08:01').look(job)).kind).toBe('done');
  });
});

describe('a job that outlasts its lease', () => {
  test('keeps it by renewing', async () => {
    const [begun, finish, renewed] = [aSignal(), aSignal(), aSignal()];
    const pauses = pausesByHand();
    const job = await named(
      aJob(async () => {
        begun.give();
        await finish.given;
        return 'lama';
      }),
    );
    const renewing = {
      ...store.schedule,
      renewTurn: (...args: Parameters<typeof store.schedule.renewTurn>) =>
        store.schedule.renewTurn(...args).finally(() => {
          renewed.give();
        }),
    };
    const first = aProcess('proses-1', '08:00', { pause: pauses.pause, store: { ...store, schedule: renewing } });
    const running = first.look(job);
    await begun.given;
    first.clock.now = at('08:00:40');
    pauses.end();
    await renewed.given;

    expect((await aProcess('proses-2', '08:01:30').look(job)).kind).toBe('idle');
    finish.give();
    expect(await running).toEqual({ kind: 'done', result: 'lama' });
  });

  /** A process that begins a job and is then held up beyond its lease, while another takes the job. */
  async function overtaken(then: (turn: JobTurn) => Promise<string | undefined>) {
    const [begun, goOn] = [aSignal(), aSignal()];
    const job = await named(
      aJob(async (turn) => {
        begun.give();
        await goOn.given;
        return then(turn);
      }),
    );
    const slow = aProcess('lambat');
    const running = slow.look(job);
    await begun.given;
    const quick = aProcess('cepat', '08:01');
    const taken = await quick.look({ ...job, run: () => Promise.resolve('diambil alih') });
    slow.clock.now = at('08:02');
    return { job, taken, goOn: goOn.give, running };
  }

  test('and lost it is fenced: its transaction does nothing', async () => {
    const { job, taken, goOn, running } = await overtaken((turn) =>
      turn.transact(async (tx) => {
        await tx.count('name-job', [tx.environment, 'tertulis-terlambat', 1, at('08:02')]);
        return 'terlambat';
      }),
    );
    goOn();
    expect(taken.kind).toBe('done');
    expect((await running).kind).toBe('lost');
    expect(await rowOf({ ...job, name: 'tertulis-terlambat' })).toBeUndefined();
  });

  test('and lost it does not write over the result of whoever took it', async () => {
    const { job, goOn, running } = await overtaken(() => Promise.resolve('terlambat'));
    goOn();
    expect((await running).kind).toBe('lost');
    expect(await rowOf(job)).toMatchObject({ last_result: 'diambil alih', next_at: at('08:11'), lease_no: 2 });
  });

  test('and cannot renew it knows by its own clock that it may not be its own any more', async () => {
    const mine: boolean[] = [];
    const [begun, goOn] = [aSignal(), aSignal()];
    const job = await named(
      aJob(async (turn) => {
        mine.push(turn.stillMine());
        begun.give();
        await goOn.given;
        mine.push(turn.stillMine());
        return undefined;
      }),
    );
    const away = aProcess('proses-1');
    const running = away.look(job);
    await begun.given;
    away.clock.now = at('08:01');
    goOn.give();
    await running;
    expect(mine).toEqual([true, false]);
  });

  test('is told as soon as somebody else has it', async () => {
    const begun = aSignal();
    const pauses = pausesByHand();
    const job = await named(
      aJob(({ signal }) => {
        begun.give();
        return untilAborted(signal);
      }),
    );
    const slow = aProcess('lambat', '08:00', { pause: pauses.pause });
    const running = slow.look(job);
    await begun.given;
    await aProcess('cepat', '08:01').look({ ...job, run: () => Promise.resolve('diambil alih') });
    pauses.end();

    expect((await running).kind).toBe('lost');
  });

  test('is not taken while a transaction of it is under way, however late', async () => {
    const [within, commit] = [aSignal(), aSignal()];
    const job = await named(
      aJob((turn) =>
        turn.transact(async () => {
          within.give();
          await commit.given;
          return 'tepat waktu';
        }),
      ),
    );
    const running = aProcess('proses-1').look(job);
    await within.given;
    expect((await aProcess('proses-2', '08:05').look(job)).kind).toBe('idle');
    commit.give();
    expect(await running).toEqual({ kind: 'done', result: 'tepat waktu' });
  });
});

describe('a schedule', () => {
  test('goes on after the store was away, and tells of it', async () => {
    const ran = aSignal();
    const pauses = pausesByHand();
    const faults: unknown[] = [];
    const away = aSignal();
    let looks = 0;
    const broken = {
      ...store.schedule,
      takeTurn: (...args: Parameters<typeof store.schedule.takeTurn>) => {
        looks += 1;
        return looks === 1 ? Promise.reject(new Error('away')) : store.schedule.takeTurn(...args);
      },
    };
    const job = aJob(() => {
      ran.give();
      return Promise.resolve(undefined);
    });
    const { parts } = aProcess('proses-1', '08:00', {
      pause: pauses.pause,
      store: { ...store, schedule: broken },
      onOutcome: (_, outcome) => {
        if (outcome.kind !== 'failed') return;
        faults.push(outcome.fault);
        away.give();
      },
    });
    const running = runSchedule([job], { ...parts, lookMs: 1000 });
    await away.given;
    // The loop rests in the same turn of the event loop in which it told.
    await Promise.resolve();
    pauses.end();
    await ran.given;
    await running.stop();
    expect(faults).toEqual([new Error('away')]);
  });

  test('that is stopped breaks off what runs, which another process then does at once', async () => {
    const begun = aSignal();
    const job = aJob(({ signal }) => {
      begun.give();
      return untilAborted(signal);
    });
    const first = aProcess('proses-1');
    const running = runSchedule([job], { ...first.parts, lookMs: 1000 });
    await begun.given;
    await running.stop();

    expect(first.told.map(([, { kind }]) => kind)).toEqual(['broken-off']);
    expect((await aProcess('proses-2').look({ ...job, run: () => Promise.resolve('selesai') })).kind).toBe('done');
  });

  test('keeps no job waiting behind another that takes long', async () => {
    const quick = aSignal();
    const long = aJob(({ signal }) => untilAborted(signal));
    const short = aJob(() => {
      quick.give();
      return Promise.resolve(undefined);
    });
    const running = runSchedule([long, short], { ...aProcess('proses-1').parts, lookMs: 1000 });
    await quick.given;
    await running.stop();
    expect((await rowOf(short))?.['last_finished_at']).toEqual(at('08:00'));
  });
});

describe('a job that does not succeed', () => {
  /** A database of its own, so that no other job is late in it. */
  async function aRun(succeedsAt: string | undefined): Promise<string> {
    const own = await aDatabase();
    const ownStore = await aStore({ url: own });
    const job = aJob(() => Promise.reject(new TypeError('rusak')), { name: 'hapus-isi-percobaan' });
    await ownStore.schedule.nameJob(ownStore.db, job, at('08:00'));
    const look = (time: string, run: Job['run']): Promise<TurnOutcome> =>
      aProcess('proses-1', time, { store: ownStore }).look({ ...job, run });
    if (succeedsAt !== undefined) await look(succeedsAt, () => Promise.resolve(undefined));
    await look('08:15', job.run);
    return own;
  }

  async function onDatabase<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    return work(client).finally(() => client.end());
  }

  test.each<[string, string | undefined, string, string]>([
    ['is late twenty minutes after its last success', '08:00', '08:21', 'warn'],
    ['is not late before', '08:00', '08:20', 'ok'],
    ['is late twenty minutes after it became known where it never succeeded', undefined, '08:21', 'warn'],
  ])('every ten minutes %s', async (_, succeedsAt, now, state) => {
    const findings = await onDatabase(await aRun(succeedsAt), (client) => checkSchedule(client, 'simulasi', at(now)));
    expect(findings.map((finding) => finding.state)).toEqual([state]);
    if (state === 'warn') expect(findings[0]?.en).toBe('hapus-isi-percobaan has not succeeded for 21 menit/min (gagal: TypeError).');
  });

  test('stands in the metrics with its last success and how often it comes', async () => {
    const text = await onDatabase(await aRun('08:00'), async (client) => {
      const readFigures = createFigures(client, 'simulasi', () => at('08:21').getTime());
      const metrics = createMetrics({ environment: 'simulasi', readFigures, now: () => at('08:21') });
      return metrics.text().finally(metrics.stop);
    });
    const seconds = String(at('08:00').getTime() / 1000);
    expect(text).toContain(`titian_schedule_last_success_timestamp{job="hapus-isi-percobaan",environment="simulasi"} ${seconds}\n`);
    expect(text).toContain('titian_schedule_interval_seconds{job="hapus-isi-percobaan",environment="simulasi"} 600\n');
  });

  test('is not asked for in a schema of before', async () => {
    const bare = await aDatabase({ bare: true });
    expect(await onDatabase(bare, (client) => checkSchedule(client, 'simulasi', at('08:00')))).toMatchObject([{ state: 'ok' }]);
  });
});
