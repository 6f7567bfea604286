import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadGrowthThresholds } from "../../../src/ingest/growth-tables.js";
import { toCompletedMonths, toWeightStatus } from "../../../src/insight/growth/to-weight-status.js";
import { packageRoot } from "../../../src/root.js";
const { weighing: rules } = await loadGrowthThresholds(packageRoot);
function judge(previousG, nowG, ageMonths, sex = 'L') {
    const birthMonth = 2025 * 12 + 6 - ageMonths;
    const birthDate = `${String(Math.floor(birthMonth / 12))}-${String((birthMonth % 12) + 1).padStart(2, '0')}-10`;
    return toWeightStatus({ sex, birthDate, weighing: { date: '2025-07-12', weightG: nowG }, earlier: [{ date: '2025-06-11', weightG: previousG }] }, rules);
}
describe('the monthly weighing', () => {
    test('9.7 then 9.6 kg at two years is T: 100 g lost against a KBM of 200 g', () => {
        expect(judge(9700, 9600, 25)).toEqual({ 'status-bb': 'T', 'kenaikan-bb': -100, kbm: 200 });
    });
    test('every gain of exactly 200 g from 2 to 30 kg is N where the KBM is 200 g, and one gram less is T', () => {
        for (let weightG = 2000; weightG <= 30_000; weightG += 1) {
            if (judge(weightG, weightG + 200, 25)['status-bb'] !== 'N' || judge(weightG, weightG + 199, 25)['status-bb'] !== 'T') {
                throw new Error(`misjudged at ${String(weightG)} g`);
            }
        }
        expect(judge(2000, 2200, 25)['status-bb']).toBe('N');
    });
    test.each([
        [0, null, null],
        [1, 800, 800],
        [2, 900, 900],
        [3, 800, 800],
        [4, 600, 600],
        [5, 500, 500],
        [6, 400, 400],
        [7, 400, 300],
        [8, 300, 300],
        [10, 300, 300],
        [11, 300, 200],
        [12, 200, 200],
        [60, 200, 200],
        [61, null, null],
    ])('at %d completed months a boy should gain %p g and a girl %p g', (ageMonths, boy, girl) => {
        expect(judge(5000, 5100, ageMonths, 'L').kbm).toBe(boy);
        expect(judge(5000, 5100, ageMonths, 'P').kbm).toBe(girl);
    });
    test('without a known KBM the gain is given and the status left open', () => {
        expect(judge(20_000, 20_300, 61)).toEqual({ 'status-bb': null, 'kenaikan-bb': 300, kbm: null });
    });
    const child = { sex: 'L', birthDate: '2023-06-10' };
    const today = { date: '2025-07-12', weightG: 9900 };
    const with_ = (earlier, historyComplete, weighing = today) => toWeightStatus({ ...child, weighing, earlier, historyComplete }, rules)['status-bb'];
    test.each([
        ['no earlier weighing is known: no status', [], null],
        ['weighed in May, not in June: O', [{ date: '2025-05-31', weightG: 9000 }], 'O'],
        ['weighed on the last day of June: compared', [{ date: '2025-06-30', weightG: 9000 }], 'N'],
        [
            'weighed twice in June: the later one is compared',
            [
                { date: '2025-06-25', weightG: 9800 },
                { date: '2025-06-01', weightG: 9000 },
            ],
            'T',
        ],
        [
            'weighed twice in July: June is compared',
            [
                { date: '2025-07-02', weightG: 9850 },
                { date: '2025-06-11', weightG: 9700 },
            ],
            'N',
        ],
        ['only a later weighing is known: no status', [{ date: '2025-08-12', weightG: 9000 }], null],
        ['an earlier weighing of 0 kg is none', [{ date: '2025-06-11', weightG: 0 }], null],
        ['an earlier weighing without a real date is none', [{ date: '11-06-2025', weightG: 9000 }], null],
    ])('%s', (_, earlier, expected) => {
        expect(with_(earlier)).toBe(expected);
    });
    test('the first weighing of a child whose whole history is known is B', () => {
        expect(with_([], true)).toBe('B');
    });
    test('a weighing in January is compared with December', () => {
        expect(with_([{ date: '2024-12-30', weightG: 9600 }], false, { date: '2025-01-02', weightG: 9900 })).toBe('N');
    });
    test('under the interval rule 45 days are compared and 46 are O, whatever the calendar month', () => {
        const byInterval = { ...rules, previous: { ...rules.previous, rule: 'selang' } };
        const status = (date) => toWeightStatus({ ...child, weighing: today, earlier: [{ date, weightG: 9000 }] }, byInterval)['status-bb'];
        expect([status('2025-05-28'), status('2025-05-27')]).toEqual(['N', 'O']);
    });
    test.each([
        ['2024-11-20', '2025-07-12', 7],
        ['2023-06-10', '2025-06-10', 24],
        ['2023-06-10', '2025-06-09', 23],
        ['2024-12-31', '2025-01-30', 0],
        ['2024-02-29', '2025-02-28', 11],
    ])('a child born %s has on %s completed %d months', (from, to, months) => {
        expect(toCompletedMonths(from, to)).toBe(months);
    });
    test('nonsense dates and weights give no status and no exception', () => {
        const text = fc.oneof(fc.string(), fc.constantFrom('2025-07-12', '2025-02-30', '0000-00-00'));
        const weighing = fc.record({ date: text, weightG: fc.double() });
        fc.assert(fc.property(text, weighing, fc.array(weighing), (birthDate, each, earlier) => {
            const status = toWeightStatus({ sex: 'P', birthDate, weighing: each, earlier }, rules);
            expect(Number.isNaN(status['kenaikan-bb'] ?? 0)).toBe(false);
        }), { seed: 20250812 });
    });
});
