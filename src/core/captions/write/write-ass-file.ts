import { ASS_EVENT_FORMAT, ASS_STYLE_FORMAT } from '../../drawing/ass-format.js';
import type { CaptionSettings, CaptionStyle } from '../../project/types/index.js';
import { separatorBetween } from '../../text/join-words.js';
import { formatAssTime } from '../../time/ass-time.js';
import type { TimedWord } from '../../timing/types.js';
import { displayText } from '../../text/plain-text.js';
import { safeArea } from '../layout/safe-area.js';
import type { CaptionPage, FrameSize } from '../caption-page.js';

/** Styles in which letters have the word color. */
const WORD_COLOR_STYLES: ReadonlySet<CaptionStyle> = new Set([
  'progressive',
  'karaoke',
  'pop',
  'bounce',
  'boxed-line',
]);
/** Styles with a box behind a word, which ASS cannot express. */
const WORD_BOX_STYLES: ReadonlySet<CaptionStyle> = new Set(['boxed-word', 'highlight']);
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { bottom: 0, 'mid-bottom': 0, center: 3, 'mid-top': 6, top: 6 } as const;

/**
 * Writes pages as an Advanced SubStation Alpha file for players and editors: one event per page, with word times as
 * karaoke tags and the look as far as a single style can express it. (The video is drawn from outlines instead,
 * which look the same everywhere.)
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
    ASS_STYLE_FORMAT,
    styleLine(settings, frame),
    '',
    '[Events]',
    ASS_EVENT_FORMAT,
    ...pages.map((page) => eventLine(page, settings, frame, language)),
    '',
  ].join('\n');
}

function styleLine(settings: CaptionSettings, frame: FrameSize): string {
  const { position, outlineWidth, style } = settings;
  const boxColor = WORD_BOX_STYLES.has(style) ? null : settings.boxColor;
  const area = safeArea(settings, frame);
  const quarter = Math.round((area.bottom - area.top) / 4);
  const raised = position.vertical.startsWith('mid-') ? quarter : 0;
  const isAtTop = VERTICAL[position.vertical] === VERTICAL.top;
  const marginV = (isAtTop ? area.top : frame.height - area.bottom) + raised;
  // A player draws a word in the secondary color until it is spoken, and then in the primary color.
  const colors = [
    WORD_COLOR_STYLES.has(style) ? settings.wordColor : settings.lineColor,
    settings.lineColor,
    boxColor ?? settings.outlineColor,
    settings.shadowColor,
  ].map(assColor);
  return `Style: Caption,${[
    settings.fontFamily.replaceAll(',', ' '),
    settings.fontSize,
    ...colors,
    -1,
    settings.italic ? -1 : 0,
    settings.decoration === 'underline' ? -1 : 0,
    settings.decoration === 'line-through' ? -1 : 0,
    100,
    100,
    0,
    0,
    boxColor === null ? 1 : 3,
    outlineWidth,
    Math.max(0, settings.shadowX, settings.shadowY),
    HORIZONTAL[position.horizontal] + VERTICAL[position.vertical],
    area.left,
    frame.width - area.right,
    marginV,
    1,
  ].join(',')}`;
}

function eventLine(
  page: CaptionPage,
  settings: CaptionSettings,
  frame: FrameSize,
  language: string,
): string {
  const words = page.lines.flat();
  // If another speaker talks at the same time, a page can start after its first word or end before its last word.
  const within = (ms: number) => Math.min(Math.max(ms, page.startMs), page.endMs);
  const startsAt = (word: TimedWord | undefined) =>
    centiseconds(within(word?.startMs ?? page.endMs));
  let index = 0;
  const lines = page.lines.map((line) =>
    line
      .map((word, place) => {
        const next = startsAt(words[++index]);
        const text = escapeText(displayText(word.text, settings, language));
        const before = place > 0 ? separatorBetween(line[place - 1]!, word) : '';
        return `${before}{\\k${Math.max(0, next - startsAt(word))}}${text}`;
      })
      .join(''),
  );
  const [start, end] = [page.startMs, page.endMs].map((ms) => formatAssTime(centiseconds(ms)));
  return `Dialogue: 0,${start},${end},Caption,,0,0,0,,${placeTag(settings, frame)}${lines.join('\\N')}`;
}

/** The place of captions with `x` or `y`; nothing if the margins of the style suffice. */
function placeTag(settings: CaptionSettings, frame: FrameSize): string {
  const { x, y, position } = settings;
  if (x === null && y === null) return '';
  const { left, right, top, bottom } = safeArea(settings, frame);
  const between = (from: number, to: number, share: number) =>
    Math.round(from + (to - from) * share);
  const horizontal = { left: 0, center: 0.5, right: 1 }[position.horizontal];
  const vertical = { top: 0, 'mid-top': 0.25, center: 0.5, 'mid-bottom': 0.75, bottom: 1 };
  const atX = x ?? between(left, right, horizontal);
  const atY = y ?? between(top, bottom, vertical[position.vertical]);
  return `{\\pos(${atX},${atY})}`;
}

function centiseconds(ms: number): number {
  return Math.floor(ms / 10);
}

/** Replaces control characters of ASS by similar ones, because not all readers know its escapes. */
function escapeText(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\\', '/');
}

/** `#RRGGBBAA` as `&HAABBGGRR`, where 00 is opaque. */
function assColor(color: string): string {
  const [red, green, blue, alpha] = [1, 3, 5, 7].map((at) => color.slice(at, at + 2));
  const transparency = 255 - Number.parseInt(alpha!, 16);
  return `&H${transparency.toString(16).padStart(2, '0').toUpperCase()}${blue}${green}${red}`;
}
