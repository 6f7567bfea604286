import { toToldReason } from '../deliver/passing-reasons.ts';
import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import type { Bilingual } from '../map/catalogue/catalogue-entry.ts';
import type { Outcome, OutcomeDebt } from '../store/outcomes.ts';
import type { RowVerdict } from '../submission.ts';
import type { WordsOf } from './catalogue/cause-words.ts';

/**
 * How a visit stands with a platform. `antre` goes by itself and soon; `menunggu` goes by itself once what it waits for comes; `ditahan` and
 * `ditolak` need a person. What a sandbox took is `disimulasikan` and never `terkirim`; `-sebagian`: but for parts that were refused.
 */
export type SendingState =
  'antre' | 'menunggu' | 'ditahan' | 'ditolak' | 'terkirim' | 'terkirim-sebagian' | 'disimulasikan' | 'disimulasikan-sebagian';

/** What a vendor hears of a visit at one platform. */
export interface ToldSending {
  readonly platform: string;
  readonly environment: string;
  readonly state: SendingState;
  readonly reason?: string;
  /** What the reason is, and what to do. */
  readonly says?: Bilingual;
  readonly remedy?: Bilingual;
  readonly issues?: readonly Issue[];
  /** Where the reason is that of the person, place or nakes behind the visit. */
  readonly behind?: string;
  /** What the platform took last: which version of the visit, as which Encounter, under which IHS number, when. */
  readonly version?: number;
  readonly encounter?: string;
  readonly patient?: string;
  readonly at?: string;
}

/** What a vendor hears of a row: the newest verdict, and how its visit stands. */
export interface ToldOutcome extends RowVerdict {
  readonly submission: string;
  readonly source: string;
  readonly remedy?: Bilingual;
  /** True when its person was erased here: then nothing of the visit is told. */
  readonly erased?: true;
  /** When, and why, no row gave the visit any more. */
  readonly retracted?: { readonly at: string; readonly reason?: string };
  readonly sending?: readonly ToldSending[];
}

/** Says what became of a row, in the sender's words. Pure. */
export function tellOutcome(outcome: Outcome, by: { readonly environment: string; readonly wordsOf: WordsOf }): ToldOutcome {
  const { submission, source, row, status, heading, issues, reason, visit, retracted } = outcome;
  const remedy = toRemedy(issues);
  return {
    ...{ submission, source, row, status, heading },
    ...(reason === undefined ? {} : { reason }),
    issues,
    ...(remedy === undefined ? {} : { remedy }),
    ...(outcome.erased ? { erased: true as const } : {}),
    ...(visit === undefined ? {} : { visit, sending: outcome.debts.map((debt) => tellSending(debt, by)) }),
    ...(retracted === undefined ? {} : { retracted: toRetracted(retracted) }),
  };
}

function toRetracted({ at, reason }: NonNullable<Outcome['retracted']>): NonNullable<ToldOutcome['retracted']> {
  return { at: at.toISOString(), ...(reason === undefined ? {} : { reason }) };
}

function tellSending(debt: OutcomeDebt, { environment, wordsOf }: Parameters<typeof tellOutcome>[1]): ToldSending {
  const { state, cause } = toStanding(debt, environment === 'simulasi');
  const words = cause === undefined ? undefined : wordsOf(cause.reason);
  return {
    ...{ platform: debt.platform, environment, state },
    ...(cause === undefined ? {} : { reason: cause.reason }),
    ...(words === undefined ? {} : { says: words.title, remedy: words.remedy }),
    ...(cause === undefined || cause.issues.length === 0 ? {} : { issues: cause.issues }),
    ...(cause?.behind === undefined ? {} : { behind: cause.behind }),
    ...toTaken(debt),
  };
}

interface Cause {
  readonly reason: string;
  readonly issues: readonly Issue[];
  readonly behind?: string;
}

interface Standing {
  readonly state: SendingState;
  readonly cause?: Cause;
}

/** A debt that was claimed keeps the reason for which it waited, so that being looked at is no news. */
function toStanding(debt: OutcomeDebt, simulated: boolean): Standing {
  const { state, settled, owed } = debt;
  const taken = simulated ? 'disimulasikan' : 'terkirim';
  if (state === 'settled') return { state: taken };
  if (state === 'held') return { state: 'ditahan', cause: toCause(debt) };
  if (state !== 'parked') return toOnItsWay(debt);
  return { state: settled >= owed ? `${taken}-sebagian` : 'ditolak', cause: toCause(debt) };
}

function toOnItsWay(debt: OutcomeDebt): Standing {
  const { reason, stuck } = debt;
  if (stuck !== null) return { state: isForPerson(stuck) ? 'ditahan' : 'menunggu', cause: { ...toCause(stuck), behind: stuck.kind } };
  return toToldReason(reason) === undefined ? { state: 'antre' } : { state: 'menunggu', cause: toCause(debt) };
}

function isForPerson({ state }: Pick<OutcomeDebt, 'state'>): boolean {
  return state === 'held' || state === 'parked';
}

function toCause({ reason, issues }: Pick<OutcomeDebt, 'reason' | 'issues'>): Cause {
  return { reason: reason ?? 'ditolak', issues: issues ?? [] };
}

/** Only what was settled: what was merely learned on the way may still change. */
function toTaken({ settled, encounter, patient, at }: OutcomeDebt): Pick<ToldSending, 'version' | 'encounter' | 'patient' | 'at'> {
  if (settled === 0) return {};
  return {
    version: settled,
    ...(encounter === null ? {} : { encounter }),
    ...(patient === null ? {} : { patient }),
    ...(at === null ? {} : { at: new Date(at).toISOString() }),
  };
}

/** What holds a row back first; what was merely noticed is left out. */
function toRemedy(issues: readonly Issue[]): Bilingual | undefined {
  const told = issues.filter(({ severity }) => severity !== 'information');
  if (told.length === 0) return undefined;
  const sorted = told.toSorted((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)));
  return { id: sorted.map(({ text }) => text).join(' '), en: sorted.map(({ diagnostics }) => diagnostics).join(' ') };
}
