import { signal } from '@preact/signals';
import { type Asset, client } from '../../api/index.js';

const FRESH_MS = 15_000;
/** Who has more chooses among the newest, or types the address. */
const MOST = 100;

/** The names of uploaded files by their addresses, as far as they are known. */
export const assetNames = signal<ReadonlyMap<string, string>>(new Map());

let last: { readonly at: number; readonly list: Promise<readonly Asset[]> } | null = null;

/** The newest files of the user. What was asked a moment ago is not asked again. */
export function allAssets(): Promise<readonly Asset[]> {
  if (last !== null && Date.now() - last.at < FRESH_MS) return last.list;
  const api = client.peek();
  if (api === null) return Promise.resolve([]);
  const list = api.assets.list({ limit: MOST }).then((answer) => {
    assetNames.value = new Map(answer.assets.map(({ src, name }) => [src, name]));
    return answer.assets;
  });
  last = { at: Date.now(), list };
  list.catch(forgetAssets);
  return list;
}

/** The newest files of the user, or none if they cannot be listed. */
export function assets(): Promise<readonly Asset[]> {
  return allAssets().catch(() => []);
}

/** Asks again next time: a file was added. */
export function forgetAssets(): void {
  last = null;
}
