// A receiver as a process of its own: prints one line of JSON with its address, ends on SIGTERM, or with the parent that forked it.
import { startReceiver } from './receiver.ts';

const receiver = await startReceiver({ port: Number(process.argv[2] ?? 0) });
process.stdout.write(`${JSON.stringify({ url: receiver.url })}\n`);
const end = (): void => {
  void receiver.close().then(() => process.exit(0));
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.once('disconnect', end);
