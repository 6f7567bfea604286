import { readFileSync, realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { specsIn } from './faults/fault-plan.ts';
import { parseJson } from './json.ts';
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

function readArguments(args: readonly string[]): SimulatorOptions {
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
    },
  });
  return {
    data: values.data ?? 'data/sandbox',
    port: Number(values.port ?? 0),
    people: values.people ?? [],
    ...(values.organizations === undefined ? {} : { organizations: values.organizations }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values['token-seconds'] === undefined ? {} : { tokenSeconds: Number(values['token-seconds']) }),
    ...(values.faults === undefined ? {} : { faults: specsIn(parseJson(readFileSync(values.faults, 'utf8'))) }),
  };
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
