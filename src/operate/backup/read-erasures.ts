import type { TableSection } from './read-backup.ts';
import { openBackup } from './read-backup.ts';

/** Somebody who was erased, as another backup remembers it. */
export interface RememberedErasure {
  readonly person: string;
  readonly at: Date;
  readonly reason: string;
}

/**
 * Reads the list of erased people out of a backup, to be applied to an older one: who was erased after that one was made must not come back.
 * The whole file is read and compared with its manifest and SHA-256.
 */
export async function readErasures(file: string): Promise<readonly RememberedErasure[]> {
  const backup = await openBackup(file);
  let erasures: readonly RememberedErasure[] = [];
  try {
    for (let section = await backup.next(); section !== undefined; section = await backup.next()) {
      const rows = await readRows(section, section.table === 'erasure');
      if (section.table === 'erasure') erasures = rows.map((cells) => toErasure(section.columns, cells));
    }
  } finally {
    backup.close();
  }
  return erasures;
}

async function readRows({ rows }: TableSection, keep: boolean): Promise<readonly (readonly string[])[]> {
  const kept: (readonly string[])[] = [];
  for await (const piece of rows) {
    const lines = keep ? piece.toString('utf8').trimEnd().split('\n') : [];
    for (const line of lines) kept.push(line.split('\t').map(unescape));
  }
  return kept;
}

function toErasure(columns: readonly string[], cells: readonly string[]): RememberedErasure {
  const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
  return { person: cell('person'), at: new Date(cell('erased_at')), reason: cell('reason') };
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Reads a value as COPY writes it (PostgreSQL manual, COPY, "Text Format"). */
function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}
