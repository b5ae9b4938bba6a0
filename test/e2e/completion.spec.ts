import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
      // An interactive shell in a terminal of its own, because zsh completes nowhere else. It echoes the completed line.
      const program = `
        zmodload zsh/zpty
        zpty shell "TERM=dumb zsh -f -i"
        zpty -w shell 'unsetopt zle_bracketed_paste; PS1=; autoload -Uz compinit; compinit -u -d "$0.dump"'
        zpty -w shell "source '$1' && echo load''ed"
        zpty -r shell answer '*loaded*'
        for line in 'ren' 'render --dr' 'render oth' 'models ins' 'keys limit --prio' 'completion fi'; do
          zpty -w -n shell "echo said; : videocraft "$'\\x15'
          zpty -w -n shell "videocraft $line"$'\\t'$'\\x01'"echo 'line: "$'\\x05'"'"$'\\n'
          zpty -r shell answer $'*\\nline: *\\n*'
          print -r -- "\${\${\${answer##*$'\\n'line: }%%$'\\n'*}//$'\\r'/}"
        done
        zpty -d shell`;
      const path = await script('zsh');
      const args = ['-f', '-c', program, join(dir, 'zsh'), path];
      const { stdout } = await run('zsh', args, { ...SHELL, cwd: dir });
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
