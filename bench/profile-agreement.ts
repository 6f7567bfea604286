import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/root.ts';
import type { JsonObject } from '../src/validate/json.ts';
import { loadDefinitions } from '../src/validate/load-definitions.ts';
import { loadValidator } from '../src/validate/load-validator.ts';
import { askHl7 } from './agreement/ask-hl7.ts';
import { readExamples } from './agreement/examples.ts';
import type { Example } from './agreement/examples.ts';
import { createMedplum } from './peers/medplum.ts';

const { values } = parseArgs({ options: { jar: { type: 'string' }, home: { type: 'string' } } });
const guide = join(packageRoot, 'dist-guide', 'package.tgz');
if (!existsSync(guide)) {
  process.stderr.write('Paket belum ada / there is no package: npm run profiles:package\n');
  process.exit(2);
}

const examples = readExamples();
const { resources } = await loadDefinitions([guide]);
const own = (await loadValidator()).with(resources);
const { profiled } = createMedplum(readStructures());
const hl7 =
  values.jar === undefined
    ? undefined
    : await askHl7(
        { jar: values.jar, guide, ...(values.home && { home: values.home }) },
        examples.map(({ file }) => file),
      );
if (hl7 === undefined) {
  process.stderr.write(
    'Tanpa --jar: validator HL7 tidak ditanya. / Without --jar HL7’s validator is not asked: --jar JAR_OR_FOLDER [--home FOLDER_WITH_.fhir]\n',
  );
}

const verdicts = examples.map((example) => ({ example, ...judge(example) }));
const disagree = verdicts.filter(({ titian, medplum, hl7: theirs }) => new Set([titian, medplum, theirs ?? titian]).size > 1);
process.stdout.write(
  `${JSON.stringify({
    examples: examples.length,
    valid: examples.filter(({ isValid }) => isValid).length,
    validators: ['titian', 'medplum', ...(hl7 === undefined ? [] : ['hl7'])],
    agree: examples.length - disagree.length,
    explained: disagree.filter((each) => explain(each) !== undefined).length,
    disagree: disagree.map(({ example, errors, ...told }) => ({
      example: relative(packageRoot, example.file),
      ...told,
      ...(errors !== undefined && errors.length > 0 && { errors }),
      because: explain({ example, ...told }),
    })),
  })}\n`,
);
process.exitCode = disagree.some((each) => explain(each) === undefined) || verdicts.some(isMisjudged) ? 1 : 0;

interface Verdict {
  readonly titian: boolean;
  readonly medplum: boolean;
  readonly hl7?: boolean;
  readonly errors?: readonly string[];
}

/** Whether each validator takes an example for sound: true where it finds no error. Titian is asked as strictly as HL7's about vital signs. */
function judge({ file, text }: Example): Verdict {
  const errors = hl7?.get(file);
  return {
    titian: own.judge(JSON.parse(text), [], { vitalSigns: 'related' }) !== 'invalid',
    medplum: profiled.accepts(text),
    ...(hl7 !== undefined && { hl7: errors?.length === 0, errors: errors ?? ['not asked'] }),
  };
}

/** Not what the example is there to show: accepted though it must fail, or refused as the gateway judges though it must hold. */
function isMisjudged({ example, titian }: Verdict & { readonly example: Example }): boolean {
  return example.isValid ? !isSoundAsListed(example) : titian;
}

/** Why validators that are not at fault differ; undefined where one of them is. */
function explain({ example, titian, medplum, hl7: theirs }: Verdict & { readonly example: Example }): string | undefined {
  if (!medplum || titian) return undefined;
  if (example.isValid)
    return isSoundAsListed(example) && theirs !== true
      ? 'R4 vital signs by a special code, to which @medplum/core does not look; not among those R4 lists'
      : undefined;
  if (!example.isUnseenByMedplum) return undefined;
  return theirs === true
    ? 'without a terminology server HL7’s validator only warns of a code outside a set of LOINC or SNOMED CT; medplum does not look at bindings'
    : 'medplum does not look at bindings, types of a choice, into slices, or below elements with elements of their own';
}

/** Sound by the vital signs for the codes that R4 lists, which is how the gateway judges. */
function isSoundAsListed({ text }: Example): boolean {
  return own.judge(JSON.parse(text)) !== 'invalid';
}

function readStructures(): readonly JsonObject[] {
  const folder = join(packageRoot, 'profiles', 'definitions');
  const names = readdirSync(folder).filter((name) => name.startsWith('StructureDefinition-'));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject);
}
