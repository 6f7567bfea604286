import { crosses, noted, type Crossing } from './crossing.ts';
import type { KeptQuota, Leave, QuotaGate, QuotaShelf } from './gate.ts';
import { grant } from './grant.ts';
import { learn } from './learn.ts';
import { current, unlimited, type Quota, type Told } from './quota.ts';

export interface GateOptions {
  readonly shelf: QuotaShelf;
  readonly now: () => number;
  readonly random: () => number;
}

/** Row that stands for all credentials of a platform together. */
export const everybody = '*';

/** A gate of one process. While nothing is limited it asks the shelf once a second, whatever leaves. */
export function createQuotaGate(options: GateOptions): QuotaGate {
  return new Gate(options);
}

/** What a process holds of one quota between two looks at the shelf. */
interface Hold {
  slots: number[];
  /** Asking before then is no use. */
  later: number;
  /** Answers that are not on the shelf yet. */
  told: Told[];
  writing: Promise<void>;
}

class Gate implements QuotaGate {
  private quotas: ReadonlyMap<string, KeptQuota> = new Map();
  private readonly holds = new Map<string, Hold>();
  private readonly options: GateOptions;
  private seenAt = -Infinity;
  private looking: Promise<void> | undefined;
  private crossing: Crossing = [];

  constructor(options: GateOptions) {
    this.options = options;
  }

  async ask(credential: string): Promise<Leave> {
    await this.look();
    const own = await this.askOne(credential);
    if (!own.may) return own;
    const shared = await this.askOne(everybody);
    // A call that may not leave for all does not cost its own credential anything either.
    if (!shared.may) this.putBack(credential, own.at);
    return shared.may ? { may: true, at: Math.max(own.at, shared.at) } : shared;
  }

  async tell(credential: string, told: Told): Promise<void> {
    this.crossing = noted(this.crossing, { credential, ...told });
    if (!told.ok && crosses(this.crossing)) return this.spread(told);
    // While a limit of everybody's is known, a refusal is a credential's own only where it has a limit of its own.
    const wide = this.isLimited(everybody);
    if (!wide) return this.tellOne(credential, told);
    if (told.ok || this.isLimited(credential)) await this.tellOne(credential, told);
    if (told.ok || !this.isLimited(credential)) await this.tellOne(everybody, told);
  }

  allowance(credential: string): number | undefined {
    const counts = [credential, everybody].map((one) => this.allowanceOf(one)).filter((count) => count !== undefined);
    return counts.length === 0 ? undefined : Math.min(...counts);
  }

  known(): ReadonlyMap<string, Quota> {
    return new Map([...this.quotas].map(([credential, { quota }]) => [credential, quota]));
  }

  private allowanceOf(credential: string): number | undefined {
    const quota = this.quotas.get(credential)?.quota;
    if (quota === undefined || quota.phase === 'bebas') return undefined;
    const hold = this.holdOf(credential);
    if (hold.slots.length === 0 && this.options.now() < hold.later - horizonMs / 4) return 0;
    if (quota.phase === 'buntu') return 1;
    return quota.phase === 'mengukur' ? 8 : Math.max(1, hold.slots.length, Math.ceil(quota.rate * horizonMs));
  }

  private isLimited(credential: string): boolean {
    const kept = this.quotas.get(credential);
    return kept !== undefined && kept.quota.phase !== 'bebas';
  }

  /** Everybody is refused: it is no credential's own limit, and what was learned of theirs from it is forgotten. */
  private async spread(told: Told): Promise<void> {
    const met = new Set(this.crossing.map(({ credential }) => credential));
    this.crossing = [];
    for (const credential of met) await this.update(credential, () => unlimited);
    await this.tellOne(everybody, told);
  }

  private async tellOne(credential: string, told: Told): Promise<void> {
    const kept = this.quotas.get(credential);
    if (told.ok && !this.isLimited(credential)) return;
    this.holdOf(credential).told.push(told);
    // Of a settled quota a success can wait for the next look.
    if (told.ok && kept?.quota.phase === 'tenang' && this.holdOf(credential).told.length < mostUntold) return;
    this.holdOf(credential).later = 0;
    await this.update(credential, (quota) => quota);
  }

  private async askOne(credential: string): Promise<Leave> {
    const now = this.options.now();
    if (!this.isLimited(credential)) return { may: true, at: now };
    const hold = this.holdOf(credential);
    const quota = this.quotas.get(credential)?.quota ?? unlimited;
    const stale = now - Math.max(500, quota.span / 10);
    hold.slots = hold.slots.filter((slot) => slot >= stale);
    if (hold.slots.length === 0 && now >= hold.later) await this.take(credential);
    if (!this.isLimited(credential)) return { may: true, at: now };
    const slot = hold.slots.shift();
    return slot === undefined ? { may: false, at: Math.max(hold.later, now + 1) } : { may: true, at: slot };
  }

  private putBack(credential: string, slot: number): void {
    if (this.isLimited(credential)) this.holdOf(credential).slots.unshift(slot);
  }

  /** Takes calls for this process; several lanes that find none left wait for one look at the shelf. */
  private async take(credential: string): Promise<void> {
    const hold = this.holdOf(credential);
    await this.update(credential, (quota) => {
      if (hold.slots.length > 0) return quota;
      const taken = grant(quota, this.options.now(), mostSlots);
      if (taken.grant.kind === 'slots') hold.slots = [...taken.grant.slots];
      hold.later = taken.grant.kind === 'later' ? taken.grant.at : 0;
      return taken.quota;
    });
  }

  /** Reads, changes and writes one quota; again from the beginning where somebody else has written. One at a time in this process. */
  private update(credential: string, change: (quota: Quota) => Quota): Promise<void> {
    const hold = this.holdOf(credential);
    const writing = hold.writing.then(() => this.write(credential, change));
    hold.writing = writing.catch(() => undefined);
    return writing;
  }

  private async write(credential: string, change: (quota: Quota) => Quota): Promise<void> {
    const hold = this.holdOf(credential);
    const told = hold.told.splice(0);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = this.quotas.get(credential) ?? { quota: unlimited, version: 0 };
      const learned = told.reduce(learn, before.quota);
      const held = [...hold.slots];
      const quota = change(learned);
      if (quota === before.quota) return;
      if (await this.options.shelf.keep(credential, quota, before.version, new Date(this.options.now()))) {
        this.quotas = new Map(this.quotas).set(credential, { quota, version: before.version + 1 });
        if (learned.phase !== before.quota.phase) hold.slots = hold.slots.filter((slot) => !held.includes(slot));
        return;
      }
      // What was granted was somebody else's.
      hold.slots = held;
      await this.refresh();
    }
    hold.later = this.options.now() + 20 + 80 * this.options.random();
  }

  private holdOf(credential: string): Hold {
    const known = this.holds.get(credential);
    if (known !== undefined) return known;
    const hold: Hold = { slots: [], later: 0, told: [], writing: Promise.resolve() };
    this.holds.set(credential, hold);
    return hold;
  }

  private look(): Promise<void> {
    if (this.options.now() - this.seenAt < lookEveryMs) return Promise.resolve();
    this.looking ??= this.refresh().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async refresh(): Promise<void> {
    const fresh = new Map(
      [...(await this.options.shelf.all())].map(([credential, kept]) => [credential, { ...kept, quota: current(kept.quota) }]),
    );
    // A look that began before our own write came back after it.
    const newer = [...this.quotas].filter(([credential, { version }]) => version > (fresh.get(credential)?.version ?? 0));
    this.quotas = new Map([...fresh, ...newer]);
    this.seenAt = this.options.now();
  }
}

const horizonMs = 1500;
const lookEveryMs = 1000;
const mostSlots = 50;
const mostUntold = 50;
const mostTries = 8;
