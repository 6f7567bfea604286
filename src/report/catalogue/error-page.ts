import type { Severity } from '../../fhir/issue.ts';
import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import type { FamilyName } from './families.ts';

/** What a code stands for: a finding, the reason of a state (no finding of its own), or a code that nothing raises yet. */
export type Standing = 'issue' | 'reason' | 'reserved';

/** The words of one page, as a catalogue of this folder keeps them. `severities` begin with the gravest. */
export interface PageEntry {
  readonly title: Bilingual;
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
  readonly severities: readonly Severity[];
}

/** A number of the ministry and what it says. */
export interface NumberedRule {
  readonly number: string;
  readonly says: Bilingual;
}

/** One page of docs/errors, in both languages. */
export interface ErrorPage extends PageEntry {
  readonly code: string;
  readonly family: FamilyName;
  readonly standing: Standing;
  /** The sentence of the finding where it differs from the title; what is filled in stands between angle quotes. */
  readonly seen?: Bilingual;
  /** Present on a page that many numbers share. */
  readonly numbers?: readonly NumberedRule[];
}

/** Why a platform holds a message or lets it wait, as the platform itself words it. */
export interface HoldReason {
  readonly id: string;
  readonly en: string;
  readonly remedyId: string;
  readonly remedyEn: string;
}
