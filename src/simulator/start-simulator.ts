import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { readProducts } from './beside/products.ts';
import { createApp } from './create-app.ts';
import { exampleDistrict, openWorld, type Opening, type WorldOptions } from './open-world.ts';
import type { World } from './world.ts';

/** How a simulator is started; everything has a default except where it keeps its journal: a folder, or memory only. */
export interface SimulatorOptions extends WorldOptions {
  /** 0 takes any free port of 127.0.0.1. */
  readonly port?: number;
}

/** A running simulator. */
export interface Simulator {
  readonly url: string;
  /** What the journal held and whether a torn last line was cut off. */
  readonly opening: Opening;
  /** Answers what is under way no more, writes the journal out and closes; a second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Starts a simulated SATUSEHAT on 127.0.0.1, from the district's files and the journal of earlier runs.
 * Throws SimulatorDataError or JournalError when these cannot be read; nothing is listening then.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { world, opening } = await openWorld(options);
  const server = createServer(createApp(world, readProducts(join(exampleDistrict, 'kfa.json'))));
  // Longer than the keep-alive of clients, so that no request meets a connection we are just closing.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await world.journal.close();
    throw error;
  });
  let stopping: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    opening,
    stop: () => (stopping ??= shutDown(server, world)),
  };
}

async function shutDown(server: Server, world: World): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeAllConnections();
  await closed;
  world.late.clear();
  await world.journal.close();
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
