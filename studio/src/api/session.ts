import { computed, signal } from '@preact/signals';
import {
  ApiError,
  type OwnKey,
  VideoCraft,
  VideoCraftError,
} from '../../../clients/typescript/src/index.js';
import { serviceUrl, watchedFetch } from './connection.js';

/** In the storage of the tab, which ends with it. */
const STORED = 'videocraft.key';
/** A person waits for the answer, and can repeat the request. */
const PATIENCE = { retries: 1, maxRetryDelayMs: 5_000 };
const AGAIN_MS = 3_000;

export type Scope = OwnKey['scopes'][number];

/** Who uses the page. */
export type Session =
  /** `hasFailed`: the service did not answer, and is asked again. */
  | { readonly state: 'starting'; readonly hasFailed: boolean }
  /** `hasEnded`: the service accepted the key before. */
  | { readonly state: 'closed'; readonly hasEnded: boolean }
  | {
      readonly state: 'open';
      readonly client: VideoCraft;
      readonly key: OwnKey;
      /** False if the service asks for no keys. */
      readonly hasKey: boolean;
    };

/** Why a key was not accepted. */
export type KeyRefusal =
  | { readonly why: 'empty' | 'malformed' | 'wrong' | 'unreachable' }
  | { readonly why: 'too-many'; readonly seconds: number };

export const session = signal<Session>({ state: 'starting', hasFailed: false });

/** The client of the open session. */
export const client = computed(() =>
  session.value.state === 'open' ? session.value.client : null,
);

/** Opens the session of this tab again, or one without a key if the service asks for none. */
export async function startSession(): Promise<void> {
  const stored = sessionStorage.getItem(STORED);
  if (stored === null && needsKey()) {
    closeSession();
    return;
  }
  for (;;) {
    const refusal = await tryKey(stored);
    if (refusal === null) return;
    if (refusal.why === 'wrong' || refusal.why === 'malformed') {
      closeSession({ hasEnded: stored !== null });
      return;
    }
    // The key screen would be wrong now: nobody has refused the key.
    session.value = { state: 'starting', hasFailed: true };
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** Opens a session with a key that someone entered. Returns why it is not possible, or null. */
export function openSession(key: string): Promise<KeyRefusal | null> {
  return key === '' ? Promise.resolve({ why: 'empty' }) : tryKey(key);
}

/** Ends the session, and forgets the key. */
export function closeSession({ hasEnded = false } = {}): void {
  sessionStorage.removeItem(STORED);
  session.value = { state: 'closed', hasEnded };
}

/** Whether the key of the session has a scope. */
export function hasScope(scope: Scope): boolean {
  const current = session.value;
  if (current.state !== 'open') return false;
  return current.key.scopes.includes('admin') || current.key.scopes.includes(scope);
}

/** What the service says in the page. The development server says nothing. */
function needsKey(): boolean {
  return document.querySelector('meta[name="api-keys"]')?.getAttribute('content') === 'required';
}

async function tryKey(key: string | null): Promise<KeyRefusal | null> {
  try {
    const options = { apiKey: key, baseUrl: serviceUrl() };
    // A key that is being tried is not one that has ended.
    const probe = new VideoCraft({ ...options, retries: 0, fetch: watchedFetch(() => undefined) });
    const own = await probe.keys.me();
    const onRefusedKey = () => closeSession({ hasEnded: true });
    const opened = new VideoCraft({
      ...options,
      ...PATIENCE,
      fetch: watchedFetch(onRefusedKey),
    });
    if (key !== null) sessionStorage.setItem(STORED, key);
    session.value = { state: 'open', client: opened, key: own, hasKey: key !== null };
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): KeyRefusal {
  if (!(error instanceof ApiError)) {
    const isMalformed = error instanceof VideoCraftError && error.name === 'VideoCraftError';
    return { why: isMalformed ? 'malformed' : 'unreachable' };
  }
  if (error.status === 401) return { why: 'wrong' };
  if (error.status === 429) return { why: 'too-many', seconds: error.retryAfterSeconds ?? 60 };
  return { why: 'unreachable' };
}
