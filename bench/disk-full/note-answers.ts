import { setTimeout as pause } from 'node:timers/promises';
import type { Answered } from '../proof/ask.ts';
import type { OnOther } from '../proof/submit-load.ts';

/** What came instead of a 202. */
export interface OtherAnswers {
  /** Clear refusals for now: 503, an OperationOutcome, and a time to wait; by the code of their issue. */
  readonly clear: Map<string, number>;
  /** Everything else, a sentence each. */
  readonly unclear: string[];
  readonly onOther: OnOther;
}

const tryAgainMs = 250;

/** Counts what is no 202. Submitters try again soon, not when they are told to: how soon the gateway serves again is what is measured. */
export function createOtherAnswers(): OtherAnswers {
  const clear = new Map<string, number>();
  const unclear: string[] = [];
  return {
    clear,
    unclear,
    onOther: async (answer, { name }) => {
      const code = answer === undefined ? undefined : toClearCode(answer);
      if (code === undefined) unclear.push(`${name} was answered ${describe(answer)}`);
      else clear.set(code, (clear.get(code) ?? 0) + 1);
      await pause(tryAgainMs);
    },
  };
}

/** How many refusals were clear. */
export function countClear({ clear }: Pick<OtherAnswers, 'clear'>): number {
  return [...clear.values()].reduce((sum, count) => sum + count, 0);
}

function toClearCode({ status, headers, text }: Answered): string | undefined {
  const waits = Number(headers['retry-after']) > 0;
  return status === 503 && waits ? toIssueCode(parse(text)) : undefined;
}

function toIssueCode(outcome: Outcome | undefined): string | undefined {
  const said = outcome?.resourceType === 'OperationOutcome' ? outcome.issue?.[0] : undefined;
  return said?.details?.coding?.[0]?.code;
}

interface Outcome {
  readonly resourceType?: string;
  readonly issue?: readonly { readonly details?: { readonly coding?: readonly { readonly code: string }[] } }[];
}

function parse(text: string): Outcome | undefined {
  try {
    return JSON.parse(text) as Outcome;
  } catch {
    return undefined;
  }
}

function describe(answer: Answered | undefined): string {
  return answer === undefined
    ? 'not at all'
    : `${String(answer.status)}, Retry-After ${String(answer.headers['retry-after'])}: ${answer.text.slice(0, 300)}`;
}
