/**
 * Runs tasks side by side under one signal: the first that fails stops the others, and nothing is
 * still at work when the failure is told.
 *
 * @param signal stops all of them
 * @param start starts the tasks, each with the signal it is to obey
 * @returns the results in order
 */
export async function allOrNone<T extends readonly unknown[]>(
  signal: AbortSignal,
  start: (either: AbortSignal) => { readonly [K in keyof T]: Promise<T[K]> },
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
