import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { parseStatusTables } from '../../../src/insight/status/parse-status-tables.ts';
import { parseWarningRules } from '../../../src/insight/warnings/parse-warning-rules.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { readTables } from '../a-history.ts';

const paths = { thresholds: 'programme/thresholds.yaml', warnings: 'programme/warnings.yaml' } as const;
const texts = {
  thresholds: readFileSync(fileURLToPath(new URL(`../../../${paths.thresholds}`, import.meta.url)), 'utf8'),
  warnings: readFileSync(fileURLToPath(new URL(`../../../${paths.warnings}`, import.meta.url)), 'utf8'),
};

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

/** Edits one line of a table and gives the faults with the number of the line that was edited. */
function spoil(table: keyof typeof texts, from: string, to: string): { readonly line: number; readonly faults: readonly string[] } {
  const at = texts[table].indexOf(from);
  if (at === -1) throw new Error(`not in the table: ${from}`);
  const text = texts[table].slice(0, at) + to + texts[table].slice(at + from.length);
  const file = { path: paths[table], text };
  const { elements } = tables.programme;
  const parsed = table === 'thresholds' ? parseStatusTables(file, elements) : parseWarningRules(file, { ...tables, elements });
  const line = texts[table].slice(0, at).split('\n').length;
  return { line, faults: parsed.issues.map(({ diagnostics }) => diagnostics) };
}

describe('faults in the tables of statuses and warnings', () => {
  test.each([
    ['thresholds', 'of: [hemoglobin]', 'of: [hemoglobn]', 'unknown element "hemoglobn", perhaps "hemoglobin" was meant'],
    ['thresholds', 'worst: first', 'worst: frist', 'unknown word "frist", perhaps "first" was meant'],
    ['thresholds', 'use: kia', 'use: kai', 'unknown option "kai", perhaps "kia" was meant'],
    ['thresholds', '- bahaya-hamil-kejang', '- bahaya-hamil-kejng', 'perhaps "bahaya-hamil-kejang" was meant'],
    ['thresholds', 'setting: { anemia-hamil: who }', 'setting: { anemia-hamil: wo }', 'unknown option "wo", perhaps "who" was meant'],
    ['warnings', 'level: jingga', 'level: jinga', 'unknown word "jinga", perhaps "jingga" was meant'],
    [
      'warnings',
      'when: { status: status-lila-lokal, is: [kek] }',
      'when: { status: status-lila-loka, is: [kek] }',
      'perhaps "status-lila-lokal" was meant',
    ],
    [
      'warnings',
      'when: { status: status-lila-lokal, is: [kek] }',
      'when: { status: status-lila-lokal, is: [kk] }',
      'unknown class "kk", perhaps "kek" was meant',
    ],
    ['warnings', '{ element: kpsp, is: [meragukan, penyimpangan] }', '{ element: kpsp, is: [ragu] }', 'unknown code "ragu"'],
    [
      'warnings',
      'all: [{ element: mt-bumil, yes: true }',
      'all: [{ element: mt-bumil, yess: true }',
      'unknown keyword "yess", perhaps "yes" was meant',
    ],
    [
      'warnings',
      'when: { element: jarak-kehamilan, below: 24 }',
      'when: { element: jarak-kehamilan }',
      '"is", "yes", "from" or "below" is needed',
    ],
    ['warnings', 'when: { element: jarak-kehamilan, below: 24 }', 'when: { status: tbc, element: kpsp, is: [terduga] }', 'exactly one of'],
    ['warnings', "setting: { hb-merah: '8' }", "setting: { hb-merah: '9' }", 'unknown option "9"'],
    ['warnings', 'unless: { is: nik }', 'unless: { is: nikk }', 'unknown word "nikk", perhaps "nik" was meant'],
    ['warnings', 'of: KF1', 'of: KFI', 'unknown contact "KFI", perhaps "KF1" was meant'],
    ['warnings', "setting: { djj-batas: '110' }", "setting: { djj-batas: '100' }", 'unknown option "100"'],
    ['warnings', 'since: lahir', 'since: lahri', 'unknown word "lahri", perhaps "lahir" was meant'],
    ['warnings', 'closes: [status, kehamilan]', 'closes: [stauts, kehamilan]', 'perhaps "status" was meant'],
  ] as const)('%s: "%s" as "%s" is named by file and line: %s', (table, from, to, message) => {
    const { line, faults } = spoil(table, from, to);

    expect(faults.join('\n')).toContain(message);
    const named = Number(/\.yaml:(\d+):/.exec(faults[0] ?? '')?.[1]);
    expect(named).toBeGreaterThanOrEqual(line - 3);
    expect(named).toBeLessThanOrEqual(line + 3);
  });

  test.each([
    ['{ is: kek, below: [23.5] }', '{ is: kek, below: [23.55] }', '23.55 is not whole in the smallest unit'],
    ['{ is: normal, below: [130, 85] }', '{ is: normal, below: [130] }', '2 limits are needed'],
    ['{ is: normal, below: [130, 85] }', '{ is: normal, below: [110, 85] }', 'the limits of the classes must rise'],
    ['{ is: normal, below: [130, 85] }', '{ is: normal }', 'one limit a class, the last class without'],
    ['kmk: 1,', 'km: 1,', 'the chosen tbc-tanda has no number'],
  ])('a limit that cannot be meant is refused: %s as %s', (from, to, message) => {
    expect(spoil('thresholds', from, to).faults.join('\n')).toContain(message);
  });
});

describe('every figure', () => {
  /** Every mapping of a table that stands for a rule: it names a source, or it is part of one that does. */
  function listRules(data: unknown): readonly Readonly<Record<string, unknown>>[] {
    if (Array.isArray(data)) return data.flatMap(listRules);
    if (typeof data !== 'object' || data === null) return [];
    const record = data as Readonly<Record<string, unknown>>;
    return [...('citation' in record ? [record] : []), ...Object.values(record).flatMap(listRules)];
  }

  test('stands beside its citation, and says whether the source was read', () => {
    const statuses = parse(texts.thresholds) as Readonly<Record<string, unknown>>;
    const warnings = parse(texts.warnings) as { readonly rules: readonly unknown[]; readonly lapses: readonly unknown[] };
    const rules = [...listRules(statuses), ...listRules(warnings)];

    expect(rules.length).toBeGreaterThan(45);
    expect(rules.filter(({ citation, evidence }) => citation === '' || (evidence !== 'read' && evidence !== 'background'))).toEqual([]);
    for (const part of [...warnings.rules, ...warnings.lapses]) expect(part).toHaveProperty('citation');
    for (const [key, part] of Object.entries(statuses))
      if (key !== 'settings' && key !== 'statuses' && key !== 'signs') expect(part).toHaveProperty('citation');
  });

  test('a text for whoever acts holds no placeholder, number of a person or value', () => {
    const all = [...tables.warnings.rules, ...tables.warnings.lapses].flatMap(({ text }) => [text.id, text.en]);

    expect(all.filter((text) => /[{}$]|\d{3}/.test(text))).toEqual([]);
  });
});
