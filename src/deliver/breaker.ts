/** Whether a message may leave with a credential: it may, it may as the one that finds out, or not before a moment. */
export type Admission = { readonly may: 'go' } | { readonly may: 'probe' } | { readonly may: 'rest'; readonly until: Date };

/**
 * Keeps a credential at rest that the platform, or the way to it, refuses as a whole: one message finds out, not every debt in turn. After
 * the rest one message goes as a probe while the others keep waiting; its success ends the rest, its failure begins a longer one.
 * Where the network itself is gone, every credential rests, and one probe finds out for all.
 *
 * Each process has its own: a cut cable is one machine's, a probe a rest and process costs little, and nobody has to ask the store before a
 * message. What all processes must know together, a platform's quota and a token's penalty, is shared where it is learned.
 */
export interface Breaker {
  /** Whether a message may leave now; `probe` is answered once a rest, until its outcome is told or `probeMs` are over. */
  admit(credential: string, now: Date): Admission;
  /** Until when nothing is sent with this credential; undefined when it may be tried. */
  restsUntil(credential: string, now: Date): Date | undefined;
  /** Refusals of the whole platform in a row, at most one a rest. */
  outages(credential: string): number;
  /** `network`: not the platform answered, but nobody did. */
  refuse(credential: string, now: Date, until: Date, of?: 'network'): void;
  answer(credential: string): void;
}

interface Rest {
  readonly outages: number;
  readonly until: Date;
  /** While a probe is on its way nobody else goes. */
  readonly probingUntil: Date | undefined;
}

/** How long the others wait for a probe that never tells its outcome. */
const probeMs = 45_000;
/** How soon those come back that wait for a probe. */
const lookAgainMs = 1000;
/** So many credentials without an answer in a row, and it is the network. */
const manyWithoutNetwork = 2;
const network = '*';

/** A breaker of one process; each credential has its own rest. */
export function createBreaker(): Breaker {
  const breakers = new Breakers();
  return {
    admit: (credential, now) => breakers.admit(credential, now),
    restsUntil: (credential, now) => breakers.restsUntil(credential, now),
    outages: (credential) => breakers.outages(credential),
    refuse: (credential, now, until, of) => {
      breakers.refuse(credential, now, until, of);
    },
    answer: (credential) => {
      breakers.answer(credential);
    },
  };
}

class Breakers implements Breaker {
  private readonly resting = new Map<string, Rest>();
  /** Credentials that met no network since anybody was answered. */
  private readonly cutOff = new Set<string>();

  admit(credential: string, now: Date): Admission {
    const keys = [network, credential].filter((key) => this.resting.has(key));
    const until = keys.map((key) => this.waitOf(key, now)).find((wait) => wait !== undefined);
    if (until !== undefined) return { may: 'rest', until };
    for (const key of keys) this.mark(key, new Date(now.getTime() + probeMs));
    return keys.length > 0 ? { may: 'probe' } : { may: 'go' };
  }

  restsUntil(credential: string, now: Date): Date | undefined {
    const untils = [network, credential].map((key) => this.resting.get(key)?.until).filter((until) => until !== undefined && until > now);
    return untils.reduce((latest, until) => (latest === undefined || (until !== undefined && until > latest) ? until : latest), undefined);
  }

  outages(credential: string): number {
    return Math.max(this.resting.get(credential)?.outages ?? 0, this.resting.get(network)?.outages ?? 0);
  }

  refuse(credential: string, now: Date, until: Date, of?: 'network'): void {
    this.rest(credential, now, until);
    if (of === 'network') this.cutOff.add(credential);
    else this.release(network);
    if (this.cutOff.size >= manyWithoutNetwork) this.rest(network, now, until);
  }

  answer(credential: string): void {
    this.resting.delete(credential);
    // Whoever is answered has a network.
    this.release(network);
  }

  /** Credentials that rested only because nobody was reached are tried again one by one. */
  private release(key: string): void {
    this.resting.delete(key);
    this.cutOff.clear();
  }

  /** Messages that were on their way together found out the same thing once. */
  private rest(key: string, now: Date, until: Date): void {
    const known = this.resting.get(key);
    if (known !== undefined && known.until > now) return;
    this.resting.set(key, { outages: (known?.outages ?? 0) + 1, until, probingUntil: undefined });
  }

  private waitOf(key: string, now: Date): Date | undefined {
    const rest = this.resting.get(key);
    if (rest === undefined) return undefined;
    if (rest.until > now) return rest.until;
    return rest.probingUntil !== undefined && rest.probingUntil > now ? new Date(now.getTime() + lookAgainMs) : undefined;
  }

  private mark(key: string, probingUntil: Date): void {
    const rest = this.resting.get(key);
    if (rest !== undefined) this.resting.set(key, { ...rest, probingUntil });
  }
}
