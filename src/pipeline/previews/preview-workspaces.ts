import { PreviewWorkspace, type WorkspaceLease } from './preview-workspace.js';

/** Keys that preview at the same time. The files of another one are removed. */
const MOST_WORKSPACES = 8;
/** How often the workspaces are looked at whose time is over. */
const SWEEP_MS = 60_000;

/** The workspaces of the keys that preview. */
export class PreviewWorkspaces {
  /** By the ID of the key; the least recently used one first. */
  private readonly open = new Map<string, PreviewWorkspace>();
  private readonly timer: NodeJS.Timeout;

  /**
   * @param root an existing folder for all workspaces, on the file system of the caches
   * @param mostBytes what a workspace may hold and still be used again
   */
  constructor(
    private readonly root: string,
    private readonly mostBytes: number,
  ) {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS).unref();
  }

  /** Leases the workspace of a key: a new one if the sources of the last one may have changed, or became too large. */
  async lease(keyId: string): Promise<WorkspaceLease> {
    const { workspace, closed } = this.workspaceOf(keyId);
    // Leased before anything is awaited, so that no other request removes it.
    const lease = workspace.lease();
    try {
      await Promise.all([closed, this.closeOldest()]);
      return await lease;
    } catch (error) {
      lease.then(
        (opened) => opened.end(),
        () => this.forget(keyId, workspace),
      );
      throw error;
    }
  }

  /** Removes a workspace, for example because its files are too many. */
  async drop(keyId: string): Promise<void> {
    const known = this.open.get(keyId);
    this.open.delete(keyId);
    await known?.close();
  }

  /** Removes the workspaces whose time is over, also of keys that do not come back. */
  async sweep(): Promise<void> {
    const over = [...this.open].filter(([, workspace]) => !workspace.isReusable);
    await Promise.all(over.map(([keyId]) => this.drop(keyId)));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.open.keys()].map((keyId) => this.drop(keyId)));
  }

  private workspaceOf(keyId: string): { workspace: PreviewWorkspace; closed: Promise<void> } {
    const known = this.open.get(keyId);
    const isKept = known?.isReusable === true;
    const workspace = isKept ? known : new PreviewWorkspace(this.root, this.mostBytes);
    this.open.delete(keyId);
    this.open.set(keyId, workspace);
    return {
      workspace,
      closed: isKept ? Promise.resolve() : (known?.close() ?? Promise.resolve()),
    };
  }

  private forget(keyId: string, workspace: PreviewWorkspace): void {
    if (this.open.get(keyId) === workspace) this.open.delete(keyId);
  }

  private async closeOldest(): Promise<void> {
    const extra = [...this.open.keys()].slice(0, Math.max(0, this.open.size - MOST_WORKSPACES));
    await Promise.all(extra.map((keyId) => this.drop(keyId)));
  }
}
