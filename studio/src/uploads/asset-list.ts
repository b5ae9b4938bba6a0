import { effect, signal } from '@preact/signals';
import { type Asset, client } from '../api/index.js';

const PAGE = 50;

/** The files of the key, the newest first, as far as they are loaded. */
export const assets = signal<readonly Asset[]>([]);
/** Where the next page begins; null: there is none. Undefined before the first page. */
export const nextCursor = signal<string | null | undefined>(undefined);
export const isLoading = signal(false);
export const listError = signal<unknown>(null);

let running: Promise<void> = Promise.resolve();

// Another key has other files.
effect(() => {
  void client.value;
  assets.value = [];
  nextCursor.value = undefined;
  listError.value = null;
});

/** Loads the first page again, and forgets the others. */
export async function reloadAssets(): Promise<void> {
  await running;
  nextCursor.value = undefined;
  await loadMore();
}

/** Loads the first page, unless it is there. */
export async function loadAssets(): Promise<void> {
  if (nextCursor.peek() === undefined) await loadMore();
}

/** Loads the next page. What is being loaded is not loaded twice. */
export function loadMore(): Promise<void> {
  if (!isLoading.peek()) running = loadPage();
  return running;
}

async function loadPage(): Promise<void> {
  const api = client.peek();
  const cursor = nextCursor.peek();
  if (api === null || cursor === null) return;
  isLoading.value = true;
  try {
    const page = await api.assets.list({
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (client.peek() !== api) return;
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
