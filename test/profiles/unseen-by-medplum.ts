/** An example that must fail: its file, profile, rule and place. */
export interface FailingExample {
  readonly file: string;
  readonly profile: string;
  readonly rule: string;
  readonly where: string;
}

/** Rules that @medplum/core does not look at: bindings, the types of a choice that a profile leaves, and invariants inside slices. Our own validator must. */
const RULES = new Set(['binding', 'type', 'ilp-nik']);
/** Nor does it hold a rule below an element of a resource that has elements of its own. */
const BELOW = /^(OperationOutcome\.issue|Immunization\.performer)\[/;

/** True where @medplum/core accepts a failing example because it does not look there. */
export function isUnseenByMedplum({ rule, where }: Pick<FailingExample, 'rule' | 'where'>): boolean {
  return RULES.has(rule) || BELOW.test(where);
}

/** The tables of profiles/examples/invalid/README.md. */
export function readFailing(text: string): readonly FailingExample[] {
  return text.split('\n').flatMap((line) => {
    const [file = '', profile = '', rule = '', where = ''] = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    return line.startsWith('| `') ? [{ file, profile, rule, where }] : [];
  });
}
