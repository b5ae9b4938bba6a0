import { loadConfig } from '../../config/load-config.js';
import type { KeyStore, RefusedKeys } from '../../engine/keys/key-store.js';
import { sumAttempts } from './sum-attempts.js';
import { WrongKeys } from './wrong-keys.js';

describe('WrongKeys', () => {
  function start() {
    const recorded: RefusedKeys[] = [];
    const store = {
      recordRefused: (sums: readonly RefusedKeys[]) => {
        recorded.push(...sums);
        return Promise.resolve();
      },
    } as unknown as KeyStore;
    const config = loadConfig({ VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS: '2' });
    return { keys: new WrongKeys(config, store), recorded };
  }

  it('blocks the client that sent too many, and no other', () => {
    const { keys } = start();
    keys.count('a');
    expect(keys.secondsBlocked('a')).toBe(0);
    keys.count('a');
    expect(keys.secondsBlocked('a')).toBeGreaterThan(0);
    expect(keys.secondsBlocked('b')).toBe(0);
  });

  it('counts the clients of a wide flood as one, in bounded memory', async () => {
    const { keys, recorded } = start();
    for (let n = 0; n < 20_000; n++) keys.count(`client-${n}`);
    expect(keys.secondsBlocked('yet another')).toBeGreaterThan(0);
    await keys.onModuleDestroy();
    expect(recorded).toHaveLength(101);
    expect(recorded[0]).toEqual({ client: 'others', clients: 1, attempts: 10_000 });
    expect(recorded.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(20_000);
  });

  it('forgets what it recorded', async () => {
    const { keys, recorded } = start();
    keys.count('a');
    keys.count('a');
    await keys.onModuleDestroy();
    expect(keys.secondsBlocked('a')).toBe(0);
    expect(recorded).toEqual([{ client: 'a', clients: 1, attempts: 2 }]);
  });
});

describe('sumAttempts', () => {
  it('keeps the worst clients, and sums up the rest', () => {
    const clients = Array.from({ length: 103 }, (_, n) => ({ client: `c${n}`, attempts: n }));
    const events = sumAttempts(clients);
    expect(events[0]).toEqual({ client: 'c102', clients: 1, attempts: 102 });
    expect(events.at(-1)).toEqual({ client: null, clients: 3, attempts: 0 + 1 + 2 });
  });
});
