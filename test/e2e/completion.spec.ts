import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Program } from '../support/program.js';
import { itUnless, missingProgram } from '../support/skip.js';

const run = promisify(execFile);
/** Bounds a shell that waits for a key. */
const SHELL = { timeout: 60_000 };

const missing = new Map<string, string | null>();
for (const shell of ['bash', 'zsh', 'fish']) missing.set(shell, await missingProgram(shell));

describe('completion', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-completion-'));
    await writeFile(join(dir, 'a project.json'), '{}');
    await writeFile(join(dir, 'other.json'), '{}');
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  async function script(shell: string): Promise<string> {
    const { code, stdout, stderr } = await new Program('cli', ['completion', shell], {}, dir).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const path = join(dir, `completion.${shell}`);
    await writeFile(path, stdout);
    return path;
  }

  itUnless(missing.get('bash')!)(
    'works in bash',
    async () => {
      const program = `
        source "$1"
        try() {
          COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
          _videocraft 2>&1; IFS='|'; echo "\${COMPREPLY[*]}"; unset IFS
        }
        complete -p videocraft
        try videocraft ren
        try videocraft render --dr
        try videocraft render 'a p'
        try videocraft render other.json -o oth
        try videocraft models ins
        try videocraft keys limit --prio
        try videocraft completion f
        try videocraft --output render --dr`;
      const args = ['-c', program, 'bash', await script('bash')];
      const { stdout, stderr } = await run('bash', args, { ...SHELL, cwd: dir });
      expect(stderr).toBe('');
      expect(stdout.trimEnd().split('\n')).toEqual([
        'complete -F _videocraft videocraft',
        'render',
        '--draft',
        'a project.json',
        'other.json',
        'install',
        '--priority',
        'fish',
        '--draft',
      ]);
    },
    90_000,
  );

  itUnless(missing.get('fish')!)(
    'works in fish',
    async () => {
      const lines = [
        'ren',
        'render --dr',
        'render oth',
        'models ins',
        'keys limit --prio',
        'completion f',
      ];
      const tries = lines.map((line) => `complete -C "videocraft ${line}"`).join('; ');
      const args = ['--no-config', '-c', `source '${await script('fish')}'; ${tries}`];
      const { stdout, stderr } = await run('fish', args, { ...SHELL, cwd: dir });
      expect(stderr).toBe('');
      expect(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => line.split('\t')[0]),
      ).toEqual(['render', '--draft', 'other.json', 'install', '--priority', 'fish']);
    },
    90_000,
  );

  itUnless(missing.get('zsh')!)(
    'works in zsh',
    async () => {
      // zsh completes only in the line editor of an interactive shell in a terminal. A hook that runs when the
      // editor starts completes each line, so that nothing depends on when a typed key arrives.
      const home = join(dir, 'zsh');
      await mkdir(home);
      await writeFile(
        join(home, '.zshrc'),
        `
        autoload -Uz compinit; compinit -u -d '${home}/dump'
        source '${await script('zsh')}'
        lines=('ren' 'render --dr' 'render oth' 'models ins' 'keys limit --prio' 'completion fi')
        zle-line-init() {
          for line in $lines; do
            BUFFER="videocraft $line"; CURSOR=$#BUFFER
            zle expand-or-complete
            print -r -- "$BUFFER" >> '${home}/completed'
          done
          BUFFER='exit'
          zle accept-line
        }
        zle -N zle-line-init`,
      );
      // Reads the terminal until the shell has ended, because output that nobody reads stops it.
      const program = `
        zmodload zsh/zpty
        zpty shell "TERM=dumb ZDOTDIR='${home}' zsh -d -i"
        while zpty -r shell answer; do :; done`;
      await run('zsh', ['-f', '-c', program], { ...SHELL, cwd: dir });
      const stdout = await readFile(join(home, 'completed'), 'utf8');
      expect(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => line.trimEnd()),
      ).toEqual([
        'videocraft render',
        'videocraft render --draft',
        'videocraft render other.json',
        'videocraft models install',
        'videocraft keys limit --priority',
        'videocraft completion fish',
      ]);
    },
    90_000,
  );

  it('suggests a shell for another name', async () => {
    const { code, stderr } = await new Program('cli', ['completion', 'fishy'], {}, dir).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean fish?');
  });
});
