import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadGrowthTables } from "../../../src/ingest/growth-tables.js";
import { growthTableForms, parseGrowthTables } from "../../../src/insight/growth/parse-growth-tables.js";
import { packageRoot } from "../../../src/root.js";
const tables = await loadGrowthTables(packageRoot);
describe('the tables', () => {
    const names = Object.keys(growthTableForms);
    const texts = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`../../../programme/growth/${growthTableForms[name].file}`, import.meta.url), 'utf8')]));
    test.each([
        ['weightForAge', 0, 1826],
        ['armForAge', 91, 1826],
        ['weightForLength', 450, 1100],
        ['weightForHeight', 650, 1200],
        ['bmiForMonth', 60, 229],
        ['weightForMonth', 60, 121],
    ])('%s runs from %d to %d for both sexes', (name, firstKey, lastKey) => {
        expect(tables.L[name]).toMatchObject({ firstKey, lastKey });
        expect(tables.P[name]).toMatchObject({ firstKey, lastKey });
    });
    test('the boys of weight-for-age begin with L 0.3487 at birth, where a faulty table in use has 0.1815', () => {
        expect([...tables.L.weightForAge.lms.subarray(0, 3)]).toEqual([0.3487, 3.3464, 0.14602]);
    });
    test.each([
        ['a line is missing', (text) => text.replace('\n1,92,', '\n1,93,'), 'line 3'],
        ['a median is not above zero', (text) => text.replace('1,92,0.3916,13.49', '1,92,0.3916,0'), 'line 3'],
        ['a cell is empty', (text) => text.replace('1,92,0.3916', '1,92,'), 'line 3'],
        ['a column is missing', (text) => text.replace('age_days', 'umur'), 'line 1'],
        ['one sex is missing', (text) => text.replace(/\n2,.*/g, ''), 'line 2'],
    ])('a damaged file names itself and the line when %s', (_, damage, place) => {
        const parsed = parseGrowthTables({ ...texts, armForAge: damage(texts.armForAge) });
        expect(parsed.ok).toBe(false);
        expect(parsed.issues[0]?.diagnostics).toContain(`acfa_0_5.csv ${place}`);
    });
    test('a folder without the tables is a broken installation that names the file', async () => {
        await expect(loadGrowthTables('/tidak/ada')).rejects.toThrow(/programme\/growth\/.*csv: tidak terbaca/);
    });
});
