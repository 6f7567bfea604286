import type { RequestHandler } from 'express';
import { Registry } from 'prom-client';
import type { Environment } from '../platforms/subject.ts';
import { addDeliveryMetrics, type DeliveryMetrics } from './metrics/delivery-metrics.ts';
import { addProcessMetrics } from './metrics/process-metrics.ts';
import { addPressureMetrics, type PressureMetrics } from './metrics/pressure-metrics.ts';
import type { ReadFigures } from './metrics/read-figures.ts';
import { addRequestMetrics } from './metrics/request-metrics.ts';
import { addStoreMetrics } from './metrics/store-metrics.ts';

/** Everything that is measured about one gateway, in a registry of its own. No label holds anything personal or unbounded. */
export interface Metrics extends DeliveryMetrics, PressureMetrics {
  /** Stands before all routes and observes each request by the route that took it. */
  readonly watchRequests: RequestHandler;
  readonly contentType: string;
  /** All figures in the text format of Prometheus, as of now. */
  text(): Promise<string>;
  /** Ends the measuring of the event loop. */
  stop(): void;
}

/** What the metrics need from outside. */
export interface MetricsParts {
  readonly environment: Environment;
  readonly readFigures: ReadFigures;
  readonly now: () => Date;
}

/** Makes the metrics of one gateway; each figure carries its environment, so that what was simulated never counts as sent. */
export function createMetrics({ environment, readFigures, now }: MetricsParts): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ environment });
  const watchRequests = addRequestMetrics(registry);
  const deliveries = addDeliveryMetrics(registry, now);
  const pressure = addPressureMetrics(registry);
  const stop = addProcessMetrics(registry, now());
  const refresh = addStoreMetrics(registry, readFigures);
  const text = async (): Promise<string> => {
    await refresh();
    return registry.metrics();
  };
  return { ...deliveries, ...pressure, watchRequests, contentType: registry.contentType, text, stop };
}
