import { Gauge, type Registry } from 'prom-client';
import type { PlatformFigure } from './read-figures.ts';

/** Shown also where nobody ever told it anything. */
const alwaysShown = ['satusehat'];
const states = ['running', 'draining', 'paused'] as const;

/** Adds what a person has told the way out to each platform, and for how long it has not run. Returns what sets them; without figures they are absent. */
export function addPlatformMetrics(registry: Registry): (told: readonly PlatformFigure[] | undefined) => void {
  const registers = [registry];
  const state = new Gauge({
    name: 'titian_platform_state',
    help: '1 for the state in which the way out to a platform is, 0 for the others',
    labelNames: ['platform', 'state'] as const,
    registers,
  });
  const stopped = new Gauge({
    name: 'titian_platform_stopped_seconds',
    help: 'For how long the way out to a platform has been paused or draining; 0 while it runs',
    labelNames: ['platform'] as const,
    registers,
  });
  return (told) => {
    for (const gauge of [state, stopped]) gauge.reset();
    if (told === undefined) return;
    const byPlatform = new Map(told.map((figure) => [figure.platform, figure]));
    for (const platform of new Set([...alwaysShown, ...byPlatform.keys()])) {
      const now = byPlatform.get(platform) ?? { state: 'running', seconds: 0 };
      for (const each of states) state.set({ platform, state: each }, each === now.state ? 1 : 0);
      stopped.set({ platform }, now.state === 'running' ? 0 : Math.max(0, now.seconds));
    }
  };
}
