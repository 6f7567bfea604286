import type { RowStatus } from '../../map/mapped-row.ts';
import type { Subject } from '../../platforms/subject.ts';
import type { KnownVisit } from '../../store/visits.ts';

/** Told what reading again does, while it is done: from this the figures of a replay are made. */
export interface ReplayWatch {
  /** A visit that is looked at, as it was kept until now; undefined for one that was not known. */
  visit(id: string, before: Pick<KnownVisit, 'visit' | 'version' | 'bundle' | 'retracted'> | undefined): void;
  /** A person who is looked at, with the version before; undefined for one who was not known. */
  person(id: string, before: number | undefined): void;
  verdict(before: RowStatus | undefined, now: RowStatus): void;
  /** What is owed anew. */
  owed(debts: readonly { readonly platform: string; readonly subject: Subject }[]): void;
}
