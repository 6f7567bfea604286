import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadTables } from '../../../src/load-tables.ts';
import { packageRoot } from '../../../src/root.ts';
import { aDistrict } from './a-programme.ts';

const guide = await readFile(join(packageRoot, 'docs/guides/menambah-tahap-kehidupan.md'), 'utf8');
const blocks = [...guide.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(
  ([, path = '', text = '']) => [`programme/${path}`, text] as const,
);

test('the guide to stages of life shows what a folder may hold', async () => {
  const stages = blocks.filter(([path]) => path.includes('life-stages'));
  expect(stages).toHaveLength(2);
  for (const stage of stages) {
    const folder = await aDistrict(Object.fromEntries([...blocks, stage]));
    const tables = await loadTables([], [join(folder, 'programme')]);
    expect(tables.programme.categories.get('lansia')).toBe('lansia');
    expect(tables.statuses.statuses.map(({ key }) => key)).toContain('status-lila-lansia');
    expect(tables.warnings.rules.map(({ code }) => code)).toContain('LANSIA-LILA');
    await rm(folder, { recursive: true });
  }
});
