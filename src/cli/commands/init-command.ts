import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { videoTemplateSchema } from '../../core/project/schema/template-schema.js';
import { shellWord } from '../shell/shell-word.js';
import { composeFiles } from '../init/compose-files.js';
import { starterFiles } from '../init/starter-project.js';
import { InputError } from '../input-error.js';
import { ownCommand } from '../shell/own-command.js';
import { printFailure } from '../terminal/exit.js';

/** Files that may already be in a new folder: a repository, and what systems add. */
const HARMLESS = new Set([
  '.git',
  '.DS_Store',
  'node_modules',
  'package.json',
  'package-lock.json',
]);

const COMPOSE_STEPS = [
  'docker compose up --detach --wait',
  'curl http://localhost:3002/health     The API key is VIDEOCRAFT_SECURITY_API_KEY in .env.',
];

/** Creates the files to start with in a new or empty folder. */
export async function initCommand(
  folder: string,
  { compose = false }: { readonly compose?: boolean },
): Promise<void> {
  try {
    const path = resolve(folder);
    const command = ownCommand(path);
    const files = compose ? await composeFiles() : starterFiles(videoTemplateSchema(), command);
    await requireEmpty(path);
    await mkdir(path, { recursive: true });
    for (const [name, content] of files) {
      // Never replaces a file, and keeps secrets from other users.
      const mode = name === '.env' ? 0o600 : 0o666;
      await writeFile(join(path, name), content, { flag: 'wx', mode });
    }
    const steps = compose ? COMPOSE_STEPS : [`${command} render project.json -o video.mp4`];
    const enter = path === process.cwd() ? [] : [`cd ${shellWord(folder)}`];
    process.stdout.write(
      `Created ${[...files.keys()].join(', ')} in ${path}.\nNext:\n` +
        [...enter, ...steps].map((step) => `  ${step}\n`).join(''),
    );
  } catch (error) {
    printFailure(error);
  }
}

async function requireEmpty(path: string): Promise<void> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(`Cannot use ${path}: ${error.message}.`);
  });
  const others = names.filter((name) => !HARMLESS.has(name));
  if (others.length === 0) return;
  throw new InputError(
    `The folder ${path} is not empty: it contains ${others[0]!}. Enter the name of a new folder.`,
  );
}
