import type { CommandWords } from './command-words.js';

/** A completion script for fish. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap((command) => [
    ...subcommandLines(command),
    ...optionLines(command),
  ]);
  return `# Completes videocraft. Save it as ~/.config/fish/completions/videocraft.fish
# The command before the cursor, without options: 'models install'.
function __videocraft_at
    set -l words (commandline -opc)[2..-1]
    set -l names (string match --invert -- '-*' $words)
    test (count $argv) -le (count $names); or return 1
    for index in (seq (count $argv))
        test "$names[$index]" = "$argv[$index]"; or return 1
    end
end
# The same, when no further command follows yet.
function __videocraft_needs
    set -l words (commandline -opc)[2..-1]
    set -l names (string match --invert -- '-*' $words)
    test (count $names) -eq (count $argv); and __videocraft_at $argv
end
complete -c videocraft -f
${lines.join('\n')}
`;
}

function subcommandLines({ path, commands, choices }: CommandWords): string[] {
  const when = quoted(['__videocraft_needs', ...path].join(' '));
  return [
    ...commands.map(({ name, description }) => {
      return `complete -c videocraft -n ${when} -a ${name} -d ${quoted(description)}`;
    }),
    ...(choices.length > 0
      ? [`complete -c videocraft -n ${when} -a ${quoted(choices.join(' '))}`]
      : []),
  ];
}

function optionLines({ path, options, takesFiles }: CommandWords): string[] {
  const at = path.length === 0 ? '__videocraft_needs' : ['__videocraft_at', ...path].join(' ');
  const lines = options.map(({ long, short, description, hasValue }) => {
    const names = `-l ${long.slice(2)}${short === null ? '' : ` -s ${short.slice(1)}`}`;
    return `complete -c videocraft -n ${quoted(at)} ${names}${hasValue ? ' -r -F' : ''} -d ${quoted(description)}`;
  });
  return takesFiles ? [...lines, `complete -c videocraft -n ${quoted(at)} -F`] : lines;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
