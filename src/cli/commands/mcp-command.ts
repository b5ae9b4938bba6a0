import { RootFolder } from '../mcp/root-folder.js';
import { claimStandardOutput } from '../terminal/claimed-output.js';
import { printFailure } from '../terminal/exit.js';
import { stopSignal } from '../terminal/stop-signal.js';

/** Serves agents over the standard streams until the client closes them. */
export async function mcpCommand(options: { readonly root: string }): Promise<void> {
  const output = claimStandardOutput();
  const signal = stopSignal();
  try {
    const root = await RootFolder.open(options.root);
    // Relative paths of the settings begin here. Clients start servers anywhere.
    process.chdir(root.path);
    // Loaded only now, because the protocol would slow down the start of every command.
    const { serveAgents } = await import('../mcp/serve-agents.js');
    await serveAgents(root, { output, signal });
  } catch (error) {
    printFailure(error);
  }
}
