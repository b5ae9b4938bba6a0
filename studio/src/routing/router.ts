import { signal } from '@preact/signals';

/**
 * The address of a screen: what follows `#/`. The service knows one page, so that the studio works below any path and
 * behind any proxy.
 */
export interface Location {
  /** Without empty parts: `#/jobs/1` is `['jobs', '1']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Where the page is. */
export const location = signal<Location>(parseHash(globalThis.location?.hash ?? ''));

/** Reads the part of an address that begins with `#`. */
export function parseHash(hash: string): Location {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decode),
    query: new URLSearchParams(query),
  };
}

/** The address of a screen, for links. @param query what is undefined is left out */
export function hrefOf(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, value);
  }
  const suffix = search.size > 0 ? `?${search.toString()}` : '';
  return `#/${path.map(encodeURIComponent).join('/')}${suffix}`;
}

/** Goes to a screen. @param replaces whether the way back skips the screen of now */
export function navigate(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
  { replaces = false } = {},
): void {
  const href = hrefOf(path, query);
  if (!replaces) {
    globalThis.location.hash = href;
    return;
  }
  history.replaceState(null, '', href);
  location.value = parseHash(href);
}

/** Follows the address of the page. */
export function watchAddress(): void {
  // Below `/studio`, links of the page would lead to `/studio/`, and load it again.
  const { pathname } = new URL('.', document.baseURI);
  if (globalThis.location.pathname === pathname.replace(/\/$/, '')) {
    history.replaceState(null, '', pathname + globalThis.location.hash);
  }
  window.addEventListener('hashchange', () => {
    location.value = parseHash(globalThis.location.hash);
  });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
