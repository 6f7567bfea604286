import type { Checked } from './fhir/checked.ts';
import type { Issue } from './fhir/issue.ts';
import type { Bilingual } from './map/catalogue/catalogue-entry.ts';
import type { SubjectKind } from './platforms/subject.ts';

/** Who asks: a name for the log, and the puskesmas to which a key is bound. */
export interface Asker {
  readonly by: string;
  readonly within?: string;
}

/** What a person can tell the way out to a platform. */
export type PlatformOrder = 'pause' | 'resume' | 'drain';

/** How the way out to a platform stands. `due` and `inFlight` are those of the whole gateway and not told to a key bound to one puskesmas. */
export interface PlatformStatus {
  readonly platform: string;
  readonly environment: string;
  readonly state: 'running' | 'draining' | 'paused';
  readonly since?: string;
  readonly setBy?: string;
  readonly reason?: string;
  readonly due?: number;
  readonly inFlight?: number;
}

/** Where what is not on its way stands: released by itself, for a person, refused or given up, or delivered without parts that were refused. */
export type QueueState = 'waiting' | 'held' | 'parked' | 'partial';

/** Which debts are meant. Absent parts mean any. */
export interface QueueFilter {
  readonly platform?: string;
  readonly states?: readonly QueueState[];
  readonly reasons?: readonly string[];
  /** Number of the platform's rule. */
  readonly rule?: string;
  /** Code of a place; those beneath it are meant too. */
  readonly place?: string;
  /** Days of visits, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly ids?: readonly string[];
}

/** A cause, in the words of the catalogue. */
export interface QueueCause {
  readonly platform: string;
  readonly state: QueueState | 'leased';
  readonly reason: string;
  readonly rule?: string;
  readonly title: Bilingual;
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
  /** `sendiri`: released by itself when what it waits for comes. `orang`: a person must act. */
  readonly release: 'sendiri' | 'orang';
}

/** Everything that stands for one cause. */
export interface QueueGroup extends QueueCause {
  readonly count: number;
  readonly kinds: Readonly<Partial<Record<SubjectKind, number>>>;
  readonly oldestSince: string;
  readonly oldestSeconds: number;
}

/** Where in a file that was handed in something stands. */
export interface SourceCells {
  readonly submission: string;
  /** Line of the file, or path of the record. */
  readonly row: number | string;
  /** Columns as the form names them. */
  readonly columns: readonly string[];
}

/** One of them. Nothing in it names a person. */
export interface QueueItem {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly state: QueueState;
  readonly reason: string;
  readonly rule?: string;
  readonly place?: string;
  readonly date?: string;
  readonly since: string;
  readonly attempts: number;
  /** What it waits for, where the cause is that of another subject. */
  readonly behind?: { readonly kind: SubjectKind; readonly id: string };
  readonly issues: readonly Issue[];
  readonly cells: readonly SourceCells[];
}

export interface QueuePage {
  readonly platform: string;
  readonly items: readonly QueueItem[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/**
 * What redriving does to a debt: `ready` now; `waiting` for its time or its parents; `moved` to another cause that stands in its way now;
 * `unchanged`, because what holds it is as it was; `leased`: in other hands at this moment, and left alone.
 */
export type RedriveOutcome = 'ready' | 'waiting' | 'moved' | 'unchanged' | 'leased';

export interface RedriveSample {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly place?: string;
  readonly date?: string;
  /** What it waits for, or where it moved to. */
  readonly to?: string;
}

export interface RedriveCause extends QueueCause {
  readonly counts: Readonly<Record<RedriveOutcome, number>>;
  /** What those wait for that wait, and where those stand that moved, by reason. */
  readonly to: Readonly<Record<string, number>>;
  readonly samples: Readonly<Partial<Record<RedriveOutcome, readonly RedriveSample[]>>>;
}

/** What a redrive does, or did. */
export interface RedriveReport {
  readonly dryRun: boolean;
  readonly platform: string;
  readonly environment: string;
  /** Nothing is sent by a platform that is paused, whatever is ready. */
  readonly platformState: PlatformStatus['state'];
  readonly counts: Readonly<Record<RedriveOutcome, number>>;
  readonly causes: readonly RedriveCause[];
  /** True when there are more than one redrive takes at once: ask again, or narrow the filter. */
  readonly more: boolean;
}

/** Where a page of the queue begins, and how long it is. */
export interface QueuePaging {
  readonly after?: string;
  readonly limit: number;
}

/** Something that went wrong at a platform, and what was done about it there. No person is named. */
export interface IncidentLine {
  readonly id: string;
  readonly platform: string;
  readonly kind: string;
  readonly visit: string;
  readonly state: 'open' | 'closed';
  readonly foundAt: string;
  /** When we had done there what we can; absent while we are at it. */
  readonly repairedAt?: string;
  readonly place?: string;
  readonly date?: string;
  /** What became of each resource there. */
  readonly parts: readonly { readonly type: string; readonly id: string; readonly outcome: string }[];
  /** By which messages, where one incident was asked for. */
  readonly messages?: readonly {
    readonly at: string;
    readonly plan: string;
    readonly delivery: string;
    readonly codes: readonly string[];
  }[];
  readonly closedAt?: string;
  readonly closedBy?: string;
  readonly note?: string;
}

/** Which incidents are meant: of these states, or one by its id, with where the page begins. */
export interface IncidentsAsked {
  readonly states: readonly IncidentLine['state'][];
  readonly id?: string;
  readonly after?: string;
  readonly limit: number;
}

/** A page of incidents, the newest first; `next` is where the following one begins. */
export interface IncidentPage {
  readonly incidents: readonly IncidentLine[];
  readonly next?: string;
}

/** What a person says of something, and who. */
export interface Said {
  readonly asker: Asker;
  readonly note: string;
}

/** The person's side of the way out: what HTTP and the command line ask of it. */
export interface DeliveryDesk {
  platforms(asker: Asker): Promise<readonly PlatformStatus[]>;
  order(
    platform: string,
    order: PlatformOrder,
    told: { readonly asker: Asker; readonly reason?: string },
  ): Promise<Checked<PlatformStatus>>;
  groups(filter: QueueFilter, asker: Asker): Promise<Checked<readonly QueueGroup[]>>;
  items(filter: QueueFilter, paging: QueuePaging, asker: Asker): Promise<Checked<QueuePage>>;
  redrive(filter: QueueFilter, how: { readonly asker: Asker; readonly dryRun: boolean }): Promise<Checked<RedriveReport>>;
  incidents(asked: IncidentsAsked, asker: Asker): Promise<Checked<IncidentPage>>;
  /** One incident, with the messages by which it was put right. */
  incident(id: string, asker: Asker): Promise<Checked<IncidentLine>>;
  /** Closing one again leaves it as it was closed first. */
  closeIncident(id: string, said: Said): Promise<Checked<IncidentLine>>;
  /** A visit was corrected at the platform by hand. Returns how many debts go on; 0 where that was said before. */
  markDone(visit: string, said: Said): Promise<Checked<{ readonly done: number }>>;
}
