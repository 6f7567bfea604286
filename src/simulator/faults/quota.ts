import { textAt, type JsonObject } from '../json.ts';

/** A quota nobody was told of: so many calls per fixed window, or a bucket that fills steadily. */
export interface QuotaSettings {
  readonly style: 'window' | 'bucket';
  /** Calls per window. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** For a bucket: how many calls it holds when full. */
  readonly burst: number;
  /** Each credential has a quota of its own; otherwise all share one. */
  readonly perCredential: boolean;
  /** Whether a refusal says how long to wait. */
  readonly retryAfter: boolean;
}

/** Reads `style`, `limit`, `windowSeconds`, `burst`, `perCredential` and `retryAfter`; 150 calls a minute where nothing is said. */
export function readQuota(spec: JsonObject): QuotaSettings {
  const number = (key: string, otherwise: number): number => {
    const value = spec[key];
    return typeof value === 'number' && value > 0 ? value : otherwise;
  };
  const limit = number('limit', 150);
  return {
    style: textAt(spec, 'style') === 'bucket' ? 'bucket' : 'window',
    limit,
    windowSeconds: number('windowSeconds', 60),
    burst: number('burst', limit),
    perCredential: spec['perCredential'] !== false,
    retryAfter: spec['retryAfter'] === true,
  };
}

interface Standing {
  /** Window: its number. Bucket: when the level was last looked at, in milliseconds. */
  at: number;
  /** Window: calls taken. Bucket: calls left. */
  level: number;
}

/** Counts calls against a quota; refused calls do not count. */
export class QuotaMeter {
  private readonly standings = new Map<string, Standing>();

  /** Takes one call; undefined when it is within the quota, otherwise seconds until one would be let through. */
  take(settings: QuotaSettings, credential: string, nowMs: number): number | undefined {
    const key = settings.perCredential ? credential : '';
    return settings.style === 'window' ? this.takeFromWindow(settings, key, nowMs) : this.takeFromBucket(settings, key, nowMs);
  }

  private takeFromWindow({ limit, windowSeconds }: QuotaSettings, key: string, nowMs: number): number | undefined {
    const window = Math.floor(nowMs / (windowSeconds * 1000));
    const known = this.standings.get(key);
    const standing = known?.at === window ? known : { at: window, level: 0 };
    this.standings.set(key, standing);
    if (standing.level >= limit) return (window + 1) * windowSeconds - nowMs / 1000;
    standing.level += 1;
    return undefined;
  }

  private takeFromBucket({ limit, windowSeconds, burst }: QuotaSettings, key: string, nowMs: number): number | undefined {
    const perMs = limit / (windowSeconds * 1000);
    const standing = this.standings.get(key) ?? { at: nowMs, level: burst };
    this.standings.set(key, standing);
    standing.level = Math.min(burst, standing.level + Math.max(0, nowMs - standing.at) * perMs);
    standing.at = nowMs;
    // Sums of fractions: what is a hair below one call is one call.
    if (standing.level < 1 - 1e-9) return (1 - standing.level) / perMs / 1000;
    standing.level -= 1;
    return undefined;
  }
}
