import { type RemoteTask, runConcurrently } from './run-concurrently.js';

const LIMITS = { atOnce: 3, perHost: 2 };
const { signal } = new AbortController();

/** A task that the test ends. */
class ControlledTask implements RemoteTask<number> {
  started = false;
  stopped = false;
  settled!: () => void;
  end!: (error?: Error) => void;

  constructor(
    private readonly value: number,
    readonly host = 'a',
  ) {}

  readonly run = (stop: AbortSignal, settled: () => void): Promise<number> => {
    this.started = true;
    this.settled = settled;
    return new Promise((resolve, reject) => {
      this.end = (error) => (error ? reject(error) : resolve(this.value));
      stop.addEventListener('abort', () => {
        this.stopped = true;
        reject(stop.reason as Error);
      });
    });
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const startStates = (tasks: readonly ControlledTask[]) => tasks.map(({ started }) => started);

describe('runConcurrently', () => {
  it('starts tasks in order, with limits in total and per host', async () => {
    const tasks = [
      new ControlledTask(0),
      new ControlledTask(1),
      new ControlledTask(2),
      new ControlledTask(3, 'b'),
      new ControlledTask(4, 'b'),
    ];
    const done: number[] = [];
    const results = runConcurrently(tasks, LIMITS, signal, (count) => done.push(count));
    expect(startStates(tasks)).toEqual([true, true, false, true, false]);
    tasks[1]!.end();
    await nextTurn();
    expect(startStates(tasks)).toEqual([true, true, true, true, false]);
    for (const task of [tasks[3]!, tasks[2]!, tasks[0]!]) task.end();
    await nextTurn();
    tasks[4]!.end();
    expect(await results).toEqual([0, 1, 2, 3, 4]);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('stops at the first failure and starts no further task', async () => {
    const tasks = [
      new ControlledTask(0),
      new ControlledTask(1, 'b'),
      new ControlledTask(2, 'c'),
      new ControlledTask(3, 'd'),
    ];
    const results = runConcurrently(tasks, LIMITS, signal);
    tasks[0]!.settled();
    tasks[1]!.end(new Error('second'));
    await expect(results).rejects.toThrow('second');
    expect(tasks.map(({ stopped }) => stopped)).toEqual([true, false, true, false]);
    expect(tasks[3]!.started).toBe(false);
  });

  it('reports the failure that is first in order, whichever happens first', async () => {
    const tasks = [new ControlledTask(0), new ControlledTask(1, 'b'), new ControlledTask(2, 'c')];
    const results = runConcurrently(tasks, LIMITS, signal);
    results.catch(() => {});
    tasks[1]!.end(new Error('second'));
    await nextTurn();
    expect([tasks[0]!.stopped, tasks[2]!.stopped]).toEqual([false, true]);
    tasks[0]!.end(new Error('first'));
    await expect(results).rejects.toThrow('first');
  });

  it('does not wait for an earlier task that has settled', async () => {
    const tasks = [new ControlledTask(0), new ControlledTask(1, 'b')];
    const results = runConcurrently(tasks, LIMITS, signal);
    tasks[1]!.end(new Error('second'));
    await nextTurn();
    tasks[0]!.settled();
    await expect(results).rejects.toThrow('second');
    expect(tasks[0]!.stopped).toBe(true);
  });

  it('stops on abort', async () => {
    const stop = new AbortController();
    const tasks = [new ControlledTask(0), new ControlledTask(1)];
    const results = runConcurrently(tasks, LIMITS, stop.signal);
    stop.abort();
    await expect(results).rejects.toMatchObject({ name: 'AbortError' });
    expect(tasks.every(({ stopped }) => stopped)).toBe(true);
    await expect(runConcurrently([], LIMITS, stop.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await runConcurrently([], LIMITS, signal)).toEqual([]);
  });
});
