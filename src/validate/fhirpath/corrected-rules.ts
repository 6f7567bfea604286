import type { ConstraintIr } from '../ir.ts';

/** What is run in place of a published rule; without an expression the rule is not run as FHIRPath at all. */
interface Correction {
  readonly key?: string;
  /** Corrects only a rule that reads so; without it, every rule of that key. */
  readonly published?: string;
  readonly expression?: string;
  readonly why: string;
}

const NAME = "name.matches('[A-Z]([A-Za-z0-9_]){0,254}')";
const IN_ERROR =
  "verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error')";
const PROBLEM = "category.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-category')";

/**
 * Where the reference validator does not run R4's rules as published (FHIRPathExpressionFixer and InstanceValidator of
 * hapifhir/org.hl7.fhir.core), and why. Rules that are left out are proved elsewhere.
 */
const CORRECTIONS: readonly Correction[] = [
  { key: 'ele-1', why: 'The walk itself proves it of every element.' },
  { key: 'ext-1', why: 'The walk itself proves it of every extension.' },
  { key: 'dom-2', why: 'The walk itself sees contained resources inside contained ones.' },
  { key: 'dom-3', why: 'The published expression is wrong (HL7/fhirpath.js 126) and slow; both directions are checked in code.' },
  { key: 'txt-1', why: 'The allowed XHTML is checked in code.' },
  { key: 'txt-2', why: 'That the narrative has content is checked in code.' },
  { key: 'ref-1', why: 'That a reference to a contained resource finds it is checked in code (# alone means the container).' },
  { key: 'bdl-11', why: 'How documents begin is checked in code, with what the reference validator adds.' },
  { key: 'bdl-12', why: 'So is how messages begin.' },
  { key: 'bdl-3', why: 'Checked with the other rules of Bundle entries, so that the entry is named.' },
  { key: 'sqty-1', why: 'SimpleQuantity allows no comparator by its cardinality.' },
  {
    key: 'dom-6',
    expression: '(%rootResource != $this) or text.`div`.exists()',
    why: 'Contained resources need no narrative of their own.',
  },
  {
    published: "fullUrl.contains('/_history/').not()",
    expression: "fullUrl.exists() implies fullUrl.contains('/_history/').not()",
    why: 'An entry without fullUrl gave an empty result, which does not hold.',
  },
  {
    key: 'con-3',
    expression: `(${IN_ERROR}.exists() and ${PROBLEM}.code.where($this = 'problem-list-item').empty()) implies clinicalStatus.exists()`,
    why: 'The published rule compares a CodeableConcept with a string, so that it never failed.',
  },
  {
    published: "offset.empty() or (when.exists() and ((when in ('C' | 'CM' | 'CD' | 'CV')).not()))",
    expression: "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())",
    why: 'Several values of when made the published rule an error.',
  },
  {
    key: 'que-7',
    expression: "operator = 'exists' implies (answer is boolean)",
    why: 'The published rule names a type of FHIRPath, not of FHIR.',
  },
  {
    published: 'enableWhen.count() > 2 implies enableBehavior.exists()',
    expression: 'enableWhen.count() >= 2 implies enableBehavior.exists()',
    why: 'The rule is meant for more than one condition.',
  },
  {
    key: 'opd-3',
    expression:
      "targetProfile.exists() implies (type = 'Reference' or type = 'canonical' or type.memberOf('http://hl7.org/fhir/ValueSet/resource-types'))",
    why: 'Parameters of a resource type may name profiles too.',
  },
  {
    published: 'probability is decimal implies (probability as decimal) <= 100',
    expression: '(probability.exists() and (probability is decimal)) implies ((probability as decimal) <= 100)',
    why: 'Without a probability the published rule gave an empty result, which does not hold.',
  },
  {
    published: NAME,
    expression: "name.exists() implies name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')",
    why: 'A name may be missing, and the pattern is meant for the whole name.',
  },
  {
    key: 'eld-19',
    expression:
      "path.matches('^[^\\\\s\\\\.,:;\\\\\\'\"\\\\/|?!@#$%&*()\\\\[\\\\]{}]{1,64}(\\\\.[^\\\\s\\\\.,:;\\\\\\'\"\\\\/|?!@#$%&*()\\\\[\\\\]{}]{1,64}(\\\\[x\\\\])?(\\\\:[^\\\\s\\\\.]+)?)*$')",
    why: 'The pattern is meant for the whole path.',
  },
  {
    key: 'eld-20',
    expression: "path.matches('^[A-Za-z][A-Za-z0-9]*(\\\\.[a-z][A-Za-z0-9]*(\\\\[x])?)*$')",
    why: 'The pattern is meant for the whole path.',
  },
];

/** The rule as it is run; undefined for one that is proved elsewhere. */
export function correctRule(rule: ConstraintIr): ConstraintIr | undefined {
  const correction = CORRECTIONS.find(
    ({ key, published }) => (key === undefined || key === rule.key) && (published === undefined || published === rule.expression),
  );
  if (correction === undefined) return rule;
  return correction.expression === undefined ? undefined : { ...rule, expression: correction.expression };
}
