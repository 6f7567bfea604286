import type { Asker, PlatformStatus, QueueFilter, RedriveReport } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { Site } from '../map/place.ts';
import { toPlaceOfNakes } from '../map/places/place-of-nakes.ts';
import type { WordsOf } from '../report/catalogue/cause-words.ts';
import type { Db, Tx } from '../store/db.ts';
import type { Store } from '../store/open-store.ts';
import type { StuckFilter } from '../store/owed-queue.ts';
import { applyRedrive } from './apply-redrive.ts';
import { planRedrive, type PlannedRedrive, type RedrivePlanning } from './plan-redrive.ts';
import { toOnePlatform, toScope } from './queue-scope.ts';
import { countOutcomes, tallyRedrive } from './tally-redrive.ts';

/** What redriving needs. */
export interface RedriveParts {
  readonly store: Store;
  readonly site: () => Promise<Site>;
  readonly now: () => Date;
  readonly platforms: readonly string[];
  readonly wordsOf: WordsOf;
}

/** Debts one redrive takes at most, so that none holds rows for long: some ten seconds. Our own choice. */
const mostAtOnce = 20_000;
const chunkSize = 500;

/**
 * Tries again what a filter means: what is held, parked or waiting is judged anew by the register, policies and identity of now, and what nothing
 * speaks against is made ready, in one transaction. A dry run does the same judging, changes nothing, and says what would become of each.
 */
export async function runRedrive(
  parts: RedriveParts,
  filter: QueueFilter,
  { asker, dryRun }: { readonly asker: Asker; readonly dryRun: boolean },
): Promise<Checked<RedriveReport>> {
  const { store, platforms } = parts;
  if (Object.keys(filter).every((part) => part === 'platform')) return toFailed(noFilter);
  const platform = toOnePlatform(filter, platforms);
  if (!platform.ok) return platform;
  const site = await parts.site();
  const scope = toScope({ ...filter, platform: platform.value }, asker, { site, idOf: store.idOf, platforms });
  if (!scope.ok) return scope;
  const planning = { store, platform: platform.value, site, placeOfNakes: toPlaceOfNakes(site, store.idOf), now: parts.now() };
  const stuck = withStates(scope.value.stuck);
  const { planned, more } = dryRun
    ? await planAll(store.db, stuck, planning)
    : await store.transact((tx) => planAll(tx, stuck, planning, (chunk) => applyRedrive(tx, chunk, planning)));
  const [told] = await store.platformState.platformStates(store.db, [platform.value], planning.now);
  return toPassed(toReport(planned, { dryRun, more, planning, mode: told?.mode ?? 'running', wordsOf: parts.wordsOf }));
}

/** Unless reasons or ids are named, only what a person has to end is meant. */
function withStates(stuck: StuckFilter): StuckFilter {
  const named = stuck.states ?? stuck.reasons ?? stuck.ids;
  return named === undefined ? { ...stuck, states: ['held', 'parked', 'partial'] } : stuck;
}

/** All are found before the first is changed: who waits for a parent that is redriven is told with it. */
async function planAll(
  db: Db | Tx,
  stuck: StuckFilter,
  planning: RedrivePlanning,
  apply: (chunk: readonly PlannedRedrive[]) => Promise<readonly PlannedRedrive[]> = (chunk) => Promise.resolve(chunk),
): Promise<{ readonly planned: readonly PlannedRedrive[]; readonly more: boolean }> {
  const found = await planning.store.owed.listStuck(db, planning.platform, stuck, { limit: mostAtOnce + 1, leased: true });
  const planned: PlannedRedrive[] = [];
  for (let from = 0; from < Math.min(found.length, mostAtOnce); from += chunkSize) {
    const chunk = await planRedrive(db, found.slice(from, Math.min(from + chunkSize, mostAtOnce)), planning);
    planned.push(...(await apply(chunk)));
  }
  return { planned, more: found.length > mostAtOnce };
}

interface Reporting {
  readonly dryRun: boolean;
  readonly more: boolean;
  readonly planning: RedrivePlanning;
  readonly mode: PlatformStatus['state'];
  readonly wordsOf: WordsOf;
}

function toReport(planned: readonly PlannedRedrive[], { dryRun, more, planning, mode, wordsOf }: Reporting): RedriveReport {
  const { platform, store } = planning;
  return {
    ...{ dryRun, platform, environment: store.environment, platformState: mode },
    counts: countOutcomes(planned),
    causes: tallyRedrive(planned, platform, wordsOf),
    more,
  };
}

const noFilter: Issue = {
  severity: 'error',
  type: 'required',
  code: 'permintaan-tidak-sah',
  text: 'Sebutkan apa yang dicoba lagi: reasons, states, rule, place, from, to atau ids. Tanpa saringan tidak ada yang dilepas.',
  diagnostics: 'Name what is to be tried again: reasons, states, rule, place, from, to or ids. Without a filter nothing is released.',
};
