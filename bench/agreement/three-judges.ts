import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/root.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { loadDefinitions } from '../../src/validate/load-definitions.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { createMedplum } from '../peers/medplum.ts';
import { askHl7 } from './ask-hl7.ts';

/** A file with a resource, and its text. */
export interface Asked {
  readonly file: string;
  readonly text: string;
}

/** Whether each validator takes a resource for sound, true where it finds no error; and the errors of HL7's, where that was asked. */
export interface Verdict {
  readonly titian: boolean;
  readonly medplum: boolean;
  readonly hl7?: boolean;
  readonly errors?: readonly string[];
}

/** The three validators with the guide, ready to judge the files they were made for. */
export interface ThreeJudges {
  readonly own: Validator;
  readonly names: readonly string[];
  readonly judge: (asked: Asked) => Verdict;
}

/** Asks HL7's validator about all files at once where `--jar` names it, with the home `--home`. Ends the process where the guide is not packed. */
export async function createThreeJudges(files: readonly string[]): Promise<ThreeJudges> {
  const { values } = parseArgs({ options: { jar: { type: 'string' }, home: { type: 'string' } }, strict: false });
  const guide = join(packageRoot, 'dist-guide', 'package.tgz');
  if (!existsSync(guide)) {
    process.stderr.write('Paket belum ada / there is no package: npm run profiles:package\n');
    process.exit(2);
  }
  const { resources } = await loadDefinitions([guide]);
  const own = (await loadValidator()).with(resources);
  const { profiled } = createMedplum(readStructures());
  const { jar, home } = values;
  const hl7 = typeof jar === 'string' ? await askHl7({ jar, guide, ...(typeof home === 'string' && { home }) }, files) : undefined;
  if (hl7 === undefined) {
    process.stderr.write(
      'Tanpa --jar: validator HL7 tidak ditanya. / Without --jar HL7’s validator is not asked: --jar JAR_OR_FOLDER [--home FOLDER_WITH_.fhir]\n',
    );
  }
  const judge = ({ file, text }: Asked): Verdict => {
    const errors = hl7?.get(file);
    return {
      // As strictly as HL7's about vital signs.
      titian: own.judge(JSON.parse(text), [], { vitalSigns: 'related' }) !== 'invalid',
      medplum: profiled.accepts(text),
      ...(hl7 !== undefined && { hl7: errors?.length === 0, errors: errors ?? ['not asked'] }),
    };
  };
  return { own, names: ['titian', 'medplum', ...(hl7 === undefined ? [] : ['hl7'])], judge };
}

/** Whether the verdicts are not all the same. */
export function isDisputed({ titian, medplum, hl7 = titian }: Verdict): boolean {
  return new Set([titian, medplum, hl7]).size > 1;
}

function readStructures(): readonly JsonObject[] {
  const folder = join(packageRoot, 'profiles', 'definitions');
  const names = readdirSync(folder).filter((name) => name.startsWith('StructureDefinition-'));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject);
}
