/** Why a message is held or waits, and what a person can do about it. */
export interface ReasonPage {
  readonly id: string;
  readonly en: string;
  readonly remedyId: string;
  readonly remedyEn: string;
}
