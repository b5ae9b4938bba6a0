import {
  createMcpHandler,
  type McpHttpHandler,
  type McpRequestContext,
} from '@modelcontextprotocol/server';
import { GuideLibrary } from '../engine/guide/guide-library.js';
import type { Caller } from '../http/access/access.js';
import type { AgentWorks } from './agent-works.js';
import { createAgentServer } from './protocol/agent-server.js';
import { agentTools } from './tools/agent-tools.js';
import type { LoadLibrary } from './tools/reading-tools.js';
import type { Tool } from './tools/tool.js';

/** Silent lines that keep a connection through proxies, and tell that a client is gone. */
const KEEP_ALIVE_MS = 10_000;

/** What a request tells its server. */
export interface CallExtra {
  readonly caller: Caller;
  readonly base: string;
  readonly canWait: boolean;
}

/**
 * Creates what answers the messages of agents. The controller loads this module with the first message, because the
 * protocol is a tenth of what the API would load.
 *
 * @param onFault called with errors that are no fault of the caller
 */
export function createAgentHandler(
  works: AgentWorks,
  onFault: (error: unknown, caller: Caller) => void,
): McpHttpHandler {
  let loading: Promise<GuideLibrary> | null = null;
  const library: LoadLibrary = () => (loading ??= GuideLibrary.load());
  const serverFor = ({ authInfo }: McpRequestContext) => {
    const { caller, base, canWait } = authInfo!.extra as unknown as CallExtra;
    const tools = agentTools(works.of(caller, base, canWait), library, { hasFiles: false });
    return createAgentServer({
      tools: tools.filter((one) => isAllowed(one, caller)),
      library,
      onFault: (error) => onFault(error, caller),
    });
  };
  return createMcpHandler(serverFor, { keepAliveMs: KEEP_ALIVE_MS });
}

function isAllowed({ scopes }: Tool, { isAdmin, scopes: own }: Caller): boolean {
  return isAdmin || scopes.every((scope) => own.includes(scope));
}
