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

const judged = examples.map((example) => ({ example, ...judge(example) }));
const verdicts = judged.filter(({ example }) => example.kind !== 'contested');
const disagree = verdicts.filter(({ titian, medplum, hl7: theirs }) => new Set([titian, medplum, theirs ?? titian]).size > 1);
process.stdout.write(
  `${JSON.stringify({
    examples: verdicts.length,
    valid: verdicts.filter(({ example }) => example.kind === 'valid').length,
    validators: ['titian', 'medplum', ...(hl7 === undefined ? [] : ['hl7'])],
    agree: verdicts.length - disagree.length,
    disagree: disagree.map(toTold),
    // What the national playbooks ask for and R4's blood pressure refuses: no example of the guide, told so that nobody overlooks it.
    contested: judged.filter(({ example }) => example.kind === 'contested').map(toTold),
  })}\n`,
);
process.exitCode = disagree.length > 0 || judged.some(isMisjudged) ? 1 : 0;

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

/** Not what the example is there to show: what must fail is accepted, or what must hold or is sent is refused as the gateway judges. */
function isMisjudged({ example: { kind, text }, titian }: Verdict & { readonly example: Example }): boolean {
  return kind === 'invalid' ? titian : own.judge(JSON.parse(text)) === 'invalid';
}

function toTold({ example, errors, ...told }: Verdict & { readonly example: Example }): JsonObject {
  return { example: relative(packageRoot, example.file), ...told, ...(errors !== undefined && errors.length > 0 && { errors }) };
}

function readStructures(): readonly JsonObject[] {
  const folder = join(packageRoot, 'profiles', 'definitions');
  const names = readdirSync(folder).filter((name) => name.startsWith('StructureDefinition-'));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject);
}
