import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Breaker } from '../../deliver/breaker.ts';
import type { Platform } from '../../platforms/platform.ts';

/** Observes what leaves: each answer of a platform, and which credentials rest. */
export interface DeliveryMetrics {
  /** The same platform, its answers counted. */
  watchPlatform(platform: Platform): Platform;
  /** The same breaker, its state shown. */
  watchBreaker(platform: string, breaker: Breaker): Breaker;
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
      refuse: (credential, at, until) => {
        refused.add(credential);
        breaker.refuse(credential, at, until);
      },
      answer: (credential) => {
        refused.delete(credential);
        breaker.answer(credential);
      },
    };
  };
}
