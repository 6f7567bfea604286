import { CrossingFiles, keepSmallFiles, type KeptFile, type SmallFile } from './keep-small-files.ts';
import type { GatewayParts } from './parts.ts';

/** Takes small files and keeps those that wait for the database at the same time together. */
export interface SmallFiles {
  /** Resolves when the file is durable; rejects with what kept this file, and no other, from being stored. */
  keep(file: SmallFile): Promise<KeptFile>;
}

interface Waiting {
  readonly file: SmallFile;
  readonly resolve: (kept: KeptFile) => void;
  readonly reject: (fault: unknown) => void;
}

/** Transactions at once: while one waits for the disk another one works; more of them only wait for each other (docs/decisions/0008). */
const groupsAtOnce = 2;
/** As many rows as a batch of a long file has. */
const groupRows = 250;
/** Larger files come alone: their bytes are stored in several pieces. */
const groupedBytes = 1024 * 1024;

/**
 * Keeps small files. A file that comes alone is kept at once; those that come while others are being kept form one group, one transaction and
 * one set of statements, because a statement costs far more than the row it carries. Whatever fails a group is tried again file by file.
 */
export function collectSmallFiles(parts: GatewayParts): SmallFiles {
  const waiting: Waiting[] = [];
  let groups = 0;
  const start = (): void => {
    while (groups < groupsAtOnce && waiting.length > 0) {
      groups += 1;
      void keepGroup(takeGroup(waiting), parts).finally(() => {
        groups -= 1;
        start();
      });
    }
  };
  return {
    keep: (file) =>
      new Promise((resolve, reject) => {
        waiting.push({ file, resolve, reject });
        start();
      }),
  };
}

/** The first that waits, and those behind it that are read by the same tables and fit one batch. */
function takeGroup(waiting: Waiting[]): readonly Waiting[] {
  const [first] = waiting;
  if (first === undefined) return [];
  let room = groupRows - first.file.rows.length;
  const group = waiting.filter((one) => {
    if (one === first) return true;
    const fits = one.file.rows.length <= room && isAlike(first.file, one.file);
    if (fits) room -= one.file.rows.length;
    return fits;
  });
  const taken = new Set(group);
  waiting.splice(0, waiting.length, ...waiting.filter((one) => !taken.has(one)));
  return group;
}

function isAlike(first: SmallFile, other: SmallFile): boolean {
  const together = [first, other].every(({ request }) => request.bytes.length <= groupedBytes);
  return together && first.source === other.source && first.site === other.site;
}

async function keepGroup(group: readonly Waiting[], parts: GatewayParts): Promise<void> {
  try {
    await keepTogether(group, parts);
  } catch (fault) {
    if (group.length === 1) group[0]?.reject(fault);
    else await keepApart(group, fault, parts);
  }
}

async function keepTogether(group: readonly Waiting[], parts: GatewayParts): Promise<void> {
  const kept = await parts.store.transact((tx) =>
    keepSmallFiles(
      tx,
      group.map(({ file }) => file),
      parts,
    ),
  );
  parts.wake();
  for (const [index, { resolve, reject }] of group.entries()) {
    const one = kept[index];
    if (one === undefined) reject(new Error('every file of a group has its end'));
    else resolve(one);
  }
}

/** Files that touch others are kept alone, in the order they came, and the rest together; after any other fault each is kept alone. */
async function keepApart(group: readonly Waiting[], fault: unknown, parts: GatewayParts): Promise<void> {
  const isAlone = (_: Waiting, index: number): boolean => !(fault instanceof CrossingFiles) || fault.crossing.has(index);
  const together = group.filter((one, index) => !isAlone(one, index));
  if (together.length > 0) await keepGroup(together, parts);
  for (const one of group.filter(isAlone)) await keepGroup([one], parts);
}
