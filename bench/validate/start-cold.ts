import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/root.ts';
import { toMedian } from '../proof/figures.ts';

/** What processes of their own told. */
export interface ColdStart {
  /** From the first import of the validator to its first verdict. */
  readonly loadMs: number;
  /** From the start of the process to the first verdict, Node's own start included. */
  readonly processMs: number;
  /** The most memory the process ever held while it validated for two seconds. */
  readonly peakRssMb: number;
}

interface Told extends ColdStart {
  readonly first: string;
}

const LOADS = 9;

/** Starts processes that load the validator and validate; the middle of several loads, because a disk is not always as warm. */
export function startCold(folder: string, texts: readonly string[]): ColdStart {
  const file = join(packageRoot, '.bench', 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  const loads = Array.from({ length: LOADS }, () => startOnce(folder, file, 0));
  const { peakRssMb } = startOnce(folder, file, 2);
  return { loadMs: toMedian(loads.map((each) => each.loadMs)), processMs: toMedian(loads.map((each) => each.processMs)), peakRssMb };
}

function startOnce(folder: string, file: string, seconds: number): Told {
  const program = join(dirname(fileURLToPath(import.meta.url)), 'cold-start.js');
  const told = JSON.parse(execFileSync(process.execPath, [program, folder, file, String(seconds)], { encoding: 'utf8' })) as Told;
  if (told.first === 'invalid') throw new Error('A freshly loaded validator refuses a sound resource');
  return told;
}
