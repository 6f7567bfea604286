import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';

/** An example of the guide: where it lies, and whether it must hold, must fail, or is in dispute between the playbooks and R4. */
export interface Example {
  readonly file: string;
  readonly text: string;
  readonly kind: Kind;
}

type Kind = (typeof KINDS)[number];

const KINDS = ['valid', 'invalid', 'contested'] as const;
const folder = join(packageRoot, 'profiles', 'examples');

/** Every example of the guide: those that hold, those that fail, those in dispute. */
export function readExamples(): readonly Example[] {
  return KINDS.flatMap(readKind);
}

function readKind(kind: Kind): readonly Example[] {
  const files = readdirSync(join(folder, kind)).filter((file) => file.endsWith('.json'));
  return files.sort().map((name) => {
    const file = join(folder, kind, name);
    return { file, text: readFileSync(file, 'utf8'), kind };
  });
}
