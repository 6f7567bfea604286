import type { Checked } from '../fhir/checked.ts';
import type { HandedOnce, RowVerdict, SubmissionRequest, SubmissionResult } from '../submission.ts';

/** What the routes ask of the gateway. */
export interface SubmissionDesk {
  submit(request: SubmissionRequest): Promise<Checked<SubmissionResult>>;
  /** Under a key of the sender's own: the same request again is answered as the first time. */
  submitOnce(request: SubmissionRequest, key: string): Promise<HandedOnce>;
  /** False for a long file, whose rows are read after the answer. */
  isAnsweredAtOnce(bytes: Uint8Array): boolean;
  isHandedInBy(id: string, submitter: string): Promise<boolean>;
  find(id: string): Promise<SubmissionResult | undefined>;
  rows(id: string, after: number, limit: number): Promise<readonly RowVerdict[] | undefined>;
  returnedFile(id: string): Promise<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined>;
}
