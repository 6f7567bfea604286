import type { Rate } from './measure-rounds.ts';
import type { Findings } from './run.ts';

/** The machine a run was made on, and how busy it was with other things. */
interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly node: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly rounds: number;
}

/** What is reported of a validator. */
interface Reported {
  readonly resourcesPerSecond: number;
  readonly slowest: number;
  readonly fastest: number;
  readonly perCpuSecond: number;
  readonly bundles20PerSecond: number;
  /** How many of the timed resources, all of them sound, it accepts; and how many of the probes it finds. */
  readonly accepts?: number | undefined;
  readonly probesFound?: number | undefined;
}

/** The findings as one line of JSON: resources a second of parse and validate, ratios, Bundles, start, memory, files with their hashes. */
export function toLine(findings: Findings, machine: Machine) {
  const { set, singles, bundle10k, cold } = findings;
  const toRatio = (other: string): number => round((singles.get('titian')?.perSecond ?? 0) / (singles.get(other)?.perSecond ?? 0));
  return {
    titian: toReported(findings, 'titian'),
    jsonParse: toReported(findings, 'JSON.parse'),
    medplum: toReported(findings, 'medplum'),
    medplumWithProfiles: toReported(findings, 'medplum with profiles'),
    fhir: toReported(findings, 'fhir'),
    ajv: toReported(findings, 'ajv'),
    ratioToMedplum: toRatio('medplum'),
    ratioToJsonParse: toRatio('JSON.parse'),
    bundle10k: {
      ...bundle10k,
      seconds: round(bundle10k.seconds),
      parseSeconds: round(bundle10k.parseSeconds),
      ratioTo1k: round(bundle10k.ratioTo1k),
    },
    loadMs: round(cold.loadMs),
    processMs: round(cold.processMs),
    peakRssMb: round(cold.peakRssMb),
    probes: findings.scores[0]?.found ?? 0,
    resourceTypes: new Set(set.map(({ resourceType }) => resourceType)).size,
    meanBytes: Math.round(toMeanBytes(findings)),
    machine,
    files: set.map(({ file, sha256, text }) => ({ file, sha256, bytes: Buffer.byteLength(text) })),
  };
}

/** The findings to be read. */
export function toReport(findings: Findings, machine: Machine): string {
  const line = toLine(findings, machine);
  const names = ['JSON.parse', 'titian', 'medplum', 'medplum with profiles', 'fhir', 'ajv'];
  const rows = names.map((name) => {
    const { resourcesPerSecond, slowest, fastest, perCpuSecond, bundles20PerSecond, accepts, probesFound } = toReported(findings, name);
    const spread = `${slowest.toLocaleString('en')}-${fastest.toLocaleString('en')}`;
    return [
      name,
      resourcesPerSecond.toLocaleString('en'),
      spread,
      perCpuSecond.toLocaleString('en'),
      bundles20PerSecond.toLocaleString('en'),
      accepts ?? '',
      probesFound ?? '',
    ];
  });
  const head = [
    'parse + validate',
    'resources/s',
    'slowest-fastest',
    'a CPU second',
    'Bundles of 20/s',
    `accepts of ${findings.set.length}`,
    `probes of ${line.probes}`,
  ];
  return [
    `${machine.cores} cores (${machine.cpu}), Node ${machine.node}; load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after; medians of ${machine.rounds} rounds\n`,
    `${findings.set.length} resources of ${line.resourceTypes} types, ${line.meanBytes} bytes on average\n\n`,
    ...[head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |\n`),
    `\n${line.ratioToMedplum} times medplum, ${line.ratioToJsonParse} of JSON.parse alone\n`,
    `Bundle of 10,000 entries (${(line.bundle10k.bytes / 1e6).toFixed(1)} MB): ${line.bundle10k.seconds} s, JSON.parse ${line.bundle10k.parseSeconds} s; ${line.bundle10k.ratioTo1k} times one of 1,000\n`,
    `first verdict ${line.loadMs} ms after the first import, ${line.processMs} ms after the start of the process; ${line.peakRssMb} MB at most\n\n`,
    ...line.files.map(({ file, bytes, sha256 }) => `${sha256.slice(0, 16)}  ${String(bytes).padStart(5)}  ${file}\n`),
  ].join('');
}

function toReported({ singles, bundles20, accepted, scores }: Findings, name: string): Reported {
  const rate = singles.get(name) ?? NONE;
  return {
    resourcesPerSecond: Math.round(rate.perSecond),
    slowest: Math.round(rate.slowest),
    fastest: Math.round(rate.fastest),
    perCpuSecond: Math.round(rate.perCpuSecond),
    bundles20PerSecond: Math.round((bundles20.get(name) ?? NONE).perSecond),
    accepts: accepted[name],
    probesFound: scores.find((score) => score.name === name)?.found,
  };
}

const NONE: Rate = { perSecond: 0, slowest: 0, fastest: 0, perCpuSecond: 0 };

function toMeanBytes({ set }: Findings): number {
  return set.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / set.length;
}

function round(figure: number): number {
  return Number(figure.toPrecision(4));
}
