import { pattern, text } from '../../core/fields/scalars.js';
import { type AgentAssets, ToolRefusal } from '../work/agent-work.js';
import { type Tool, tool } from './tool.js';

/** A text of an agent is at most a long caption file. */
const MOST_LETTERS = 500_000;

/** The tool that brings files to the service. */
export function uploadTool(assets: AgentAssets): Tool {
  return tool({
    name: 'upload_asset',
    title: 'Store a file for videos',
    description:
      'Stores a picture, a video, a sound, a font, or captions, and returns the `src` that configs name it by. ' +
      'Send either the public address of the file, which the service fetches now, or the text of a caption file. ' +
      'A file that a config names by its address needs no upload.',
    hints: {
      readOnlyHint: false,
      destructiveHint: false,
      // The same content is stored once.
      idempotentHint: true,
      openWorldHint: true,
    },
    scopes: ['videos:write'],
    fields: {
      url: pattern('^\\s*[hH][tT][tT][pP][sS]?:\\/\\/\\S', 'an http or https address')
        .orNull()
        .describe('The address of the file.'),
      text: text(MOST_LETTERS)
        .orNull()
        .describe('Instead of `url`: the text of a file, such as captions in SRT or WebVTT.'),
      name: text(1_000)
        .orNull()
        .describe('The name of the file, such as "captions.srt". Needed with `text`.'),
    },
    async answer({ url, text: content, name }, call) {
      const asset = await assets.upload(uploadOf({ url, text: content, name }), call);
      const { src, contentType, bytes } = asset;
      return `Stored "${asset.name}" (${contentType}, ${bytes} bytes). In a config, use "src": "${src}".`;
    },
  });
}

/** @throws ToolRefusal unless there is exactly one file */
function uploadOf({
  url,
  text: content,
  name,
}: Readonly<Record<'url' | 'text' | 'name', string | null>>) {
  if (url !== null && content === null) return { url, name };
  if (url === null && content !== null && name !== null) return { text: content, name };
  throw ToolRefusal.because(
    'INVALID_ARGUMENTS',
    content !== null && url === null
      ? '"name" is missing. It tells the format, as in "captions.srt".'
      : 'Send either "url" or "text".',
  );
}
