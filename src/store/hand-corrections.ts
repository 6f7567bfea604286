import type { Subject } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson } from './sealing/seal.ts';

/** What a person says was corrected at a platform by hand. */
export interface HandCorrection {
  readonly platform: string;
  readonly subject: Subject;
  /** The version of the subject it was corrected to. */
  readonly version: number;
  readonly by: string;
  readonly note: string;
}

/** Writes down that what no machine could correct was corrected by hand. */
export async function keepHandCorrection(tx: Tx, { platform, subject, version, by, note }: HandCorrection, at: Date): Promise<void> {
  const scope = `hand-correction|${platform}|${subject.kind}|${subject.id}`;
  const sealed = sealJson(toScopedKey(tx.keys.raw, scope), `${scope}|${String(version)}`, note, tx.random);
  await tx.count('keep-hand-correction', [tx.environment, platform, subject.kind, subject.id, version, at, by, sealed]);
}

/** The newest version of a subject of which a person said that it was corrected by hand; undefined where nobody ever did. */
export async function handCorrectionOf(db: Db, platform: string, { kind, id }: Subject): Promise<number | undefined> {
  const [row] = await db.rows<{ version: number | null }>('hand-correction-of', [db.environment, platform, kind, id]);
  return row?.version ?? undefined;
}
