import { relative } from 'node:path';
import { packageRoot } from '../src/root.ts';
import type { JsonObject } from '../src/validate/json.ts';
import { readExamples } from './agreement/examples.ts';
import type { Example } from './agreement/examples.ts';
import { createThreeJudges, isDisputed } from './agreement/three-judges.ts';
import type { Verdict } from './agreement/three-judges.ts';

type Judged = Verdict & { readonly example: Example };

const examples = readExamples();
const { own, names, judge } = await createThreeJudges(examples.map(({ file }) => file));
const judged: readonly Judged[] = examples.map((example) => ({ example, ...judge(example) }));
const verdicts = judged.filter(({ example }) => example.kind !== 'contested');
const disagree = verdicts.filter(isDisputed);
process.stdout.write(
  `${JSON.stringify({
    examples: verdicts.length,
    valid: verdicts.filter(({ example }) => example.kind === 'valid').length,
    validators: names,
    agree: verdicts.length - disagree.length,
    disagree: disagree.map(toTold),
    // What the national playbooks ask for and R4's blood pressure refuses: no example of the guide, told so that nobody overlooks it.
    contested: judged.filter(({ example }) => example.kind === 'contested').map(toTold),
  })}\n`,
);
process.exitCode = disagree.length > 0 || judged.some(isMisjudged) ? 1 : 0;

/** Not what the example is there to show: what must fail is accepted, or what must hold or is sent is refused as the gateway judges. */
function isMisjudged({ example: { kind, text }, titian }: Judged): boolean {
  return kind === 'invalid' ? titian : own.judge(JSON.parse(text)) === 'invalid';
}

function toTold({ example, errors, ...told }: Judged): JsonObject {
  return { example: relative(packageRoot, example.file), ...told, ...(errors !== undefined && errors.length > 0 && { errors }) };
}
