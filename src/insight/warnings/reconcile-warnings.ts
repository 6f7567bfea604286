import type { WarningDraft } from './finding.ts';

/** `terbuka` somebody has to act; `selesai` a later visit ended it; `ditarik` its evidence was corrected, so that it never was one. */
export type WarningState = 'terbuka' | 'selesai' | 'ditarik';

/** Why a warning is withdrawn: its evidence was corrected, the rules changed, or it turned out to be one with another. */
export type WithdrawalReason = 'bukti-dikoreksi' | 'aturan-berubah' | 'menjadi-satu';

/** A warning as it is kept. */
export interface KnownWarning {
  readonly id: string;
  /** What it says, as last computed. */
  readonly warning: WarningDraft;
  readonly state: WarningState;
  /** True when a later visit had ended it before anybody here knew of it: nobody is called for it. */
  readonly foundLate: boolean;
  readonly withdrawnWhy?: WithdrawalReason;
}

/** What became of a warning since it was kept last. */
export type WarningChange = 'baru' | 'tetap' | 'berubah' | 'selesai' | 'dibuka-lagi' | 'ditarik';

/** A warning as it is to be kept now. */
export interface ReconciledWarning extends KnownWarning {
  readonly change: WarningChange;
  /** Whether whoever answers for the place is called now: only for what is open and was not before. */
  readonly page: boolean;
}

/** What a new look at a person is held against. */
export interface Reconciling {
  /** Every warning ever kept of the person and of whoever was merged into it, withdrawn ones too. */
  readonly known: readonly KnownWarning[];
  /** What follows from everything known by now. */
  readonly computed: readonly WarningDraft[];
  readonly newId: () => string;
  /** What has changed when a warning is computed no more; the evidence, unless rules were exchanged. */
  readonly why?: Exclude<WithdrawalReason, 'menjadi-satu'>;
}

/**
 * Holds the warnings that follow from everything known by now against those that were kept. What is computed no more is withdrawn, whatever
 * state it had; what was withdrawn and is computed again stands again under its id. Pure: the same call on its own result changes nothing.
 */
export function reconcileWarnings({ known, computed, newId, why = 'bukti-dikoreksi' }: Reconciling): readonly ReconciledWarning[] {
  const pairs = pairUp(known, computed);
  const taken = new Set([...pairs.values()].map(({ id }) => id));
  const standing = computed.map((warning) => toStanding(warning, pairs.get(warning), newId));
  const gone = known
    .filter(({ id }) => !taken.has(id))
    .map((one) => toGone(one, computed.some((warning) => isSame(one.warning, warning)) ? 'menjadi-satu' : why));
  return [...standing, ...gone];
}

function toStanding(warning: WarningDraft, before: KnownWarning | undefined, newId: () => string): ReconciledWarning {
  const isClosed = warning.closed !== undefined;
  const state = isClosed ? 'selesai' : 'terbuka';
  if (before === undefined) return { id: newId(), warning, state, foundLate: isClosed, change: 'baru', page: isCalledFor(warning, state) };
  const change = toChange(before, warning, state);
  const page = (change === 'dibuka-lagi' || isWorse(before.warning, warning)) && isCalledFor(warning, state);
  return { id: before.id, warning, state, foundLate: before.foundLate && isClosed, change, page };
}

function toChange(before: KnownWarning, warning: WarningDraft, state: WarningState): WarningChange {
  if (before.state !== state) return state === 'selesai' && before.state === 'terbuka' ? 'selesai' : 'dibuka-lagi';
  return JSON.stringify(before.warning) === JSON.stringify(warning) ? 'tetap' : 'berubah';
}

/** A warning that is withdrawn already stays as it is, with the reason it was given then. */
function toGone(one: KnownWarning, why: WithdrawalReason): ReconciledWarning {
  if (one.state === 'ditarik') return { ...one, change: 'tetap', page: false };
  return { ...one, state: 'ditarik', withdrawnWhy: why, change: 'ditarik', page: false };
}

const levels: readonly WarningDraft['level'][] = ['info', 'kuning', 'jingga', 'merah'];

function isCalledFor({ level }: WarningDraft, state: WarningState): boolean {
  return state === 'terbuka' && level !== 'info';
}

function isWorse(before: WarningDraft, now: WarningDraft): boolean {
  return levels.indexOf(now.level) > levels.indexOf(before.level);
}

/**
 * Which kept warning a computed one is: of the same code, and the same day opened, else a visit in common, else days in common. Those that
 * stand are asked before those that were withdrawn, so that nothing closed long ago takes the place of what is open.
 */
function pairUp(known: readonly KnownWarning[], computed: readonly WarningDraft[]): ReadonlyMap<WarningDraft, KnownWarning> {
  const pairs = new Map<WarningDraft, KnownWarning>();
  const taken = new Set<string>();
  const inOrder = [...known].sort((a, b) => Number(a.state === 'ditarik') - Number(b.state === 'ditarik'));
  for (const isAlike of [isOpenedTogether, sharesVisit, overlaps]) {
    for (const warning of computed) {
      const found = pairs.has(warning) ? undefined : inOrder.find((one) => !taken.has(one.id) && isSame(one.warning, warning, isAlike));
      if (found === undefined) continue;
      pairs.set(warning, found);
      taken.add(found.id);
    }
  }
  return pairs;
}

type Likeness = (one: WarningDraft, other: WarningDraft) => boolean;

function isSame(one: WarningDraft, other: WarningDraft, isAlike: Likeness = isAnyAlike): boolean {
  return one.code === other.code && isAlike(one, other);
}

function isAnyAlike(one: WarningDraft, other: WarningDraft): boolean {
  return isOpenedTogether(one, other) || sharesVisit(one, other) || overlaps(one, other);
}

function isOpenedTogether(one: WarningDraft, other: WarningDraft): boolean {
  return one.opened === other.opened;
}

function sharesVisit(one: WarningDraft, other: WarningDraft): boolean {
  const visits = new Set(one.findings.map(({ visit }) => visit));
  return other.findings.some(({ visit }) => visits.has(visit));
}

function overlaps(one: WarningDraft, other: WarningDraft): boolean {
  return one.opened <= other.latest && other.opened <= one.latest;
}
