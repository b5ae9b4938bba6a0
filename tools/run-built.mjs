/**
 * Builds the project, then runs a JavaScript file in this process, so that signals reach the program itself. A program
 * that npm started ends with npm.
 *
 *   node tools/run-built.mjs FILE [ARGUMENT]...
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endWithParent } from './end-with-parent.mjs';

const isAlone = process.env.npm_lifecycle_event === undefined ? () => false : endWithParent();
const root = fileURLToPath(new URL('..', import.meta.url));
const [file, ...args] = process.argv.slice(2);
const builder = fileURLToPath(new URL('build/main.mjs', import.meta.url));
const build = spawnSync(process.execPath, [builder], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
if (isAlone()) process.kill(process.pid, 'SIGTERM');

const entry = resolve(root, file);
process.argv = [process.execPath, entry, ...args];
await import(pathToFileURL(entry).href);
