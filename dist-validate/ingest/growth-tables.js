import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { growthTableForms, parseGrowthTables } from "../insight/growth/parse-growth-tables.js";
import { parseGrowthThresholds } from "../insight/growth/parse-growth-thresholds.js";
/** The growth data of the programme cannot be read: the installation is damaged or a threshold was mistyped. */
export class GrowthDataError extends Error {
    name = 'GrowthDataError';
}
/** Reads the WHO tables below `root`/programme/growth, or throws a GrowthDataError that names file and line. */
export async function loadGrowthTables(root) {
    const read = (name) => readText(join(root, 'programme', 'growth', growthTableForms[name].file));
    const [weightForAge, lengthForAge, bmiForAge, headForAge, armForAge] = await Promise.all([
        read('weightForAge'),
        read('lengthForAge'),
        read('bmiForAge'),
        read('headForAge'),
        read('armForAge'),
    ]);
    const [weightForLength, weightForHeight, bmiForMonth, heightForMonth, weightForMonth] = await Promise.all([
        read('weightForLength'),
        read('weightForHeight'),
        read('bmiForMonth'),
        read('heightForMonth'),
        read('weightForMonth'),
    ]);
    const byDay = { weightForAge, lengthForAge, bmiForAge, headForAge, armForAge };
    return valueOf(parseGrowthTables({ ...byDay, weightForLength, weightForHeight, bmiForMonth, heightForMonth, weightForMonth }));
}
/** Reads the bands of nutritional status and the weighing rules of `root`/programme/thresholds-growth.yaml, or throws a GrowthDataError. */
export async function loadGrowthThresholds(root) {
    const file = 'programme/thresholds-growth.yaml';
    return valueOf(parseGrowthThresholds(parseYaml(await readText(join(root, file)), file), file));
}
function parseYaml(text, file) {
    try {
        return parse(text);
    }
    catch (cause) {
        throw new GrowthDataError(`${file}: bukan YAML yang sah / not valid YAML`, { cause });
    }
}
async function readText(path) {
    try {
        return await readFile(path, 'utf8');
    }
    catch (cause) {
        throw new GrowthDataError(`${path}: tidak terbaca, pulihkan dari paket Titian / cannot be read, restore it from the Titian package`, {
            cause,
        });
    }
}
function valueOf(checked) {
    if (checked.ok)
        return checked.value;
    throw new GrowthDataError(checked.issues.map((issue) => `${issue.text} / ${issue.diagnostics}`).join('\n'));
}
//# sourceMappingURL=growth-tables.js.map