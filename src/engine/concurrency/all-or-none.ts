/**
 * Runs tasks concurrently under one signal. The first failure stops the other tasks, and all of them have
 * ended when the failure is thrown.
 *
 * @param signal stops all tasks
 * @param start starts the tasks with the signal that stops them
 * @returns the results in order
 */
export async function allOrNone<T extends readonly unknown[]>(
  signal: AbortSignal,
  start: (signal: AbortSignal) => { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const stop = new AbortController();
  const tasks = start(AbortSignal.any([signal, stop.signal]));
  try {
    return await Promise.all(tasks);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(tasks);
    throw error;
  }
}
