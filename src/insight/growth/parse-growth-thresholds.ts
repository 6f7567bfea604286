import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { GrowthThresholds } from './growth-thresholds-schema.ts';
import { growthThresholdsSchema } from './growth-thresholds-schema.ts';

const isGrowthThresholds = new Ajv({ allErrors: true }).compile<GrowthThresholds>(growthThresholdsSchema);

/** Checks the parsed YAML of the growth thresholds: its form, that each list of classes rises and ends open, and that the rules chosen can be used. */
export function parseGrowthThresholds(data: unknown, file: string): Checked<GrowthThresholds> {
  if (!isGrowthThresholds(data)) return toFailed(...(isGrowthThresholds.errors ?? []).map((error) => toFormIssue(file, error)));
  const lists = [
    ...Object.entries(data.statuses).flatMap(([status, { bands }]) =>
      bands.map(({ classes }, at) => ({ path: `/statuses/${status}/bands/${String(at)}/classes`, limits: classes.map(toLimits) })),
    ),
    { path: '/arm/classes', limits: data.arm.classes.map(({ belowMm }) => (belowMm === undefined ? [] : [belowMm])) },
  ];
  const falling = lists.filter(({ limits }) => !isRising(limits)).map(({ path }) => toOrderIssue(file, path));
  const issues = [...falling, ...findUnavailable(data, file)];
  return issues.length === 0 ? toPassed(data) : toFailed(...issues);
}

/** Each class but the last has exactly one limit, above the one before it. */
function isRising(classes: readonly (readonly number[])[]): boolean {
  return classes.every((limits, at) => {
    if (at === classes.length - 1) return limits.length === 0;
    const floor = at === 0 ? -Infinity : (classes[at - 1]?.[0] ?? Infinity);
    return limits.length === 1 && (limits[0] ?? -Infinity) > floor;
  });
}

function toLimits({ below, upTo }: { readonly below?: number; readonly upTo?: number }): readonly number[] {
  return [below, upTo].filter((limit) => limit !== undefined);
}

/** Only KBM can be judged by; a rule that lacks its tables is never silently replaced by another one. */
function findUnavailable({ weighing: { rise } }: GrowthThresholds, file: string): readonly Issue[] {
  if (rise.by === 'kbm') return [];
  const { why, whyEn } = rise.unavailable.find(({ is }) => is === rise.by) ?? {
    why: 'tabelnya tidak ada',
    whyEn: 'its tables are missing',
  };
  return [
    toThresholdIssue(
      `${file} /weighing/rise/by`,
      `${rise.by} belum tersedia (${why}), pilih kbm`,
      `${rise.by} is not available (${whyEn}), choose kbm`,
    ),
  ];
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
