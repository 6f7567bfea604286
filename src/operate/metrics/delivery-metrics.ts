import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Breaker } from '../../deliver/breaker.ts';
import type { QuotaGate } from '../../deliver/quota/gate.ts';
import type { Platform } from '../../platforms/platform.ts';

/** Observes what leaves: each answer of a platform, and which credentials rest. */
export interface DeliveryMetrics {
  /** The same platform, its answers counted. */
  watchPlatform(platform: Platform): Platform;
  /** The same breaker, its state shown. */
  watchBreaker(platform: string, breaker: Breaker): Breaker;
  /** Shows what is known of a platform's quotas from now on. */
  watchQuota(platform: string, quota: Pick<QuotaGate, 'known'>): void;
}

const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40];

/** Adds answers by the four words accepted, rejected, deferred and unknown, how long they took, and how many credentials the breaker keeps at rest. */
export function addDeliveryMetrics(registry: Registry, now: () => Date): DeliveryMetrics {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'titian_deliveries_total',
    help: 'Answers of a platform by word, whether the message asked or changed something',
    labelNames: ['platform', 'effect', 'delivery'],
    registers,
  });
  const duration = new Histogram({
    name: 'titian_delivery_duration_seconds',
    help: 'From sending a message to its answer',
    labelNames: ['platform'],
    buckets: seconds,
    registers,
  });
  const watchBreaker = createBreakerWatch(registry, now);
  return {
    watchBreaker,
    watchQuota: createQuotaWatch(registry),
    watchPlatform: (platform) => ({
      ...platform,
      async send(message, subject, signal) {
        const end = duration.startTimer({ platform: platform.name });
        const delivery = await platform.send(message, subject, signal);
        end();
        deliveries.inc({ platform: platform.name, effect: message.effect ? 'ya' : 'tidak', delivery: delivery.kind });
        return delivery;
      },
    }),
  };
}

interface Watched {
  readonly breaker: Breaker;
  /** Credentials that were refused and not answered since; the breaker itself tells nobody whom it keeps. */
  readonly refused: Set<string>;
}

function createBreakerWatch(registry: Registry, now: () => Date): DeliveryMetrics['watchBreaker'] {
  const watched = new Map<string, Watched>();
  new Gauge({
    name: 'titian_breaker_open',
    help: 'Credentials at rest because the platform, or the way to it, refused them as a whole',
    labelNames: ['platform'],
    registers: [registry],
    collect() {
      for (const [platform, { breaker, refused }] of watched)
        this.set({ platform }, [...refused].filter((credential) => breaker.restsUntil(credential, now()) !== undefined).length);
    },
  });
  return (platform, breaker) => {
    const refused = new Set<string>();
    watched.set(platform, { breaker, refused });
    return {
      ...breaker,
      refuse: (credential, at, until, of) => {
        refused.add(credential);
        breaker.refuse(credential, at, until, of);
      },
      answer: (credential) => {
        refused.delete(credential);
        breaker.answer(credential);
      },
    };
  };
}

const phases = ['buntu', 'mengukur', 'tenang'] as const;

/** Credentials by what is known of their quota (blocked, being measured, settled), and the calls a minute that the settled ones are allowed together. */
function createQuotaWatch(registry: Registry): DeliveryMetrics['watchQuota'] {
  const watched = new Map<string, Pick<QuotaGate, 'known'>>();
  const registers = [registry];
  new Gauge({
    name: 'titian_quota_credentials',
    help: 'Credentials that a platform limits, by phase: buntu = refused now, mengukur = being measured, tenang = known',
    labelNames: ['platform', 'phase'],
    registers,
    collect() {
      for (const [platform, { known }] of watched)
        for (const phase of phases) this.set({ platform, phase }, [...known().values()].filter((quota) => quota.phase === phase).length);
    },
  });
  new Gauge({
    name: 'titian_quota_calls_per_minute',
    help: 'Calls a minute that a platform is believed to allow to the credentials whose limit is known, together',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, { known }] of watched)
        this.set(
          { platform },
          [...known().values()].reduce((all, quota) => all + (quota.phase === 'tenang' ? quota.rate * 60_000 : 0), 0),
        );
    },
  });
  return (platform, quota) => {
    watched.set(platform, { known: () => quota.known() });
  };
}
