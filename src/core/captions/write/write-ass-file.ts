import type { CaptionSettings, CaptionStyle } from '../../project/types/index.js';
import { gapBetween } from '../../text/join-words.js';
import type { TimedWord } from '../../timing/types.js';
import { displayText } from '../../text/plain-text.js';
import { safeArea } from '../layout/safe-area.js';
import type { CaptionPage, FrameSize } from '../caption-page.js';

const STYLE_FORMAT =
  'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';
const EVENT_FORMAT =
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
/** Styles whose letters themselves take the word colour, and those whose box is not behind whole lines. */
const COLORED: ReadonlySet<CaptionStyle> = new Set([
  'progressive',
  'karaoke',
  'pop',
  'bounce',
  'boxed-line',
]);
const BOX_OF_A_WORD: ReadonlySet<CaptionStyle> = new Set(['boxed-word', 'highlight']);
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { bottom: 0, center: 3, top: 6 } as const;

/**
 * The pages as an Advanced SubStation Alpha file for players and editors: one event a page, with the
 * words' times as karaoke and the look as far as one style tells it. (The picture is drawn from
 * outlines instead, which look the same everywhere.)
 */
export function writeAssFile(
  pages: readonly CaptionPage[],
  settings: CaptionSettings,
  frame: FrameSize,
  language: string,
): string {
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${frame.width}`,
    `PlayResY: ${frame.height}`,
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    '',
    '[V4+ Styles]',
    STYLE_FORMAT,
    styleLine(settings, frame),
    '',
    '[Events]',
    EVENT_FORMAT,
    ...pages.map((page) => eventLine(page, settings, language)),
    '',
  ].join('\n');
}

function styleLine(settings: CaptionSettings, frame: FrameSize): string {
  const { position, outlineWidth, style } = settings;
  const boxColor = BOX_OF_A_WORD.has(style) ? null : settings.boxColor;
  const area = safeArea(settings, frame);
  const marginV = position.vertical === 'top' ? area.top : frame.height - area.bottom;
  // A word is drawn in the primary colour from when it is said, before that in the secondary one.
  const colors = [
    COLORED.has(style) ? settings.wordColor : settings.lineColor,
    settings.lineColor,
    boxColor ?? settings.outlineColor,
    settings.shadowColor,
  ].map(assColor);
  return `Style: Caption,${[
    settings.fontFamily.replaceAll(',', ' '),
    settings.fontSize,
    ...colors,
    -1,
    0,
    0,
    0,
    100,
    100,
    0,
    0,
    boxColor === null ? 1 : 3,
    outlineWidth,
    settings.shadowOffset,
    HORIZONTAL[position.horizontal] + VERTICAL[position.vertical],
    area.left,
    frame.width - area.right,
    marginV,
    1,
  ].join(',')}`;
}

function eventLine(page: CaptionPage, settings: CaptionSettings, language: string): string {
  const words = page.lines.flat();
  // A page may begin after its first word, and end before its last, where another speaks at once.
  const within = (ms: number) => Math.min(Math.max(ms, page.startMs), page.endMs);
  const startsAt = (word: TimedWord | undefined) =>
    centiseconds(within(word?.startMs ?? page.endMs));
  let index = 0;
  const lines = page.lines.map((line) =>
    line
      .map((word, place) => {
        const next = startsAt(words[++index]);
        const text = literal(displayText(word.text, settings, language));
        const before = place > 0 ? gapBetween(line[place - 1]!, word) : '';
        return `${before}{\\k${Math.max(0, next - startsAt(word))}}${text}`;
      })
      .join(''),
  );
  const [start, end] = [page.startMs, page.endMs].map(assTime);
  return `Dialogue: 0,${start},${end},Caption,,0,0,0,,${lines.join('\\N')}`;
}

function centiseconds(ms: number): number {
  return Math.floor(ms / 10);
}

/** `h:mm:ss.cc` */
function assTime(ms: number): string {
  const total = centiseconds(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(total / 100);
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}.${two(total % 100)}`;
}

/** ASS has no escapes that all readers know: what would act is written as what looks most like it. */
function literal(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\\', '/');
}

/** `#RRGGBBAA` as `&HAABBGGRR`, where 00 is opaque. */
function assColor(color: string): string {
  const [red, green, blue, alpha] = [1, 3, 5, 7].map((at) => color.slice(at, at + 2));
  const transparency = 255 - Number.parseInt(alpha!, 16);
  return `&H${transparency.toString(16).padStart(2, '0').toUpperCase()}${blue}${green}${red}`;
}
