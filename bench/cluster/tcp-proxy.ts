import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between a gateway and its database that can be cut, or go silent without a word to either side. */
export interface TcpProxy {
  readonly port: number;
  /** Ends every connection, and refuses new ones until it is mended. */
  readonly cut: () => void;
  /** Passes nothing on any more and tells nobody; what was on its way is lost when it is mended. */
  readonly silence: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

type Pair = readonly [Socket, Socket];

/** Opens a wire to a port of this machine. */
export async function openTcpProxy(target: number): Promise<TcpProxy> {
  let state: 'open' | 'cut' | 'silent' = 'open';
  const pairs = new Set<Pair>();
  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const pair = join(near, connect(target, '127.0.0.1'), () => pairs.delete(pair));
    pairs.add(pair);
    if (state === 'silent') hush(pair);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on TCP has an address of this form.
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = 'cut';
      endAll(pairs);
    },
    silence: () => {
      state = 'silent';
      pairs.forEach(hush);
    },
    mend: () => {
      if (state === 'silent') endAll(pairs);
      state = 'open';
    },
    close: async () => {
      endAll(pairs);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function join(near: Socket, far: Socket, onEnd: () => void): Pair {
  near.setNoDelay(true);
  far.setNoDelay(true);
  near.pipe(far);
  far.pipe(near);
  for (const [one, other] of [[near, far] as const, [far, near] as const]) {
    one.on('error', () => undefined);
    one.on('close', () => {
      other.destroy();
      onEnd();
    });
  }
  return [near, far];
}

function hush([near, far]: Pair): void {
  near.unpipe(far);
  far.unpipe(near);
  near.pause();
  far.pause();
}

function endAll(pairs: Set<Pair>): void {
  for (const [near, far] of pairs) {
    near.destroy();
    far.destroy();
  }
  pairs.clear();
}
