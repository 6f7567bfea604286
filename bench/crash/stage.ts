import { setTimeout as pause } from 'node:timers/promises';
import { askDatabase, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { startGateway, type Ready, type RunningGateway } from './gateway-process.ts';

/** The gateway of the moment: submitters ask it for its address, killers end it and start the next. */
export interface Stage {
  readonly home: GatewayHome;
  readonly sandboxUrl: string;
  readonly pgData: string;
  readonly gateway: () => RunningGateway;
  /** Address of the gateway that serves; waits while none does. */
  readonly url: () => Promise<string>;
  /** Starts the next gateway without waiting for it. */
  readonly begin: () => RunningGateway;
  /** Starts gateways until one serves; one that ends by itself before it serves is counted. */
  readonly restart: () => Promise<void>;
  readonly failedStarts: () => number;
}

const mostStarts = 5;

/** Starts the first gateway, with the sandbox and its people, and learns where PostgreSQL lives. */
export async function openStage(home: GatewayHome, people: string): Promise<Stage> {
  let gateway = startGateway(home, ['--people', people]);
  let serving: Ready | undefined = await gateway.ready;
  const { sandboxUrl } = serving;
  let failed = 0;
  const begin = (): RunningGateway => {
    serving = undefined;
    gateway = startGateway(home);
    const mine = gateway;
    gateway.ready.then(
      (ready) => {
        if (gateway === mine) serving = ready;
      },
      () => undefined,
    );
    return gateway;
  };
  const [row] = await askDatabase(home, `select current_setting('data_directory') as dir`);
  return {
    ...{ home, sandboxUrl, begin },
    pgData: String(row?.['dir']),
    gateway: () => gateway,
    url: async () => {
      while (serving === undefined) await pause(20);
      return serving.url;
    },
    restart: async () => {
      for (let tries = 1; ; tries += 1) {
        const started = await begin().ready.then(
          () => true,
          () => false,
        );
        if (started) return;
        failed += 1;
        if (tries === mostStarts) throw new Error(`The gateway did not start ${String(mostStarts)} times; see gateway.log in ${home.dir}`);
      }
    },
    failedStarts: () => failed,
  };
}
