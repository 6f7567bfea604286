/** What is known about identities in two ways at once, or is ours to choose. Each stands here by name, with its reason. */
export interface IdentitySettings {
  /**
   * After so many days an adopted number is looked up again before the next new visit: SATUSEHAT merges and corrects records, and nobody tells.
   * Half a year is one extra question for ten posyandu months.
   */
  readonly verifyAgainDays: number;
  /** After so many days a NIK that SATUSEHAT or Dukcapil did not know is asked again: population data are brought up to date within weeks. */
  readonly askAgainDays: number;
  /** The same for people without any NIK, who are normal and many: once a month. */
  readonly askAgainWithoutNikDays: number;
  /**
   * For so many minutes "nobody answered" is the ground for the next step; later it is asked again. Longer than a chain of messages takes,
   * far shorter than the time in which somebody else registers the person.
   */
  readonly absentMinutes: number;
  /** A newborn is registered by the mother's NIK up to this age in days (rule 10397). */
  readonly newbornDays: number;
  /** Relationship of the mother on RelatedPerson: the page of the patient index has MTH, Postman collection 12 sends FAMMEMB. */
  readonly motherRelationship: 'MTH' | 'FAMMEMB';
  /**
   * How a Patient is changed: Postman collection 01 wants a `test` with the present value beside each `replace` of name, gender and birth date;
   * the older page of the platform's documentation allows `replace` only. The collection is the newer of the two.
   */
  readonly patch: 'test-dan-replace' | 'replace-saja';
}

export const identityDefaults: IdentitySettings = {
  verifyAgainDays: 180,
  askAgainDays: 7,
  askAgainWithoutNikDays: 30,
  absentMinutes: 15,
  newbornDays: 60,
  motherRelationship: 'MTH',
  patch: 'test-dan-replace',
};

const dayMs = 86_400_000;

/** A moment a number of days after another. */
export function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMs);
}
