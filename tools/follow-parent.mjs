/**
 * Ends this process as SIGTERM would, once the shell that npm put between itself and us is gone.
 * npm hands a signal to that shell, and dash (the sh of Debian and Ubuntu) dies of it without passing it on.
 */
export function followParent() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
