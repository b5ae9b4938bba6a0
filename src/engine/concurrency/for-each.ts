import { Semaphore } from './semaphore.js';

/** Runs an action for each item, some of them at once, and waits for all of them. */
export async function forEach<T>(
  items: readonly T[],
  atOnce: number,
  action: (item: T) => Promise<void>,
): Promise<void> {
  const slots = new Semaphore(atOnce);
  await Promise.all(items.map((item) => slots.run(() => action(item))));
}
