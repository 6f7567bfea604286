import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';

const strict = { additionalProperties: false } as const;
const evidence = Type.Union([Type.Literal('read'), Type.Literal('background')]);
const text = Type.String({ minLength: 1 });
const months = Type.Number({ minimum: 0 });

const classSchema = Type.Object({ is: text, below: Type.Optional(Type.Number()), upTo: Type.Optional(Type.Number()) }, strict);
const bandSchema = Type.Object(
  { months: Type.Object({ from: months, below: months }, strict), classes: Type.Array(classSchema, { minItems: 2 }) },
  strict,
);

function statusOf<const K extends string>(score: K) {
  return Type.Object({ score: Type.Literal(score), citation: text, evidence, bands: Type.Array(bandSchema, { minItems: 1 }) }, strict);
}

const gainSchema = Type.Integer({ exclusiveMinimum: 0 });
const schema = Type.Object(
  {
    statuses: Type.Object(
      {
        'status-bb-u': statusOf('zs-bb-u'),
        'status-tb-u': statusOf('zs-tb-u'),
        'status-bb-tb': statusOf('zs-bb-tb'),
        'status-imt-u': statusOf('zs-imt-u'),
        'status-lk-u': statusOf('zs-lk-u'),
      },
      strict,
    ),
    weighing: Type.Object(
      {
        rise: Type.Object({ by: Type.Literal('kbm'), citation: text, evidence }, strict),
        previous: Type.Object(
          {
            rule: Type.Union([Type.Literal('bulan-kalender'), Type.Literal('selang')]),
            days: Type.Integer({ minimum: 1 }),
            citation: text,
            evidence,
          },
          strict,
        ),
        kbm: Type.Object(
          {
            citation: text,
            evidence,
            rows: Type.Array(
              Type.Object({ months: Type.Object({ from: months, to: months }, strict), L: gainSchema, P: gainSchema }, strict),
            ),
          },
          strict,
        ),
      },
      strict,
    ),
  },
  strict,
);

/** The bands of nutritional status and the rules of the monthly weighing, as programme/thresholds-growth.yaml states them. */
export type GrowthThresholds = Static<typeof schema>;

/** The bands of one status: which score it reads, and for which ages which classes stand. */
export type StatusBands = GrowthThresholds['statuses'][keyof GrowthThresholds['statuses']];

/** How a gain in weight is judged: minimum gains by age and sex, and when the previous weighing is too old. */
export type WeighingRules = GrowthThresholds['weighing'];

const isGrowthThresholds = new Ajv({ allErrors: true }).compile<GrowthThresholds>(schema);

/** Checks the parsed YAML of the growth thresholds: its form, and that each list of classes rises and ends open. */
export function parseGrowthThresholds(data: unknown, file: string): Checked<GrowthThresholds> {
  if (!isGrowthThresholds(data)) return toFailed(...(isGrowthThresholds.errors ?? []).map((error) => toFormIssue(file, error)));
  const issues = Object.entries(data.statuses).flatMap(([status, bands]) =>
    bands.bands.flatMap((band, at) =>
      isRising(band.classes) ? [] : [toOrderIssue(file, `/statuses/${status}/bands/${String(at)}/classes`)],
    ),
  );
  return issues.length === 0 ? toPassed(data) : toFailed(...issues);
}

/** Each class but the last has exactly one limit, above the one before it. */
function isRising(classes: readonly Static<typeof classSchema>[]): boolean {
  return classes.every((each, at) => {
    const limits = toLimits(each);
    if (at === classes.length - 1) return limits.length === 0;
    const before = classes[at - 1];
    const floor = before === undefined ? -Infinity : (toLimits(before)[0] ?? Infinity);
    return limits.length === 1 && (limits[0] ?? -Infinity) > floor;
  });
}

function toLimits(each: Static<typeof classSchema>): readonly number[] {
  return [each.below, each.upTo].filter((limit) => limit !== undefined);
}

function toFormIssue(file: string, error: ErrorObject): Issue {
  const where = `${file} ${error.instancePath === '' ? '/' : error.instancePath}`;
  return toThresholdIssue(
    where,
    `bentuknya tidak sesuai (${error.keyword})`,
    `${error.message ?? error.keyword}, ${JSON.stringify(error.params)}`,
  );
}

function toOrderIssue(file: string, path: string): Issue {
  return toThresholdIssue(
    `${file} ${path}`,
    'batas kelas harus naik, satu batas per kelas, kelas terakhir tanpa batas',
    'class limits must rise, one limit a class, the last class without',
  );
}

function toThresholdIssue(where: string, found: string, foundEn: string): Issue {
  return {
    severity: 'fatal',
    type: 'structure',
    code: 'ambang-pertumbuhan',
    text: `${where}: ${found}. Perbaiki berkas lalu muat ulang.`,
    diagnostics: `${where}: ${foundEn}. Correct the file and load it again.`,
  };
}
