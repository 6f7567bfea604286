/** Two sentences that say the same, for those who read Indonesian and those who read English. */
export interface Said {
  readonly id: string;
  readonly en: string;
}

/** What one check found. `warn` needs a look, `fail` keeps Titian from its work or endangers data; both say what to do. */
export interface Finding extends Said {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly remedy?: Said;
}

/** A check that holds. */
export function toOk(check: string, id: string, en: string): Finding {
  return { check, state: 'ok', id, en };
}

/** A check that needs a look. */
export function toWarning(check: string, { id, en }: Said, remedy: Said): Finding {
  return { check, state: 'warn', id, en, remedy };
}

/** A check that does not hold. */
export function toFailure(check: string, { id, en }: Said, remedy: Said): Finding {
  return { check, state: 'fail', id, en, remedy };
}

/** Runs a check; what it throws is a finding too, so that one broken part never hides the others. */
export async function attempt(check: string, look: () => Promise<readonly Finding[]> | readonly Finding[]): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return [
      toFailure(
        check,
        { id: `Tidak dapat diperiksa: ${why}`, en: `Could not be checked: ${why}` },
        { id: 'Perbaiki sebab di atas, lalu jalankan titian doctor lagi.', en: 'Mend the cause above, then run titian doctor again.' },
      ),
    ];
  }
}
