import type { RefusedKeys } from '../../engine/keys/key-store.js';

/** Wrong keys of one client address in one minute. */
export interface Attempts {
  readonly client: string;
  readonly attempts: number;
}

/** Clients with an event of their own. A flood from many addresses must not flood the audit trail. */
const MAX_EVENTS = 100;

/** What is recorded of a minute: the clients with the most attempts one by one, the rest in one sum. */
export function sumAttempts(clients: readonly Attempts[]): RefusedKeys[] {
  const sorted = [...clients].sort((a, b) => b.attempts - a.attempts);
  const events: RefusedKeys[] = sorted
    .slice(0, MAX_EVENTS)
    .map(({ client, attempts }) => ({ client, clients: 1, attempts }));
  const rest = sorted.slice(MAX_EVENTS);
  if (rest.length === 0) return events;
  const attempts = rest.reduce((sum, client) => sum + client.attempts, 0);
  return [...events, { client: null, clients: rest.length, attempts }];
}
