import type { CommandWords } from './command-words.js';

/** A completion script for bash 4 and newer, which needs no other package. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  return `# Completes videocraft. In ~/.bashrc: source <(videocraft completion bash)
_videocraft() {
  local cur=\${COMP_WORDS[COMP_CWORD]} path= word words= files= skip=
  # The subcommands before the cursor. A word after an option with a value is no subcommand.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ -n $skip ]]; then skip=; continue; fi
    case "$path $word" in
${commands.flatMap(steps).join('\n')}
    esac
  done
  case "$path" in
${commands.map(cases).join('\n')}
  esac
  if [[ -z $skip && ( $cur == -* || -z $files ) ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}
complete -F _videocraft videocraft
`;
}

/** How a word before the cursor changes the state. */
function steps({ path, commands, options }: CommandWords): string[] {
  const at = pathText(path);
  const next = commands.map(({ name }) => `      '${at} ${name}') path='${at} ${name}' ;;`);
  const values = options.filter(({ hasValue }) => hasValue);
  const names = values.flatMap(({ long, short }) => (short === null ? [long] : [long, short]));
  const skips = names.map((name) => `      '${at} ${name}') skip=1 ;;`);
  return [...next, ...skips];
}

function cases({ path, commands, options, choices, takesFiles }: CommandWords): string {
  const words = [...commands.map(({ name }) => name), ...choices];
  const all = [...words, ...options.map(({ long }) => long)].join(' ');
  return `    '${pathText(path)}') words='${all}'${takesFiles ? ' files=1' : ''} ;;`;
}

function pathText(path: readonly string[]): string {
  return path.map((name) => ` ${name}`).join('');
}
