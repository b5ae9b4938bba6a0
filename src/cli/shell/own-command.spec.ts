import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownCommand } from './own-command.js';

describe('ownCommand', () => {
  let dir: string;
  let program: { readonly root: string; readonly file: string };
  const at = (...names: string[]) => join(dir, ...names);

  beforeAll(async () => {
    dir = await realpath(await mkdtemp(join(tmpdir(), 'videocraft-own-')));
    program = { root: at('video craft'), file: at('video craft', 'dist/src/cli.js') };
    await mkdir(at('video craft/dist/src'), { recursive: true });
    await writeFile(program.file, '');
    await chmod(program.file, 0o755);
    await writeFile(at('video craft/package.json'), '{}');
    for (const folder of ['bin', 'others/bin', 'app/node_modules/.bin', 'app/films', 'outside']) {
      await mkdir(at(folder), { recursive: true });
    }
    await symlink(program.file, at('bin/videocraft'));
    await symlink(program.file, at('app/node_modules/.bin/videocraft'));
    await writeFile(at('others/bin/videocraft'), '');
  });

  afterAll(() => rm(dir, { recursive: true }));

  it('is npx in the folder of the program and below', () => {
    expect(ownCommand(program.root, '', program)).toBe('npx videocraft');
    expect(ownCommand(at('video craft/films/new'), '', program)).toBe('npx videocraft');
  });

  it('is npx in a project that has installed it, and below', () => {
    expect(ownCommand(at('app/films/new'), '', program)).toBe('npx videocraft');
  });

  it('is the name alone where a shell finds this program by it', () => {
    const path = [at('missing'), at('bin')].join(':');
    expect(ownCommand(at('outside'), path, program)).toBe('videocraft');
  });

  it('is the file elsewhere, since npx would fetch another program of this name', () => {
    const file = `node '${program.file}'`;
    expect(ownCommand(at('outside'), '', program)).toBe(file);
    expect(ownCommand(at('outside'), at('others/bin'), program)).toBe(file);
    // npx puts these folders before the path of the shell, for the program that it starts only.
    expect(ownCommand(at('outside'), at('app/node_modules/.bin'), program)).toBe(file);
  });

  it('is not npx in a package of its own, whose packages npx searches first', async () => {
    await mkdir(at('video craft/own'), { recursive: true });
    await writeFile(at('video craft/own/package.json'), '{}');
    expect(ownCommand(at('video craft/own'), '', program)).toBe(`node '${program.file}'`);
  });
});
