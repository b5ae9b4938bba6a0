import { lookup } from 'node:dns/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type NameAnswer,
  type NameServer,
  startNameServer,
} from '../../../test/support/name-server.js';
import { type NameSources, resolveUntrusted } from './resolve-host.js';

const V4 = '93.184.216.34';
const V6 = '2606:2800:220:1:248:1893:25c8:1946';

const NAMES: Readonly<Record<string, Partial<Record<'A' | 'AAAA', NameAnswer>>>> = {
  'both.example': { A: V4, AAAA: V6 },
  'four.example': { A: V4 },
  'half.example': { A: V4, AAAA: 'silence' },
  'failing.example': { A: 'servfail', AAAA: 'servfail' },
  'media.prod.svc.cluster.local': { A: V4 },
  'cdn.corp.example': { A: V4 },
};

let folder: string;
let server: NameServer;
let sources: NameSources;
const { signal } = new AbortController();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-names-'));
  server = await startNameServer((name, type) => {
    if (name.startsWith('slow')) return 'silence';
    const known = NAMES[name];
    return known === undefined ? 'missing' : (known[type] ?? null);
  });
  const [hostsFile, resolverFile] = [join(folder, 'hosts'), join(folder, 'resolv.conf')];
  await writeFile(hostsFile, `127.0.0.1 ${hostname()} # four.example\n`);
  const search = 'search old.example\nsearch svc.cluster.local corp.example.\noptions ndots:5\n';
  await writeFile(resolverFile, `nameserver 192.0.2.1\n${search}`);
  sources = { hostsFile, resolverFile, servers: [server.address] };
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const resolve = (name: string) => resolveUntrusted(name, signal, sources);
const addresses = async (name: string) => (await resolve(name)).map(({ address }) => address);

describe('the addresses of a host that anybody named', () => {
  it.each([
    ['of both families', 'both.example', [V4, V6]],
    ['of one family', 'four.example', [V4]],
    ['of a name that ends with a dot', 'four.example.', [V4]],
    ['of one family, if the other gets no answer', 'half.example', [V4]],
    ['of a service in a namespace', 'media.prod', [V4]],
    ['of a short name in a search domain', 'cdn', [V4]],
  ])('are those %s', async (_what, name, expected) => {
    expect(await addresses(name)).toEqual(expected);
  });

  it('come from the machine for its own names', async () => {
    server.questions.length = 0;
    for (const name of ['localhost', hostname()]) {
      expect(await addresses(name)).not.toEqual([]);
    }
    expect(server.questions).toEqual([]);
  });

  it.each([
    ['does not exist', 'missing.example', false],
    ['does not exist, whatever the search domains', 'missing.example.', false],
    ['is not a name', 'a..example', false],
    ['cannot be found at the moment', 'failing.example', true],
  ])('are missing if the host %s', async (_what, name, isTransient) => {
    await expect(resolve(name)).rejects.toMatchObject({ isTransient });
  });

  it('are asked of the machine if there is no name server', async () => {
    const closed = await startNameServer(() => null);
    await closed.close();
    const away = { ...sources, servers: [closed.address] };
    await expect(resolveUntrusted('four.example', signal, away)).rejects.toMatchObject({
      cause: { syscall: 'getaddrinfo' },
    });
  });

  it('do not delay other lookups, however many names have slow servers', async () => {
    const stop = new AbortController();
    const slow = Array.from({ length: 50 }, (_, index) =>
      resolveUntrusted(`slow${index}.example`, AbortSignal.any([stop.signal]), sources),
    );
    const ended = Promise.allSettled(slow);
    const startedAt = performance.now();
    expect(await addresses('four.example')).toEqual([V4]);
    await lookup('localhost');
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    stop.abort(new Error('Enough.'));
    for (const one of await ended) expect(one).toMatchObject({ reason: { message: 'Enough.' } });
  });

  it('end with the time, with what was found so far', async () => {
    const limit = AbortSignal.timeout(300);
    const startedAt = performance.now();
    expect(await resolveUntrusted('half.example', limit, sources)).toEqual([
      { address: V4, family: 4 },
    ]);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
