import type { Issue } from '../fhir/issue.ts';
import type { Bilingual } from '../map/catalogue/catalogue-entry.ts';
import { issueCatalogue } from '../map/catalogue/issue-catalogue.ts';
import { policyReasons } from '../map/catalogue/policy-reasons.ts';
import { deliveryEntries } from '../report/catalogue/delivery-entries.ts';
import { sendingReasonEntries } from '../report/catalogue/sending-reason-entries.ts';

interface Words {
  readonly title: Bilingual;
  readonly remedy: Bilingual;
}

/** Each reason for which the gateway itself holds a debt for a person, in the words of what it noticed itself: no platform was asked yet. */
const words: Readonly<Record<string, Words>> = {
  'nik-tidak-cocok': issueCatalogue.D08,
  'tanggal-lahir': issueCatalogue['tanpa-tanggal-lahir'],
  'tempat-tidak-dikenal': issueCatalogue['tempat-tidak-dikenal'],
  'subjek-tidak-dikenal': deliveryEntries['subjek-tidak-dikenal'],
  'tidak-sesuai-profil': sendingReasonEntries['tidak-sesuai-profil'],
  ...Object.fromEntries(
    Object.entries(policyReasons).map(([reason, { id, en, remedyId, remedyEn }]) => [
      reason,
      { title: { id, en }, remedy: { id: remedyId, en: remedyEn } },
    ]),
  ),
};

/** The sentence of a visit that is held before any platform was asked, with what to do; none for a reason without words. */
export function toHoldIssues(reason: string): readonly Issue[] {
  const said = words[reason];
  return said === undefined ? [] : [toHoldIssue(reason, said)];
}

function toHoldIssue(reason: string, said: Words): Issue {
  const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
  return {
    severity: 'warning',
    type: 'business-rule',
    code: reason,
    text: `${sentence(said.title.id)} ${said.remedy.id}`,
    diagnostics: `${sentence(said.title.en)} ${said.remedy.en}`,
  };
}
