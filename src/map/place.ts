import type { LocalDate } from './visit.ts';

export type PlaceKind = 'puskesmas' | 'pustu' | 'posyandu' | 'labkesmas' | 'sekolah' | 'tpmb' | 'klinik' | 'poli';

/** The nakes who answers for a place during a period; the named performer where the head of the puskesmas has switched that on. */
export interface Responsible {
  readonly name: string;
  readonly nik?: string;
  readonly ihs?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** One place of jejaring, with every period of responsibility joined. Times are local `HH:MM`; `zone` is an IANA name. */
export interface Place {
  readonly code: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent?: string;
  readonly kelurahan?: string;
  /** Where it lies, by Kemendagri's code: 2, 4, 6 or 10 digits. */
  readonly area?: string;
  /** Degrees of WGS 84. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
  readonly zone: string;
  readonly openFrom: string;
  readonly openTo: string;
  readonly posyanduDay?: number;
  /** SATUSEHAT Organization and Location ids, where already known. */
  readonly organization?: string;
  readonly location?: string;
  readonly responsible: readonly Responsible[];
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly mode: 'uji' | 'nyata';
}

/** What the head of a puskesmas has decided (field rules 1, 5). */
export interface Policy {
  /** Code of the puskesmas. */
  readonly puskesmas: string;
  /** Service -> ICD-10 closing code, administrative; absent = the Encounter stays in progress. */
  readonly closing: Readonly<Record<string, { readonly code: string; readonly display: string }>>;
  readonly verificationRequired: boolean;
  readonly namedPerformer: boolean;
  /** False where the head declared that nothing else sends visits under this Organization: then nothing is looked for before a create (field rule 2). */
  readonly otherSenders?: boolean;
  /** False where a person SATUSEHAT does not know may not be created there; where it may, Dukcapil checks the particulars. */
  readonly createPatients?: boolean;
  /** Whose codes name what a place is: HL7's (`team`, `dept`, as in SATUSEHAT Postman collection 16) where absent, or the ministry's own (IDCore). */
  readonly organizationTypes?: 'hl7' | 'kemkes';
  /** True where also places that another system made under our identifier follow jejaring. */
  readonly changeAdoptedPlaces?: boolean;
  /** Keys of elements the head lets go to the ministry although they stay here by default: diagnoses, HIV and the like (field rule 6). */
  readonly alsoSend?: readonly string[];
}

/** One entry of pendaftaran, the register of sasaran. */
export interface Enrolment {
  readonly person: string;
  readonly category: string;
  readonly place: string;
  readonly domicile?: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly reasonOut?: string;
}

/** The site of a district: places, policies and the register of sasaran, checked and indexed. */
export interface Site {
  readonly version: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly policies: ReadonlyMap<string, Policy>;
  readonly enrolments: readonly Enrolment[];
}
