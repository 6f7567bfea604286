import { describe, expect, test } from '@jest/globals';
import { compareReported } from "../../../src/insight/growth/compare-reported.js";
describe('what the sender computed', () => {
    const computedJuly = {
        'zs-bb-u': -2.21,
        'status-bb-u': 'kurang',
        'zs-tb-u': -2.73,
        'status-tb-u': 'pendek',
        'zs-bb-tb': -1.08,
        'status-bb-tb': 'gizi-baik',
        'status-bb': 'T',
    };
    test('sangat pendek at -2.73 and N at a loss disagree as classes, the other scores only as scores', () => {
        const reported = {
            'status-bb-u': 'kurang',
            'zs-bb-u': -2.16,
            'status-tb-u': 'sangat-pendek',
            'zs-tb-u': -3.05,
            'status-bb-tb': 'gizi-baik',
            'zs-bb-tb': -0.62,
            'status-bb': 'N',
        };
        expect(compareReported(reported, computedJuly)).toEqual({ classes: ['status-tb-u', 'status-bb'], scores: ['zs-bb-u', 'zs-bb-tb'] });
    });
    test('kurang at -1.98 disagrees as a class; a score that is the same is not named', () => {
        const reported = {
            'status-bb-u': 'kurang',
            'zs-bb-u': -2,
            'status-tb-u': 'pendek',
            'zs-tb-u': -2.9,
            'status-bb-tb': 'gizi-baik',
            'zs-bb-tb': -0.4,
            'status-bb': 'N',
        };
        const computed = {
            'status-bb-u': 'normal',
            'zs-bb-u': -1.98,
            'status-tb-u': 'pendek',
            'zs-tb-u': -2.9,
            'status-bb-tb': 'gizi-baik',
            'zs-bb-tb': -0.69,
            'status-bb': null,
        };
        expect(compareReported(reported, computed)).toEqual({ classes: ['status-bb-u'], scores: ['zs-bb-tb'] });
    });
    test('classes that agree leave only the scores', () => {
        const reported = {
            'status-bb-u': 'kurang',
            'zs-bb-u': -2.2,
            'status-tb-u': 'pendek',
            'zs-tb-u': -2.24,
            'status-bb-tb': 'gizi-baik',
            'zs-bb-tb': -1,
            'status-bb': 'T',
        };
        const computed = {
            'status-bb-u': 'kurang',
            'zs-bb-u': -2.11,
            'status-tb-u': 'pendek',
            'zs-tb-u': -2.26,
            'status-bb-tb': 'gizi-baik',
            'zs-bb-tb': -0.9,
        };
        expect(compareReported(reported, computed)).toEqual({ classes: [], scores: ['zs-bb-u', 'zs-tb-u', 'zs-bb-tb'] });
    });
    test.each([
        [-2.21, []],
        [-2.2, []],
        [-2.22, []],
        [-2.23, ['zs-bb-u']],
        [-2.19, ['zs-bb-u']],
    ])('a reported BB/U of %d beside our -2.21 is equal within 0.01', (z, scores) => {
        expect(compareReported({ 'zs-bb-u': z }, computedJuly)).toEqual({ classes: [], scores });
    });
    test('what the sender left out is not compared, nor what we could not compute', () => {
        expect(compareReported({ 'status-bb-tb': null, 'status-lk-u': 'normal', 'zs-lk-u': 3 }, computedJuly)).toEqual({
            classes: [],
            scores: [],
        });
    });
    test.each([
        ['N', 'O', []],
        ['T', 'B', []],
        ['O', 'O', []],
        ['O', 'N', ['status-bb']],
        ['B', 'T', ['status-bb']],
        ['N', 'N', []],
    ])('a reported %s beside our %s: our O and B contradict nobody, because weighings may be missing here', (reported, computed, classes) => {
        expect(compareReported({ 'status-bb': reported }, { 'status-bb': computed })).toEqual({ classes, scores: [] });
    });
});
