import type { Organization, Reference, Resource } from '@medplum/fhirtypes';
import type { Coding, FhirCodes, Unit } from '../element-definition.ts';
import type { ElementValue, LocalDate, Recorder } from '../visit.ts';
import type { LocalReason } from './local-reason.ts';

/** What every resource of one visit shares. */
export interface VisitContext {
  readonly patientId: string;
  readonly encounterId: string;
  /** The day of the visit where it happened. */
  readonly date: LocalDate;
  /** UTC moment at which the visit begins, `YYYY-MM-DDThh:mm:ss+00:00`. */
  readonly at: string;
  readonly environment: Coding;
  readonly performer: Reference<Organization>;
}

/** The codes of one element, after the code of a sibling has been taken into account. */
export type ChosenCodes = Omit<FhirCodes, 'when' | 'during' | 'by'>;

/** What a laboratory's result makes beside itself: what was examined, and the report. */
export type FurtherResource = 'specimen' | 'laporan';

/** One element ready to become a resource; `id` is its own, given once. */
export interface Fact {
  readonly id: string;
  /** Id of a further resource that the same element makes. */
  readonly idOf: (part: FurtherResource) => string;
  readonly value: ElementValue;
  readonly fields: Readonly<Record<string, ElementValue>>;
  readonly codes: ChosenCodes;
  readonly unit?: Unit;
  /** Ids of the resources that a computed fact rests on. */
  readonly from?: readonly string[];
  /** Who wrote this very element; a nakes where one has verified it. */
  readonly recorder: Recorder;
  readonly visit: VisitContext;
}

/** Makes what a fact becomes, the resource of its own id among them; or says why it stays local. */
export type ToResources<T extends Resource = Resource> = (fact: Fact) => T | readonly Resource[] | LocalReason;
