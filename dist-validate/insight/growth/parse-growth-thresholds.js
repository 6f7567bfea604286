import { Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { toFailed, toPassed } from "../../fhir/checked.js";
const strict = { additionalProperties: false };
const evidence = Type.Union([Type.Literal('read'), Type.Literal('background')]);
const text = Type.String({ minLength: 1 });
const months = Type.Number({ minimum: 0 });
const classSchema = Type.Object({ is: text, below: Type.Optional(Type.Number()), upTo: Type.Optional(Type.Number()) }, strict);
const bandSchema = Type.Object({ months: Type.Object({ from: months, below: months }, strict), classes: Type.Array(classSchema, { minItems: 2 }) }, strict);
function statusOf(score) {
    return Type.Object({ score: Type.Literal(score), citation: text, evidence, bands: Type.Array(bandSchema, { minItems: 1 }) }, strict);
}
const gainSchema = Type.Integer({ exclusiveMinimum: 0 });
const schema = Type.Object({
    statuses: Type.Object({
        'status-bb-u': statusOf('zs-bb-u'),
        'status-tb-u': statusOf('zs-tb-u'),
        'status-bb-tb': statusOf('zs-bb-tb'),
        'status-imt-u': statusOf('zs-imt-u'),
        'status-lk-u': statusOf('zs-lk-u'),
    }, strict),
    weighing: Type.Object({
        rise: Type.Object({ by: Type.Literal('kbm'), citation: text, evidence }, strict),
        previous: Type.Object({
            rule: Type.Union([Type.Literal('bulan-kalender'), Type.Literal('selang')]),
            days: Type.Integer({ minimum: 1 }),
            citation: text,
            evidence,
        }, strict),
        kbm: Type.Object({
            citation: text,
            evidence,
            rows: Type.Array(Type.Object({ months: Type.Object({ from: months, to: months }, strict), L: gainSchema, P: gainSchema }, strict)),
        }, strict),
    }, strict),
}, strict);
const isGrowthThresholds = new Ajv({ allErrors: true }).compile(schema);
/** Checks the parsed YAML of the growth thresholds: its form, and that each list of classes rises and ends open. */
export function parseGrowthThresholds(data, file) {
    if (!isGrowthThresholds(data))
        return toFailed(...(isGrowthThresholds.errors ?? []).map((error) => toFormIssue(file, error)));
    const issues = Object.entries(data.statuses).flatMap(([status, bands]) => bands.bands.flatMap((band, at) => isRising(band.classes) ? [] : [toOrderIssue(file, `/statuses/${status}/bands/${String(at)}/classes`)]));
    return issues.length === 0 ? toPassed(data) : toFailed(...issues);
}
/** Each class but the last has exactly one limit, above the one before it. */
function isRising(classes) {
    return classes.every((each, at) => {
        const limits = toLimits(each);
        if (at === classes.length - 1)
            return limits.length === 0;
        const before = classes[at - 1];
        const floor = before === undefined ? -Infinity : (toLimits(before)[0] ?? Infinity);
        return limits.length === 1 && (limits[0] ?? -Infinity) > floor;
    });
}
function toLimits(each) {
    return [each.below, each.upTo].filter((limit) => limit !== undefined);
}
function toFormIssue(file, error) {
    const where = `${file} ${error.instancePath === '' ? '/' : error.instancePath}`;
    return toThresholdIssue(where, `bentuknya tidak sesuai (${error.keyword})`, `${error.message ?? error.keyword}, ${JSON.stringify(error.params)}`);
}
function toOrderIssue(file, path) {
    return toThresholdIssue(`${file} ${path}`, 'batas kelas harus naik, satu batas per kelas, kelas terakhir tanpa batas', 'class limits must rise, one limit a class, the last class without');
}
function toThresholdIssue(where, found, foundEn) {
    return {
        severity: 'fatal',
        type: 'structure',
        code: 'ambang-pertumbuhan',
        text: `${where}: ${found}. Perbaiki berkas lalu muat ulang.`,
        diagnostics: `${where}: ${foundEn}. Correct the file and load it again.`,
    };
}
//# sourceMappingURL=parse-growth-thresholds.js.map