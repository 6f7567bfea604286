import { describe, expect, test } from '@jest/globals';
import { isMaskedNameOf } from "../../../src/platforms/satusehat/masked-name.js";
import { readAnswer } from "../../../src/platforms/satusehat/read-answer.js";
import { readRefusal, ruleNumberOf } from "../../../src/platforms/satusehat/read-refusal.js";
const person = {
    id: 'p1',
    nik: '6472994302249512',
    name: 'Naura Khalisa',
    nameIsOfficial: true,
    birthDate: '2024-02-03',
    sex: 'P',
};
const puskesmas = {
    code: 'PKM',
    kind: 'puskesmas',
    name: 'Puskesmas',
    aliases: [],
    zone: 'Asia/Makassar',
    openFrom: '08:00',
    openTo: '12:00',
    responsible: [],
    mode: 'uji',
};
const patient = { kind: 'patient', person, puskesmas };
const look = {
    plan: 'cari-nik',
    method: 'GET',
    path: '/Patient?identifier=x',
    effect: false,
    refs: [{ ref: 'patient/p1', hash: '' }],
    credential: '100099001',
};
const create = { ...look, plan: 'kirim-kunjungan', method: 'POST', path: '/', effect: true };
const answer = (status, body, headers = {}) => ({ status, headers, body });
const found = (...names) => ({
    resourceType: 'Bundle',
    total: names.length,
    entry: names.map((text, index) => ({ resource: { resourceType: 'Patient', id: `P0${String(index)}`, name: [{ text }] } })),
});
describe('a masked name', () => {
    test.each([
        ['Na** Kh**', 'Naura Khalisa', true],
        ['NA** KH**', 'naura  khalisa', true],
        ['Na**', 'Naura Khalisa', false],
        ['Na** Kh** A*', 'Naura Khalisa', false],
        ['Na** Ka**', 'Naura Khalisa', false],
        ['Naura Khalisa', 'Naura Khalisa', true],
        ['Naura Khalida', 'Naura Khalisa', false],
        ['', 'Naura Khalisa', false],
    ])('%s agrees with the name of the row: as stated', (masked, name, agrees) => {
        expect(isMaskedNameOf(masked, name)).toBe(agrees);
    });
});
describe('an IHS number', () => {
    test('is adopted when the masked name and the own date and sex of the NIK agree', () => {
        expect(readAnswer(look, patient, answer(200, found('Na** Kh**')))).toMatchObject({
            upstream: [{ ref: 'patient/p1', platformId: 'P00' }],
            then: { do: 'settle' },
        });
    });
    test('is not adopted when another name answers', () => {
        expect(readAnswer(look, patient, answer(200, found('Si** Am**')))).toMatchObject({
            upstream: [],
            then: { do: 'hold', reason: 'nik-tidak-cocok' },
        });
    });
    test('is never taken from the first of two answers', () => {
        expect(readAnswer(look, patient, answer(200, found('Na** Kh**', 'Na** Kh**')))).toMatchObject({
            upstream: [],
            then: { reason: 'ihs-ganda' },
        });
    });
    test('is asked for by name and birth date too when the date in the NIK differs from the row', () => {
        const other = { kind: 'patient', person: { ...person, birthDate: '2024-02-04' }, puskesmas };
        expect(readAnswer(look, other, answer(200, found('Na** Kh**')))).toMatchObject({
            upstream: [{ ref: 'patient/p1/nama-cocok' }],
            then: { do: 'continue' },
        });
    });
    test('of an unknown NIK is a matter for a person', () => {
        expect(readAnswer(look, patient, answer(200, { resourceType: 'Bundle', total: 0 }))).toMatchObject({
            then: { reason: 'nik-tidak-dikenal' },
        });
    });
});
describe('a refusal', () => {
    const outcome = (text, code = 'value', expression) => ({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code, details: { text }, ...(expression === undefined ? {} : { expression: [expression] }) }],
    });
    test.each([
        ['a duplicate by its rule number', 400, outcome('Found duplicate: Location (RuleNumber: 20002)'), 'unknown'],
        ['a duplicate in the old form', 400, outcome('Found duplicate resource: Encounter', 'duplicate'), 'unknown'],
        ['a broken rule', 400, outcome('Reference is mandatory : Encounter.subject (RuleNumber: 10118)'), 'rejected'],
        [
            'an expired token',
            401,
            { fault: { faultstring: 'x', detail: { errorcode: 'keymanagement.service.access_token_expired' } } },
            'deferred',
        ],
        ['a foreign address', 403, '<html></html>', 'deferred'],
        ['too many requests', 429, {}, 'deferred'],
        ['a gateway timeout', 504, 'Gateway Timeout', 'unknown'],
        ['no healthy upstream', 503, 'no healthy upstream', 'unknown'],
    ])('%s ends in the stated word', (_, status, body, kind) => {
        expect(readRefusal(answer(status, body), create).kind).toBe(kind);
    });
    test('of a question by a failing server leaves nothing in doubt', () => {
        expect(readRefusal(answer(503, 'no healthy upstream'), look).kind).toBe('deferred');
    });
    test('says how long to wait where the platform said so', () => {
        expect(readRefusal(answer(429, {}, { 'retry-after': '7' }), create)).toMatchObject({ retryAfterMs: 7000 });
    });
    test('names the refused entry and not those that fell with it', () => {
        const body = {
            resourceType: 'OperationOutcome',
            issue: [
                { code: 'value', details: { text: 'Code not found (RuleNumber: 10010)' }, expression: ['Bundle.entry[2].resource.code'] },
                { code: 'value', details: { text: 'Failed by an earlier entry (RuleNumber: 20012)' }, expression: ['Bundle.entry[3]'] },
            ],
        };
        expect(readRefusal(answer(400, body), { ...create, refs: [look, look, look, look].map(() => ({ ref: 'x', hash: '' })) })).toMatchObject({ refusedEntries: [2], entries: 4 });
    });
    test('never repeats the words of the platform, which may hold a name', () => {
        const said = JSON.stringify(readRefusal(answer(400, outcome('alamat Naura Khalisa TIDAK SESUAI')), create));
        expect(said).not.toContain('Naura');
    });
    test.each([
        ['Found (RuleNumber: 20002)', '20002'],
        ['found (Rule Number: 10109)', '10109'],
        ['filled (Rule 10122)', '10122'],
        ['no number', undefined],
    ])('carries its rule number however it is written: %s', (text, number) => {
        expect(ruleNumberOf({ details: { text } })).toBe(number);
    });
});
describe('a transaction', () => {
    const visit = { kind: 'visit' };
    const message = {
        ...create,
        refs: [
            { ref: 'visit/v1', hash: 'a' },
            { ref: 'visit/v1/o1', hash: 'b' },
        ],
    };
    const response = (type, id) => ({ response: { status: '201 Created', resourceType: type, resourceID: id } });
    test('is settled with the ids in the order of the request', () => {
        const body = {
            resourceType: 'Bundle',
            type: 'transaction-response',
            entry: [response('Encounter', 'E1'), response('Observation', 'O1')],
        };
        expect(readAnswer(message, visit, answer(200, body))).toEqual({
            kind: 'accepted',
            upstream: [
                { ref: 'visit/v1', platformId: 'E1', hash: 'a' },
                { ref: 'visit/v1/o1', platformId: 'O1', hash: 'b' },
            ],
            then: { do: 'settle' },
        });
    });
    test('whose answer names fewer ids than entries is looked up before anything is sent again', () => {
        expect(readAnswer(message, visit, answer(200, { resourceType: 'Bundle', entry: [response('Encounter', 'E1')] }))).toMatchObject({
            kind: 'unknown',
            quiet: true,
        });
    });
    test('whose answer is cut off is looked up before anything is sent again', () => {
        expect(readAnswer(message, visit, answer(200, '{"resourceType":"Bun'))).toMatchObject({ kind: 'unknown' });
    });
});
