const POLL_MS = 500;

/**
 * Ends this process as SIGTERM does, when the process that started it has ended. npm passes a signal on to its shell
 * only, which ends and leaves the program running.
 *
 * @returns whether the parent has ended
 */
export function endWithParent() {
  const parent = process.ppid;
  const isAlone = () => process.ppid !== parent;
  const timer = setInterval(() => {
    if (!isAlone()) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, POLL_MS).unref();
  return isAlone;
}
