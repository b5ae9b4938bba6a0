import { PreviewWorkspace } from './preview-workspace.js';

/** Keys that preview at the same time. The files of another one are removed. */
const MOST_WORKSPACES = 8;

/** The workspaces of the keys that preview. */
export class PreviewWorkspaces {
  /** By the ID of the key; the least recently used one first. */
  private readonly open = new Map<string, Promise<PreviewWorkspace>>();

  /** @param root the folder of all workspaces, on the file system of the caches */
  constructor(private readonly root: string) {}

  /** The workspace of a key: a new one if the sources of the last one may have changed. */
  async of(keyId: string): Promise<PreviewWorkspace> {
    const known = this.open.get(keyId);
    this.open.delete(keyId);
    const workspace = known && (await known).isFresh ? known : PreviewWorkspace.open(this.root);
    this.open.set(keyId, workspace);
    workspace.catch(() => this.open.delete(keyId));
    if (known && known !== workspace) await (await known).close();
    await this.closeOldest();
    return workspace;
  }

  /** Removes a workspace, for example because its files are too many. */
  async drop(keyId: string): Promise<void> {
    const known = this.open.get(keyId);
    this.open.delete(keyId);
    await (await known)?.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.keys()].map((keyId) => this.drop(keyId)));
  }

  private async closeOldest(): Promise<void> {
    for (const keyId of this.open.keys()) {
      if (this.open.size <= MOST_WORKSPACES) return;
      await this.drop(keyId);
    }
  }
}
