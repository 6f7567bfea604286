import { readFileSync, realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { specsIn } from './faults/fault-plan.ts';
import { isJsonObject, parseJson, type Json } from './json.ts';
import { startSimulator, type SimulatorOptions } from './start-simulator.ts';

/** Runs the simulator as a process of its own; it says in one JSON line when it is ready and ends on SIGTERM or SIGINT. */
export async function runSimulator(args: readonly string[]): Promise<void> {
  const simulator = await startSimulator(readArguments(args));
  const stop = (): void => {
    void simulator.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(
    `${JSON.stringify({ event: 'sandbox-ready', environment: 'simulasi', url: simulator.url, ...simulator.opening })}\n`,
  );
}

/** What was asked for on the command line. */
export function readArguments(args: readonly string[]): SimulatorOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: text,
      data: text,
      people: { type: 'string', multiple: true },
      organizations: text,
      seed: text,
      faults: text,
      'token-seconds': text,
      settings: text,
      disputed: text,
      offsets: text,
      earliest: text,
      ephemeral: { type: 'boolean' },
    },
  });
  const file = (path: string | undefined): Json | undefined => (path === undefined ? undefined : parseJson(readFileSync(path, 'utf8')));
  return {
    data: values.data ?? 'data/sandbox',
    ephemeral: values.ephemeral === true,
    port: Number(values.port ?? 0),
    people: values.people ?? [],
    faults: specsIn(file(values.faults) ?? []),
    settings: withRules(file(values.settings), { sengketa: values.disputed, zona: values.offsets, terdini: values.earliest }),
    ...(values.organizations === undefined ? {} : { organizations: values.organizations }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values['token-seconds'] === undefined ? {} : { tokenSeconds: Number(values['token-seconds']) }),
  };
}

/** Settings of a file with what was said of rules beside it, which goes before the file. Undefined where neither says anything. */
function withRules(settings: Json | undefined, said: Readonly<Record<string, string | undefined>>): Json | undefined {
  const given = Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== undefined);
  if (given.length === 0) return settings;
  return isJsonObject(settings) || settings === undefined ? { ...settings, ...Object.fromEntries(given) } : settings;
}

/** Whether this file is what node was asked to run, and not a part of another program; the path may lead through a link. */
function isEntry(asked: string | undefined): boolean {
  return asked !== undefined && realpathSync(asked) === import.meta.filename;
}

if (isEntry(process.argv[1])) {
  await runSimulator(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${JSON.stringify({ event: 'sandbox-failed', error: error instanceof Error ? error.message : 'unknown' })}\n`);
    process.exitCode = 2;
  });
}
