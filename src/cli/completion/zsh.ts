import type { CommandWords } from './command-words.js';

/** A completion script for zsh. It works as a file of `fpath`, and with `source` after `compinit`. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  return `#compdef videocraft
# Completes videocraft. In ~/.zshrc, after compinit: source <(videocraft completion zsh)
${commands.map((command) => zshFunction(command)).join('')}
if [[ "\${funcstack[1]}" == _videocraft ]]; then
  _videocraft "$@"
else
  compdef _videocraft videocraft
fi
`;
}

function zshFunction({ path, commands, options, choices, takesFiles }: CommandWords): string {
  const name = functionName(path);
  const flags = options.map((option) => {
    const { long, short, description, hasValue } = option;
    const names = short === null ? long : `{${short},${long}}`;
    const spec = `[${escaped(description)}]${hasValue ? ':value:_files' : ''}`;
    return short === null ? `    '${names}${spec}'` : `    ${names}'${spec}'`;
  });
  const rest =
    commands.length > 0
      ? ["    '1:command:->command'", "    '*::argument:->argument'"]
      : [
          ...(choices.length > 0 ? [`    '1:word:(${choices.join(' ')})'`] : []),
          ...(takesFiles ? ["    '*:file:_files'"] : []),
        ];
  const specs = [...flags, ...rest].join(' \\\n');
  if (commands.length === 0) return `${name}() {\n  _arguments \\\n${specs}\n}\n`;
  const described = commands.map((command) => {
    return `        '${command.name}:${escaped(command.description)}'`;
  });
  const branches = commands.map((command) => {
    return `        ${command.name}) ${functionName([...path, command.name])} ;;`;
  });
  return `${name}() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \\
${specs}
  case $state in
    command)
      local -a commands=(
${described.join('\n')}
      )
      _describe command commands ;;
    argument)
      case $line[1] in
${branches.join('\n')}
      esac ;;
  esac
}
`;
}

function functionName(path: readonly string[]): string {
  return ['_videocraft', ...path].join('_').replaceAll('-', '_');
}

/** For a text in single quotes and in brackets of `_arguments`. */
function escaped(text: string): string {
  return text.replaceAll("'", `'\\''`).replace(/[[\]:]/g, '\\$&');
}
