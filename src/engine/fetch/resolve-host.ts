import { lookup, Resolver } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { abortable } from '../concurrency/abortable.js';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Where names of this machine and of its network come from. */
export interface NameSources {
  readonly hostsFile: string;
  readonly resolverFile: string;
  /** Name servers as `address:port`; null: those of the machine. */
  readonly servers: readonly string[] | null;
}

const SYSTEM: NameSources = {
  hostsFile: '/etc/hosts',
  resolverFile: '/etc/resolv.conf',
  servers: null,
};
/** How long a name server has for its first answer, and how often each is asked. */
const QUERY = { timeout: 2_000, tries: 2 };
/** The name has no address, and will not have one a little later. */
const NO_ADDRESS: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);
/** No name server can be asked. */
const NO_SERVER = 'ECONNREFUSED';

/** A host without an address. */
export class NoAddress extends Error {
  /** @param isTransient true if it may have one a little later */
  constructor(
    readonly isTransient: boolean,
    options?: ErrorOptions,
  ) {
    super('The name has no address.', options);
  }
}

/**
 * Finds the addresses of a host that the operator trusts, as all programs of the machine do.
 *
 * @throws NoAddress, or the reason of the signal
 */
export async function resolveTrusted(
  host: string,
  signal: AbortSignal,
): Promise<readonly HostAddress[]> {
  try {
    return await abortable(lookup(host, { all: true, verbatim: true }), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new NoAddress(codeOf(error) === 'EAI_AGAIN', { cause: error });
  }
}

/**
 * Finds the addresses of a host that anybody named. The system function holds a thread of the process until the name
 * servers of the host answer. There are few of these threads, so a few slow names would stop the lookups of everybody.
 * The resolver of Node needs no threads, but knows name servers only: what comes from files is found here.
 *
 * @throws NoAddress, or the reason of the signal
 */
export async function resolveUntrusted(
  host: string,
  signal: AbortSignal,
  sources: NameSources = SYSTEM,
): Promise<readonly HostAddress[]> {
  if (await isOfMachine(host, sources)) return resolveTrusted(host, signal);
  const resolver = new Resolver(QUERY);
  if (sources.servers !== null) resolver.setServers(sources.servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const errors: unknown[] = [];
  try {
    for (const name of await fullNames(host, sources)) {
      signal.throwIfAborted();
      const found = await ask(resolver, name, errors);
      if (found.length > 0) return found;
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
  // Some machines find names in another way.
  if (errors.every((error) => codeOf(error) === NO_SERVER)) return resolveTrusted(host, signal);
  const isTransient = errors.some((error) => !NO_ADDRESS.has(codeOf(error)));
  throw new NoAddress(isTransient, { cause: errors[0] });
}

/** IPv4 first: many containers have no route for IPv6. What was found before an abort counts. */
async function ask(
  resolver: Resolver,
  name: string,
  errors: unknown[],
): Promise<readonly HostAddress[]> {
  const families = [resolver.resolve4(name), resolver.resolve6(name)];
  const answers = await Promise.allSettled(families);
  return answers.flatMap((answer, index) => {
    if (answer.status === 'fulfilled') {
      return answer.value.map((address) => ({ address, family: index === 0 ? 4 : 6 }));
    }
    errors.push(answer.reason);
    return [];
  });
}

/** Names that no name server decides on: those of loopback (RFC 6761), and those of the hosts file. */
async function isOfMachine(host: string, { hostsFile }: NameSources): Promise<boolean> {
  const name = host.replace(/\.$/, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const lines = await linesOf(hostsFile);
  return lines.some(([, ...names]) => names.some((one) => one.toLowerCase() === name));
}

/** A name, and then the same name in each search domain of the machine, such as that of a Kubernetes namespace. */
async function fullNames(host: string, { resolverFile }: NameSources): Promise<string[]> {
  if (host.endsWith('.')) return [host];
  const lines = await linesOf(resolverFile);
  // The last line counts.
  const domains = lines.findLast(([key]) => key === 'search' || key === 'domain')?.slice(1) ?? [];
  return [host, ...domains.map((domain) => `${host}.${domain.replace(/\.$/, '')}`)];
}

/** The words of each line of a file, without comments. A file that is missing has none. */
async function linesOf(path: string): Promise<string[][]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').map((line) =>
    line
      .replace(/[#;].*/, '')
      .trim()
      .split(/\s+/),
  );
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}
