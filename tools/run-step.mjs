import { spawn } from 'node:child_process';

const running = new Set();

/** Ends what was started here when we are told to end, then ends as a program killed by that signal does. */
function endTogether(signal, number) {
  for (const child of running) child.kill(signal);
  process.exit(128 + number);
}

const onInterrupt = () => endTogether('SIGINT', 2);
const onTerminate = () => endTogether('SIGTERM', 15);

function listen() {
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
}

/** Leaves signals to the program again; a program that handles them must be the only one who does. */
function leave() {
  if (running.size === 0) process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
}

/** Runs a program whose output goes to stderr; true if it succeeded. */
export function run(file, args, options) {
  return new Promise((resolve) => {
    if (running.size === 0) listen();
    const child = spawn(file, args, { ...options, stdio: ['ignore', 2, 2] });
    running.add(child);
    const done = (ok) => {
      running.delete(child);
      leave();
      resolve(ok);
    };
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

/** Runs a program in our place: its input, output, signals and exit code are ours. */
export function become(file, args, options) {
  const child = spawn(file, args, { ...options, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
