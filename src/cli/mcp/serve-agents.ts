import { join } from 'node:path';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { commandConfig } from '../terminal/command-config.js';
import { GuideLibrary } from '../../engine/guide/guide-library.js';
import { createAgentServer } from '../../mcp/protocol/agent-server.js';
import type { LoadLibrary } from '../../mcp/tools/reading-tools.js';
import { agentTools } from '../../mcp/tools/agent-tools.js';
import { filesTool } from './files-tool.js';
import { LocalWork } from './local-work.js';
import type { RootFolder } from './root-folder.js';

/** The streams of a client, and the end of them. */
export interface ClientStreams {
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** Serves agents until the client closes its streams. Renders in this process. */
export async function serveAgents(folder: RootFolder, streams: ClientStreams): Promise<void> {
  // The default of the settings is the folder in which the process was started, which may be any.
  const config = commandConfig({ VIDEOCRAFT_DATA_DIR: join(folder.path, 'data'), ...process.env });
  const root = folder.without(config.dataDir);
  // Loaded beside the first answers: some clients wait only a few seconds for them.
  const engines = import('./local-engines.js').then((module) => module.openEngines(config));
  engines.catch(reportFault);
  const work = new LocalWork({ config, root, engines });
  try {
    await serve(work, root, streams);
  } finally {
    await work.close();
    await engines.then((opened) => opened.close()).catch(() => {});
  }
}

async function serve(
  work: LocalWork,
  root: RootFolder,
  { output, signal }: ClientStreams,
): Promise<void> {
  let loading: Promise<GuideLibrary> | null = null;
  const library: LoadLibrary = () => (loading ??= GuideLibrary.load());
  const tools = [...agentTools(work, library, { hasFiles: true }), filesTool(root)];
  const transport = new StdioServerTransport(process.stdin, output as never);
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('close', resolve);
    process.stdin.once('end', resolve);
    output.once('error', () => resolve());
    signal.addEventListener('abort', () => resolve());
  });
  const server = serveStdio(() => createAgentServer({ tools, library, onFault: reportFault }), {
    transport,
    onerror: reportFault,
  });
  await closed;
  await server.close();
}

function reportFault(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
