import type { Issue } from '../fhir/issue.ts';
import type { Message } from '../platforms/platform.ts';
import type { Refusal } from './debt.ts';
import type { NextStep } from './decide.ts';

/** The parts of a message that were refused, each with the issues that name its entry; issues that name none belong to all of them. Pure. */
export function toRefusals(message: Message, { refused, issues }: Extract<NextStep, { step: 'split' }>): readonly Refusal[] {
  const general = issues.filter((issue) => entryOf(issue) === undefined);
  return refused.flatMap((index) => {
    const part = message.refs[index];
    const own = issues.filter((issue) => entryOf(issue) === index);
    return part === undefined ? [] : [{ ...part, issues: own.length > 0 ? own : general }];
  });
}

function entryOf({ expression = '' }: Issue): number | undefined {
  const index = /\bentry\[(\d+)\]/.exec(expression)?.[1];
  return index === undefined ? undefined : Number(index);
}
