import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';
import { isUnseenByMedplum, readFailing } from '../../test/profiles/unseen-by-medplum.ts';

/** An example of the guide: where it lies, whether it must hold, and whether @medplum/core looks where it fails. */
export interface Example {
  readonly file: string;
  readonly text: string;
  readonly isValid: boolean;
  readonly isUnseenByMedplum: boolean;
}

const folder = join(packageRoot, 'profiles', 'examples');

/** Every example of the guide, those that hold first. */
export function readExamples(): readonly Example[] {
  const rows = readFailing(readFileSync(join(folder, 'invalid', 'README.md'), 'utf8'));
  const unseen = new Set(rows.filter(isUnseenByMedplum).map(({ file }) => file));
  return [...readFolder('valid', new Set()), ...readFolder('invalid', unseen)];
}

function readFolder(name: 'valid' | 'invalid', unseen: ReadonlySet<string>): readonly Example[] {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => ({
    file: join(folder, name, file),
    text: readFileSync(join(folder, name, file), 'utf8'),
    isValid: name === 'valid',
    isUnseenByMedplum: unseen.has(file),
  }));
}
