import { parseArgs } from 'node:util';
import { holdReasons } from '../src/platforms/satusehat/holds/hold-reasons.ts';
import { listErrorPages } from '../src/report/catalogue/error-catalogue.ts';
import { faultKinds } from '../src/simulator/faults/fault-kinds.ts';
import { openTown } from './fault/town.ts';
import { tryKind, type TriedKind } from './fault/try-kind.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    // Two calls in five: most visits meet the fault at some call, and each comes through in the end.
    probability: { type: 'string', default: '0.4' },
    json: { type: 'boolean', default: false },
  },
});

const [runs, seed] = [Number(values.runs), Number(values.seed)];
const pages = new Set(listErrorPages(holdReasons).map(({ code }) => code));
const since = Date.now();
const town = await openTown(runs, seed);
const tried: TriedKind[] = [];
try {
  for (const [index, kind] of faultKinds.filter(({ name }) => values.only === undefined || name === values.only).entries()) {
    const began = Date.now();
    const one = await tryKind(town, { kind, runs, seed: seed * 1000 + index, probability: Number(values.probability) }, hasPage);
    tried.push(one);
    const wrong = Object.values(one.findings).flat() as readonly string[];
    process.stderr.write(
      `${kind.name}: struck ${String(one.hits)} times, ${String(wrong.length)} findings, ${String(Date.now() - began)} ms\n`,
    );
    for (const finding of wrong.slice(0, 10)) process.stderr.write(`  ${finding}\n`);
  }
} finally {
  await town.close();
}
/** What the platform said by status or rule number alone has one page for all. */
function hasPage(code: string): boolean {
  return pages.has(code) || (pages.has('satusehat-nomor') && /^satusehat-\d{3,5}$/.test(code));
}

const sum = (of: keyof TriedKind['findings']): number => tried.reduce((all, { findings }) => all + findings[of].length, 0);
// A fault that never struck proves nothing.
const idle = tried.filter(({ hits }) => hits === 0).map(({ kind }) => kind);
const line = {
  ...{ kinds: tried.length, runs, lost: sum('lost'), duplicated: sum('duplicated'), inversions: sum('inversions') },
  ...{ unexplained: sum('unexplained'), idle, seconds: Math.round((Date.now() - since) / 1000) },
};
process.stdout.write(
  values.json
    ? `${JSON.stringify(line)}\n`
    : `${Object.entries(line)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join('\n')}\n`,
);
process.exitCode = line.lost + line.duplicated + line.inversions + line.unexplained + idle.length === 0 ? 0 : 1;
