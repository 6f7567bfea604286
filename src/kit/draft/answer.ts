import type { Duty, Recorder } from '../../map/visit.ts';

/** What whoever asks for a draft says beforehand, so that it need not be asked. */
export interface Answers {
  readonly recorder?: Recorder;
  readonly duty?: Duty;
  readonly place?: string;
  readonly date?: string;
}
