/** What pino writes for each line. */
interface LogLine {
  readonly level?: number;
  readonly time?: number;
  readonly context?: string;
  readonly msg?: string;
  readonly err?: { readonly type?: string; readonly message?: string; readonly stack?: string };
  readonly [name: string]: unknown;
}

interface Level {
  readonly from: number;
  readonly name: string;
  /** Codes of colors (ECMA-48, SGR). */
  readonly color: number;
}

const LEVELS: readonly Level[] = [
  { from: 60, name: 'FATAL', color: 35 },
  { from: 50, name: 'ERROR', color: 31 },
  { from: 40, name: 'WARN', color: 33 },
  { from: 30, name: 'INFO', color: 32 },
  { from: 20, name: 'DEBUG', color: 34 },
  { from: 0, name: 'TRACE', color: 90 },
];
const GRAY = 90;
/** The same in every line of a process. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'level',
  'time',
  'pid',
  'hostname',
  'context',
  'msg',
  'err',
]);
const SHOWN_FRAMES = 3;
const LONGEST_VALUE = 500;

/** Whether a terminal shows colors, as its user wants (https://no-color.org). */
export function wantsColors(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** A stream for pino that writes each line for people. */
export function textLog(
  write: (line: string) => void,
  colors: boolean,
): { write(line: string): void } {
  return { write: (line) => write(`${textLine(line, colors)}\n`) };
}

/** A line of JSON as one line for people. What is no JSON remains. */
export function textLine(json: string, colors: boolean): string {
  const line = parsed(json);
  if (line === null) return printable(json.trimEnd());
  const paint = (code: number, text: string) => (colors ? `\x1b[${code}m${text}\x1b[0m` : text);
  const { name, color } = LEVELS.find(({ from }) => (line.level ?? 0) >= from) ?? LEVELS.at(-1)!;
  const fields = Object.entries(line)
    .filter(([key]) => !LEFT_OUT.has(key))
    .map(([key, value]) => paint(GRAY, `${printable(key)}=`) + valueText(value));
  return [
    paint(GRAY, timeText(line.time)),
    paint(color, name.padEnd(5)),
    ...(line.context === undefined ? [] : [paint(36, `[${printable(line.context)}]`)]),
    printable(line.msg ?? ''),
    ...fields,
    ...(line.err === undefined ? [] : [paint(31, errorText(line.err))]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function parsed(json: string): LogLine | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as LogLine) : null;
  } catch {
    return null;
  }
}

/** Local time, as the terminal of the operator. */
function timeText(time: number | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time);
  const local = new Date(time - date.getTimezoneOffset() * 60_000);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, 19).replace('T', ' ');
}

function errorText({
  type = 'Error',
  message = '',
  stack = '',
}: NonNullable<LogLine['err']>): string {
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, SHOWN_FRAMES)
    .map((line) => line.trim());
  return printable([`${type}: ${message}`, ...frames].join(' '));
}

function valueText(value: unknown): string {
  const text =
    typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
  return printable(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
}

/** Names of files and messages of hosts must not steer the terminal, or look like another line. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) =>
    char === '\n' ? '\\n' : `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}
