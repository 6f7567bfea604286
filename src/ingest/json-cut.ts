/** Where in the file, counted from 1. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** Why a document cannot be read on from a place. */
export type CutFault = 'string' | 'bracket' | 'depth' | 'trailing' | 'end' | 'envelope';

/** One element of the first level; without bytes where it was longer than allowed. `whole` is what stands where a list belongs. */
export interface ElementCut {
  readonly is: 'element';
  readonly bytes: Buffer | undefined;
  readonly key?: string;
  readonly whole: boolean;
  readonly place: FilePlace;
}

/** The document is broken here; `inElement` where a record was cut in two by it. */
export interface FaultCut {
  readonly is: 'fault';
  readonly why: CutFault;
  readonly place: FilePlace;
  readonly inElement: boolean;
}

/** What cutting a document gives; `begin` says that everything before the records has been taken. */
export type JsonCut = ElementCut | FaultCut | { readonly is: 'begin' };

/** Where the records stand in the document, and how much may be held at once. */
export interface CutOptions {
  /** Fields that lead to the first level; none where the document is the list itself. */
  readonly fields: readonly string[];
  /** True where the level is an object of many. */
  readonly isMap: boolean;
  readonly mostDepth: number;
  readonly mostElementBytes: number;
  readonly mostEnvelopeBytes: number;
}
