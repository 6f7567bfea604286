import type { Delivery, Message } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import type { Answer } from '../../answer.ts';

/** A message, whom it was about, and what came back. */
export interface Answered {
  readonly message: Message;
  readonly subject: SubjectState;
  readonly answer: Answer;
}

/** How the answers to one plan of messages are understood. Pure. */
export interface Reader {
  /** An answer of success; of a question only where it is a search's and hides nothing. */
  readonly success: (answered: Answered) => Delivery;
  /** A search that hides something for lack of consent, where that means something of its own for this plan. */
  readonly hidden?: (answered: Answered) => Delivery;
  /** An answer of failure that means something of its own for this plan; undefined = what it means for all. */
  readonly failure?: (answered: Answered) => Delivery | undefined;
}

/** Readers by plan; what stands behind a colon in a plan (`adopsi-isi:Condition`) is not looked at. */
export type Readers = Readonly<Record<string, Reader>>;
