import { effect, signal } from '@preact/signals';
import { type Asset, client } from '../api/index.js';

const PAGE = 50;

/** Files of the key, the newest first, as far as they are loaded. */
export class AssetList {
  readonly assets = signal<readonly Asset[]>([]);
  /** Where the next page begins; null: there is none. Undefined before the first page. */
  readonly nextCursor = signal<string | null | undefined>(undefined);
  readonly isLoading = signal(false);
  readonly error = signal<unknown>(null);
  private running: Promise<void> = Promise.resolve();

  /** @param search what the names contain, in any case; empty: all files */
  constructor(readonly search = '') {}

  /** Loads the first page again, and forgets the others. */
  async reload(): Promise<void> {
    await this.running;
    this.nextCursor.value = undefined;
    await this.loadMore();
  }

  /** Loads the first page, unless it is there. */
  async load(): Promise<void> {
    if (this.nextCursor.peek() === undefined) await this.loadMore();
  }

  /** Loads the next page. What is being loaded is not loaded twice. */
  loadMore(): Promise<void> {
    if (!this.isLoading.peek()) this.running = this.loadPage();
    return this.running;
  }

  clear(): void {
    this.assets.value = [];
    this.nextCursor.value = undefined;
    this.error.value = null;
  }

  /** Adds a file that was just uploaded to the top. */
  note(asset: Asset): void {
    this.assets.value = unique([asset, ...this.assets.peek()]);
  }

  /** Takes a file out that was deleted. */
  forget({ id }: Asset): void {
    this.assets.value = this.assets.peek().filter((asset) => asset.id !== id);
  }

  private async loadPage(): Promise<void> {
    const api = client.peek();
    const cursor = this.nextCursor.peek();
    if (api === null || cursor === null) return;
    this.isLoading.value = true;
    try {
      const page = await api.assets.list({
        limit: PAGE,
        ...(this.search === '' ? {} : { name: this.search }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      if (client.peek() !== api) return;
      const before = cursor === undefined ? [] : this.assets.peek();
      this.assets.value = unique([...before, ...page.assets]);
      this.nextCursor.value = page.pagination.next_cursor;
      this.error.value = null;
    } catch (error) {
      this.error.value = error;
    } finally {
      this.isLoading.value = false;
    }
  }
}

/** All files of the key. */
export const allAssets = new AssetList();

/** The files that were searched for last. The page shows one search at a time. */
const found = signal<AssetList | null>(null);

// Another key has other files.
effect(() => {
  void client.value;
  allAssets.clear();
  found.value = null;
});

/** The files whose names contain a text, as the service finds them. They are being loaded. */
export function searchAssets(search: string): AssetList {
  const list = new AssetList(search);
  found.value = list;
  void list.load();
  return list;
}

/** Adds a file that was just uploaded to the lists in which it belongs. */
export function noteAsset(asset: Asset): void {
  allAssets.note(asset);
  const list = found.peek();
  if (list && asset.name.toLowerCase().includes(list.search.toLowerCase())) list.note(asset);
}

/** Deletes a file of the service. */
export async function deleteAsset(asset: Asset): Promise<void> {
  await client.peek()?.assets.delete(asset.id);
  for (const list of [allAssets, found.peek()]) list?.forget(asset);
}

function unique(list: readonly Asset[]): Asset[] {
  return [...new Map(list.map((asset) => [asset.id, asset])).values()];
}
