/** An example that must fail: its file, profile, rule and place. */
export interface FailingExample {
  readonly file: string;
  readonly profile: string;
  readonly rule: string;
  readonly where: string;
}

/** The tables of profiles/examples/invalid/README.md. */
export function readFailing(text: string): readonly FailingExample[] {
  return text.split('\n').flatMap((line) => {
    const [file = '', profile = '', rule = '', where = ''] = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    return line.startsWith('| `') ? [{ file, profile, rule, where }] : [];
  });
}
