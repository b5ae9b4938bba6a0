import { type CallToolResult, Server, type ServerContext } from '@modelcontextprotocol/server';
import { packageVersion } from '../../config/package-version.js';
import { nearestName } from '../../core/util/nearest-name.js';
import { type Tool, type AnswerPart } from '../tools/tool.js';
import { type ToolCall, ToolRefusal } from '../work/agent-work.js';
import { describeProblem } from './describe-problem.js';
import { serveResources } from './resources.js';
import { servePrompts } from './prompts.js';
import type { LoadLibrary } from '../tools/reading-tools.js';

/** What a model is told before it sees the tools. */
const INSTRUCTIONS = `VideoCraft renders a JSON config to an MP4 with captions that highlight each spoken word.
1. Learn the fields: list_examples, then read_guide with page "video-config" and a section such as "scene".
2. Write a small config, and call validate_project until it is valid.
3. Call make_still at the moments that matter, look at the pictures, and mend what is wrong.
4. Call render_video, and follow_job until the job is completed. Then compare get_transcript with the script.
Times are in seconds, sizes in pixels of the video. Fonts and transitions are only those that the tools list.`;

/** What a server of the protocol offers to one client. */
export interface AgentOffer {
  /** Only the tools that the client may call. */
  readonly tools: readonly Tool[];
  readonly library: LoadLibrary;
  /** Called with errors that are no fault of the caller. */
  readonly onFault: (error: unknown) => void;
}

/** Creates a server for one connection or request. Nothing is kept between two of them. */
export function createAgentServer(offer: AgentOffer): Server {
  const server = new Server(
    { name: 'videocraft', title: 'VideoCraft', version: packageVersion() },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      instructions: INSTRUCTIONS,
    },
  );
  serveTools(server, offer);
  serveResources(server, offer.library);
  servePrompts(server);
  return server;
}

function serveTools(server: Server, { tools, onFault }: AgentOffer): void {
  server.setRequestHandler('tools/list', () => ({
    tools: tools.map(({ name, title, description, inputSchema, hints }) => ({
      name,
      title,
      description,
      inputSchema: inputSchema as { type: 'object' },
      annotations: { title, ...hints },
    })),
  }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    try {
      const tool = findTool(tools, params.name);
      return answer(await tool.run(params.arguments, callOf(context)), false);
    } catch (error) {
      context.mcpReq.signal.throwIfAborted();
      const { text, isFault } = describeProblem(error);
      if (isFault) onFault(error);
      return answer([{ type: 'text', text }], true);
    }
  });
}

function findTool(tools: readonly Tool[], name: string): Tool {
  const found = tools.find((one) => one.name === name);
  if (found) return found;
  const names = tools.map((one) => one.name);
  const near = nearestName(name, names);
  throw ToolRefusal.because(
    'UNKNOWN_TOOL',
    `There is no tool ${JSON.stringify(name.slice(0, 100))} for this key.` +
      `${near === null ? '' : ` Did you mean ${near}?`} Tools: ${names.join(', ')}.`,
  );
}

function answer(content: readonly AnswerPart[], isError: boolean): CallToolResult {
  return { content: [...content], ...(isError ? { isError } : {}) };
}

/** Progress goes only to clients that sent a token, and never fails a call. */
function callOf({ mcpReq }: ServerContext): ToolCall {
  const progressToken = mcpReq._meta?.progressToken;
  let last = -1;
  return {
    signal: mcpReq.signal,
    progress(percent, message) {
      // The protocol requires that progress increases.
      const progress = Math.floor(percent);
      if (progressToken === undefined || progress <= last) return;
      last = progress;
      const params = { progressToken, progress, total: 100, message };
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
    },
  };
}
