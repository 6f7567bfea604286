import { createBreaker } from '../../src/deliver/breaker.ts';
import { runWorker } from '../../src/deliver/run-worker.ts';
import { createFaultLog } from '../../src/log.ts';
import type { openWorker } from '../../src/open-worker.ts';
import { createLedger } from '../../src/store/ledger.ts';
import { createReceivingPlatform } from '../../test/platforms/receiving/receiving-platform.ts';
import { breakLeases } from './break-leases.ts';
import { inFlight, scaledTimes, type NodeSettings } from './node-settings.ts';
import { recordLeases } from './record-leases.ts';

/** The way out of a gateway to the receiving platform, whose address stands where that of SATUSEHAT does. */
export function openReceivingWorker({ events, fault, owner: recordedAs }: NodeSettings & { readonly owner: string }): typeof openWorker {
  return (config, { owner, store, site, log, metrics }) => {
    const recorder = recordLeases({ file: events, owner: recordedAs, clock: () => performance.timeOrigin + performance.now() });
    const { leaseMs, timeoutMs, quietMs, firstWaitMs, longestWaitMs, idleMs } = scaledTimes;
    const platform = metrics.watchPlatform(recorder.watchPlatform(createReceivingPlatform({ url: config.satusehatUrl ?? '' })));
    const kept = fault === undefined ? store : breakLeases(store, fault, config.databaseUrl ?? '');
    const ledger = recorder.watchLedger(
      createLedger(recorder.watchStore(kept), { platform: platform.name, owner, leaseMs, site, maySend: () => true }),
    );
    const policy = { firstWaitMs, longestWaitMs, maxAttempts: 60, quietMs };
    const parts = { ledger, platform, policy, now: () => new Date(), jitter: Math.random, concurrency: inFlight, timeoutMs };
    const onFault = createFaultLog(log, 'delivery-failed', Date.now);
    return Promise.resolve(runWorker(parts, { idleMs, onFault, breaker: metrics.watchBreaker(platform.name, createBreaker()) }));
  };
}
