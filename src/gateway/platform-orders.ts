import type { Asker, PlatformOrder, PlatformStatus } from '../deliveries.ts';
import { toFailed, toPassed, type Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { Store } from '../store/open-store.ts';
import type { PlatformMode, PlatformState } from '../store/platform-state.ts';
import { hasLongNumber } from './has-long-number.ts';
import { toUnknownPlatform } from './queue-scope.ts';

/** What telling a platform needs. */
export interface OrderParts {
  readonly store: Store;
  readonly now: () => Date;
  readonly platforms: readonly string[];
}

const modes: Readonly<Record<PlatformOrder, PlatformMode>> = { pause: 'paused', resume: 'running', drain: 'draining' };

/** How the way out to each platform stands. */
export async function listPlatforms({ store, now, platforms }: OrderParts, { within }: Asker): Promise<readonly PlatformStatus[]> {
  const states = await store.platformState.platformStates(store.db, platforms, now());
  return states.map((state) => toStatus(state, store.environment, within === undefined));
}

/** Tells the way out to a platform to pause, to drain or to go on, for every gateway at once. A key bound to one puskesmas may not: others send there too. */
export async function orderPlatform(
  parts: OrderParts,
  platform: string,
  order: PlatformOrder,
  { asker, reason }: { readonly asker: Asker; readonly reason?: string },
): Promise<Checked<PlatformStatus>> {
  const { store, now, platforms } = parts;
  if (!platforms.includes(platform)) return toFailed(toUnknownPlatform(platform, platforms));
  if (asker.within !== undefined) return toFailed(boundKey);
  if (reason !== undefined && hasLongNumber(reason)) return toFailed(numberInReason);
  const to = { mode: modes[order], by: asker.by, at: now(), ...(reason === undefined ? {} : { reason }) };
  await store.transact((tx) => store.platformState.setPlatformState(tx, platform, to));
  const [state] = await store.platformState.platformStates(store.db, [platform], now());
  if (state === undefined) throw new Error('a platform that was asked for has a state');
  return toPassed(toStatus(state, store.environment, true));
}

function toStatus(
  { platform, mode, since, setBy, reason, due, inFlight }: PlatformState,
  environment: string,
  whole: boolean,
): PlatformStatus {
  return {
    ...{ platform, environment, state: mode },
    ...(since === undefined ? {} : { since: since.toISOString() }),
    ...(setBy === undefined ? {} : { setBy }),
    ...(reason === undefined ? {} : { reason }),
    ...(whole ? { due, inFlight } : {}),
  };
}

const boundKey: Issue = {
  severity: 'error',
  type: 'security',
  code: 'kunci-terikat-puskesmas',
  text: 'Kunci ini terikat pada satu puskesmas, sedangkan jeda berlaku bagi semua puskesmas. Pakai kunci operasi tanpa --within.',
  diagnostics: 'This key is bound to one puskesmas, but a pause holds for all of them. Use a key of operations without --within.',
};

const numberInReason: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: 'Alasan memuat bilangan 16 angka seperti NIK. Tulis alasannya tanpa data orang; ia disimpan terbuka.',
  diagnostics: 'The reason holds a number of 16 digits such as a NIK. Write it without data of a person; it is kept in the clear.',
};
