import type { Sex } from './visit.ts';

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
  /** How forms write units of it, in small letters, and how many smallest units make one: `{ mmol/l: 10 }`. Needed where the smallest unit is a new one. */
  readonly words?: Readonly<Record<string, number>>;
}

/** The resources that elements become. */
export type ElementResource =
  | 'Observation'
  | 'Procedure'
  | 'Condition'
  | 'Immunization'
  | 'MedicationStatement'
  | 'MedicationDispense'
  | 'QuestionnaireResponse'
  | 'ServiceRequest';

/** What one of our codes is called where it is sent; `also` says the same in other systems, `dose` is the dose that a vaccine code stands for. */
export interface CodedValue extends Coding {
  readonly also?: readonly Coding[];
  readonly dose?: number;
}

/** A band of interpretation from below, in the unit of the form; the last has no `below`. A band without a code means nothing that has one. */
export interface Band {
  readonly below?: number;
  readonly code?: Coding;
}

/** For whom a band holds, by stage of life, sex and completed months of age; what is not said does not matter. */
export interface Whom {
  readonly stages?: readonly string[];
  readonly notStages?: readonly string[];
  readonly sex?: Sex;
  readonly months?: { readonly from?: number; readonly below?: number };
}

/** What differs in FHIR for some people: what a number of theirs means, further codings of what it is about, and a profile that asks for them. */
export interface CodesOfSome {
  readonly interpretation?: readonly Band[];
  readonly also?: readonly Coding[];
  readonly profile?: string;
}

/** The people, and what differs for them. */
export interface CodesBy extends CodesOfSome {
  readonly for: Whom;
}

/** Codes of one element in FHIR; `when` chooses by the code of a sibling element (height lying or standing). */
export interface FhirCodes {
  readonly resource: ElementResource;
  readonly category?: Coding;
  /** What the resource is about; where absent, the coding of the value says it (a diagnosis, a topic of counselling). */
  readonly code?: Coding;
  /** Further codings of `code`, e.g. the id of WHO's data dictionary beside LOINC. */
  readonly also?: readonly Coding[];
  readonly profile?: string;
  /** Written as a count (`valueInteger`), or in our own words (`valueString`), where the platform wants no quantity or concept. */
  readonly as?: 'integer' | 'text';
  readonly when?: {
    readonly element: string;
    readonly codes: Readonly<Record<string, { readonly code: Coding; readonly also?: readonly Coding[]; readonly profile?: string }>>;
  };
  /** For coded values: our code to the code that is sent; for a boolean, `ya` and `tidak`. */
  readonly values?: Readonly<Record<string, CodedValue>>;
  /** The code system of which a value is a code as it stands, where `values` names no other coding: a diagnosis in ICD-10. */
  readonly valueSystem?: string;
  /** Observation.method: how a computed value came about. */
  readonly method?: Coding;
  /** Observation.interpretation: by bands of the number, or by our code (`ya` and `tidak` for a boolean; of a computed number the code of its class). */
  readonly interpretation?: readonly Band[] | Readonly<Record<string, Coding>>;
  /** What differs at a stage of life: the bands of the upper arm in pregnancy mean nothing in a child, and a weight has a second code there. */
  readonly during?: Readonly<Record<string, CodesOfSome>>;
  /** The same by stage, sex and age: the first that fits holds, over what `during` says. */
  readonly by?: readonly CodesBy[];
  /** Canonical of the Questionnaire and the item that an answer belongs to. */
  readonly questionnaire?: string;
  readonly linkId?: string;
  /** What the laboratory examined. */
  readonly specimen?: Coding;
  /** Category of the laboratory's report. */
  readonly report?: Coding;
  /** Condition.clinicalStatus: `inactive` for what is over, as in a history; `active` where absent. */
  readonly clinicalStatus?: 'active' | 'inactive';
  /** What a stated count of doses means, e.g. consumed (Dosage.doseAndRate.type). */
  readonly doseType?: Coding;
  /** The product; where absent, the coding of the value names it. */
  readonly medication?: Coding;
  /** Codings of coded fields by field and our code: `site`, `route`, `alasan`. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, Coding>>>>;
  /** ServiceRequest.priority by our code of the field `prioritas`. */
  readonly priorities?: Readonly<Record<string, 'routine' | 'urgent' | 'asap' | 'stat'>>;
}

/** Hard limits beyond which a value is refused, soft ones beyond which it is questioned, in the element's unit. */
export interface PlausibleRange {
  readonly soft?: readonly [number, number];
  readonly hard?: readonly [number, number];
  /** Index of the WHO growth references whose flag limits also bind under five years, e.g. `zs-bb-u`. */
  readonly growthFlag?: string;
  /** From this value on nobody recorded in earnest: the row is a test row (D30), not a slip of the pen. */
  readonly testFrom?: number;
  /** By what share a value may differ, a month, from those of the same person measured within so many days (D14). */
  readonly jump?: { readonly share: number; readonly withinDays: number };
}

/** What an element is that no form brings: computed anew whenever what it rests on changes, and made beside it. */
export interface ComputedElement {
  /** The status it is: `zs-bb-u`, `status-bb`. */
  readonly is: string;
  /** The status that says in a code what the number means. */
  readonly class?: string;
  /** The elements of the visit that it rests on, all of which must be there. */
  readonly from: readonly string[];
  /** Only of somebody measured lying or standing; where nobody said how, of the position that the age has. */
  readonly position?: 'telentang' | 'berdiri';
  /** The z-score that has to be there and plausible; `is` where absent. */
  readonly plausible?: string;
  /** Our code (`ya` and `tidak` for a boolean) by what was computed; what is not named makes none. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One element of the programme, read from programme/elements/*.yaml, compiled and frozen. */
export interface ElementDefinition {
  readonly key: string;
  readonly title: string;
  readonly shape: Shape;
  readonly repeats: boolean;
  readonly unit?: Unit;
  readonly codes?: readonly string[];
  /** Name of the code list whose words mean these codes, where that is not the element's own key. */
  readonly list?: string;
  readonly range?: PlausibleRange;
  readonly kerahasiaan: Sensitivity;
  /** Per platform: true when it may be sent, or the reason why it stays local. */
  readonly kirim: Readonly<Record<string, true | string>>;
  readonly fhir?: FhirCodes;
  /** Where it is computed and never read: no column may be it. */
  readonly computed?: ComputedElement;
  readonly citation: string;
}

/** Every element of the programme by its key, with the version (content hash) of the tables it came from. */
export interface ElementTable {
  readonly version: string;
  readonly elements: ReadonlyMap<string, ElementDefinition>;
}
