import { signal } from '@preact/signals';
import { type Asset, client } from '../api/index.js';

const PAGE = 50;

/** The files of the key, the newest first, as far as they are loaded. */
export const assets = signal<readonly Asset[]>([]);
/** Where the next page begins; null: there is none. Undefined before the first page. */
export const nextCursor = signal<string | null | undefined>(undefined);
export const isLoading = signal(false);
export const listError = signal<unknown>(null);

/** Loads the first page again, and forgets the others. */
export async function reloadAssets(): Promise<void> {
  nextCursor.value = undefined;
  await loadMore();
}

/** Loads the next page. */
export async function loadMore(): Promise<void> {
  const api = client.peek();
  const cursor = nextCursor.peek();
  if (api === null || isLoading.peek() || cursor === null) return;
  isLoading.value = true;
  try {
    const page = await api.assets.list({
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const before = cursor === undefined ? [] : assets.peek();
    assets.value = unique([...before, ...page.assets]);
    nextCursor.value = page.pagination.next_cursor;
    listError.value = null;
  } catch (error) {
    listError.value = error;
  } finally {
    isLoading.value = false;
  }
}

/** Adds a file that was just uploaded to the top of the list. */
export function noteAsset(asset: Asset): void {
  assets.value = unique([asset, ...assets.peek()]);
}

/** Deletes a file of the service. */
export async function deleteAsset({ id }: Asset): Promise<void> {
  await client.peek()?.assets.delete(id);
  assets.value = assets.peek().filter((asset) => asset.id !== id);
}

function unique(list: readonly Asset[]): Asset[] {
  return [...new Map(list.map((asset) => [asset.id, asset])).values()];
}
