/** Who may see an element: everybody on duty, only those who treat, or only named officers (field rule 6, Permenkes 24/2022). */
export type Sensitivity = 'umum' | 'terbatas' | 'sangat-terbatas';

/** What kind of fact an element is: the closed list that decides which FHIR resource it becomes. */
export type Shape =
  | 'quantity'
  | 'coded'
  | 'boolean'
  | 'text'
  | 'date'
  | 'answer'
  | 'condition'
  | 'procedure'
  | 'immunization'
  | 'medication'
  | 'lab-result'
  | 'referral';

/** A code with its system, as FHIR writes it. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** A measured unit: UCUM code for FHIR, and how many smallest units (g, mm, mmHg) make one of it. */
export interface Unit {
  readonly ucum: string;
  readonly display: string;
  readonly smallest: string;
  readonly perUnit: number;
}

/** Codes of one element in FHIR; `when` chooses by the code of a sibling element (height lying or standing). */
export interface FhirCodes {
  readonly resource: 'Observation' | 'Procedure';
  readonly category?: Coding;
  readonly code: Coding;
  readonly profile?: string;
  readonly when?: {
    readonly element: string;
    readonly codes: Readonly<Record<string, { readonly code: Coding; readonly profile?: string }>>;
  };
  /** For coded values: our code to the code that is sent. */
  readonly values?: Readonly<Record<string, Coding>>;
}

/** Hard limits beyond which a value is refused, soft ones beyond which it is questioned, in the element's unit. */
export interface PlausibleRange {
  readonly soft?: readonly [number, number];
  readonly hard?: readonly [number, number];
  /** Index of the WHO growth references whose flag limits also bind under five years, e.g. `zs-bb-u`. */
  readonly growthFlag?: string;
  /** From this value on nobody recorded in earnest: the row is a test row (D30), not a slip of the pen. */
  readonly testFrom?: number;
}

/** One element of the programme, read from programme/elements/*.yaml, compiled and frozen. */
export interface ElementDefinition {
  readonly key: string;
  readonly title: string;
  readonly shape: Shape;
  readonly repeats: boolean;
  readonly unit?: Unit;
  readonly codes?: readonly string[];
  readonly range?: PlausibleRange;
  readonly kerahasiaan: Sensitivity;
  /** Per platform: true when it may be sent, or the reason why it stays local. */
  readonly kirim: Readonly<Record<string, true | string>>;
  readonly fhir?: FhirCodes;
  readonly citation: string;
}

/** Every element of the programme by its key, with the version (content hash) of the tables it came from. */
export interface ElementTable {
  readonly version: string;
  readonly elements: ReadonlyMap<string, ElementDefinition>;
}
