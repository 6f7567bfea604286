import type { KeyCheck } from './require-key.ts';

/**
 * Lets requests that ask for the same key at the same moment share one question to the store. Nothing is remembered after the answer, so a
 * revoked key is refused from the next question on.
 */
export function shareInFlight(check: KeyCheck): KeyCheck {
  const asked = new Map<string, ReturnType<KeyCheck>>();
  return (key) => {
    const known = asked.get(key);
    if (known !== undefined) return known;
    const asking = check(key).finally(() => asked.delete(key));
    asked.set(key, asking);
    return asking;
  };
}
