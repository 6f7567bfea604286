import { parsePattern } from './parse-pattern.ts';
import type { Step } from './parse-pattern.ts';

/** States times characters: about a hundredth of a second of work. */
const MOST_WORK = 5_000_000;
const MOST_KEPT = 500;
const kept = new Map<string, readonly Step[] | undefined>();

/**
 * Says whether a text as a whole matches the regex of a form. Runs all alternatives at once, one pass over the text, so that no pattern makes it
 * try again and again. Answers undefined where that cannot be said here: look-around, back references, a pattern too large for the text.
 */
export function matchesPattern(text: string, pattern: string): boolean | undefined {
  const steps = toSteps(pattern);
  if (steps === undefined || steps.length * text.length > MOST_WORK) return undefined;
  return run(steps, text);
}

function toSteps(pattern: string): readonly Step[] | undefined {
  if (kept.has(pattern)) return kept.get(pattern);
  if (kept.size >= MOST_KEPT) kept.clear();
  const steps = parsePattern(pattern);
  kept.set(pattern, steps);
  return steps;
}

function run(steps: readonly Step[], text: string): boolean {
  let states = new Set<number>();
  follow(steps, states, 0, { start: true, end: text === '' });
  let at = 0;
  for (const character of text) {
    at += character.length;
    const next = new Set<number>();
    const edge = { start: false, end: at === text.length };
    for (const state of states) {
      const step = steps[state];
      if (step?.kind === 'one' && step.test(character)) follow(steps, next, state + 1, edge);
    }
    states = next;
    if (states.size === 0) return false;
  }
  return states.has(steps.length);
}

interface Edge {
  readonly start: boolean;
  readonly end: boolean;
}

/** Adds a state and all that are reached from it without a character. */
function follow(steps: readonly Step[], states: Set<number>, from: number, edge: Edge): void {
  const waiting = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (states.has(state)) continue;
    states.add(state);
    const step = steps[state];
    if (step?.kind === 'either') waiting.push(step.first, step.second);
    else if (step !== undefined && holdsAt(step.kind, edge)) waiting.push(state + 1);
  }
}

function holdsAt(kind: Step['kind'], edge: Edge): boolean {
  return kind === 'start' ? edge.start : kind === 'end' && edge.end;
}
