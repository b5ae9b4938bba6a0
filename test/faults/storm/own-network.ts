import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A network namespace: a machine that can be cut off from the others. */
export interface OwnNetwork {
  /** The address of the other machines, as it sees them. */
  readonly outside: string;
  /** Runs a program on it. */
  readonly prefix: readonly string[];
  cut(): Promise<void>;
  join(): Promise<void>;
  close(): Promise<void>;
}

/** @returns why this machine cannot have one, if it cannot */
export async function openNetwork(): Promise<OwnNetwork | string> {
  const name = `storm${process.pid}`;
  // A link of two addresses in a range for benchmarks (RFC 2544), where nothing else is.
  const net = `198.18.${process.pid % 256}`;
  const [outside, inside] = [`${net}.1`, `${net}.2`];
  const near = `${name}a`;
  const ip = (...args: string[]) => run('ip', args);
  const within = (...args: string[]) => ip('netns', 'exec', name, 'ip', ...args);
  try {
    await ip('netns', 'add', name);
    await ip('link', 'add', near, 'type', 'veth', 'peer', 'name', 'far', 'netns', name);
    await ip('addr', 'add', `${outside}/30`, 'dev', near);
    await ip('link', 'set', near, 'up');
    await within('addr', 'add', `${inside}/30`, 'dev', 'far');
    await within('link', 'set', 'far', 'up');
    await within('link', 'set', 'lo', 'up');
  } catch (error) {
    await ip('netns', 'delete', name).catch(() => {});
    return `no network namespaces: ${(error as Error).message.trim()}`;
  }
  return {
    outside,
    prefix: ['ip', 'netns', 'exec', name],
    cut: async () => void (await ip('link', 'set', near, 'down')),
    join: async () => void (await ip('link', 'set', near, 'up')),
    close: async () => void (await ip('netns', 'delete', name)),
  };
}
