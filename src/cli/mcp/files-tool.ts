import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { text } from '../../core/fields/scalars.js';
import { type Tool, READS, tool } from '../../mcp/tools/tool.js';
import { ToolRefusal } from '../../mcp/work/agent-work.js';
import type { RootFolder } from './root-folder.js';

const MOST_FILES = 200;
/** Folders that are looked into, so that a huge tree ends the search. */
const MOST_FOLDERS = 500;

/** Extensions of what a config can name. The content decides what a file is. */
const USEFUL = new Set(
  'jpg jpeg png webp gif avif heic svg mp4 mov mkv webm avi mp3 wav m4a aac flac ogg opus srt vtt ass json csv ttf otf woff woff2'
    .split(' ')
    .map((extension) => `.${extension}`),
);
const SKIPPED = new Set(['node_modules']);

/** The tool that shows which files an agent can use. */
export function filesTool(root: RootFolder): Tool {
  return tool({
    name: 'list_files',
    title: 'List files',
    description:
      'Lists pictures, videos, sounds, captions, fonts, and configs below a folder of the root folder, with their ' +
      'sizes. Use these paths as `src`, or an http(s) address.',
    hints: READS,
    scopes: [],
    fields: {
      folder: text(1_000).default('').describe('Relative to the root folder. Default: all of it.'),
    },
    async answer({ folder }) {
      const start = resolve(root.path, folder);
      const problem = start === root.path ? null : await root.readProblem(start);
      if (problem !== null) {
        throw new ToolRefusal('INVALID_ARGUMENTS', [{ pointer: '/folder', message: problem }]);
      }
      const { lines, isCut } = await filesBelow(start, root);
      if (lines.length === 0) {
        return `There are no files to use in ${start}. Without files, use colors, shapes, texts, and addresses.`;
      }
      return [
        `Root folder: ${root.path}`,
        ...lines,
        ...(isCut ? ['There are more files. Name a folder.'] : []),
      ].join('\n');
    },
  });
}

function isWorthALook(entry: Dirent): boolean {
  if (entry.isDirectory()) return !SKIPPED.has(entry.name);
  return entry.isFile() && USEFUL.has(extname(entry.name).toLowerCase());
}

/** Folders first found are read first, so that the files near the root come first. */
async function filesBelow(start: string, root: RootFolder) {
  const lines: string[] = [];
  const folders = [start];
  let read = 0;
  for (const folder of folders) {
    if (++read > MOST_FOLDERS) return { lines, isCut: true };
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // The name and the kind cost nothing. The real path takes the file system some steps.
      if (!isWorthALook(entry)) continue;
      const path = join(folder, entry.name);
      if ((await root.readProblem(path)) !== null) continue;
      if (entry.isDirectory()) {
        folders.push(path);
        continue;
      }
      if (lines.length >= MOST_FILES) return { lines, isCut: true };
      const { size } = await stat(path);
      lines.push(`${root.shown(path)} (${Math.ceil(size / 1000)} kB)`);
    }
  }
  return { lines, isCut: false };
}
