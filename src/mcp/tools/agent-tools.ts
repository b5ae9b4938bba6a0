import type { AgentWork } from '../work/agent-work.js';
import { uploadTool } from './upload-tool.js';
import { type LoadLibrary, readingTools } from './reading-tools.js';
import type { Tool } from './tool.js';
import { videoTools, type VideoToolOptions } from './video-tools.js';

/** The tools of both transports. */
export function agentTools(
  work: AgentWork,
  library: LoadLibrary,
  options: VideoToolOptions,
): Tool[] {
  const assets = work.assets === null ? [] : [uploadTool(work.assets)];
  return [...videoTools(work, options), ...assets, ...readingTools(work, library)];
}
