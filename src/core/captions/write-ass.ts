import type { CaptionSettings, FrameRate } from '../project/types.js';
import { assTimeBeforeFrame } from './ass-time.js';
import { assAlignment, assColor, assName, assStyleColor, assText } from './ass-values.js';
import { joinWords, separator } from './join-words.js';
import { safeArea } from './safe-area.js';
import type { Cue, CueWord } from './types.js';

export interface AssInput {
  readonly cues: readonly Cue[];
  readonly settings: CaptionSettings;
  /** Of the frame, pixels. */
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  /** The segment in absolute frames; end exclusive. Times in the document count from `fromFrame`. */
  readonly fromFrame: number;
  readonly toFrame: number;
}

const STYLE_FORMAT =
  'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';
const EVENT_FORMAT =
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';

const INVISIBLE = '#00000000';
/** libass: one rectangle of BackColour behind the whole event, wider than it by Shadow pixels. */
const BORDER_STYLE_BOX = 4;
const BORDER_STYLE_OUTLINE = 1;

/**
 * One ASS document that shows each cue of a segment in exactly its frames, when drawn by ffmpeg's
 * `ass` or `subtitles` filter on frames of `width` x `height` at `fps`.
 *
 * Up to three layers: the box, the edge (outline and shadow of the whole text) and the words. Apart
 * from colours they are the same in every cue of a page, so nothing moves when the highlighted word
 * does, and a translucent outline shows no seams between words.
 */
export function writeAss(input: AssInput): string {
  const events = input.cues
    .filter((cue) => cue.startFrame < input.toFrame && cue.endFrame > input.fromFrame)
    .flatMap((cue) => writeEvents(cue, input));
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${input.width}`,
    `PlayResY: ${input.height}`,
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    'YCbCr Matrix: None',
    '',
    '[V4+ Styles]',
    STYLE_FORMAT,
    ...writeStyles(input),
    '',
    '[Events]',
    EVENT_FORMAT,
    ...events,
    '',
  ].join('\n');
}

function hasEdge(settings: CaptionSettings): boolean {
  return settings.outlineWidth > 0 || settings.shadowOffset > 0;
}

function writeStyles({ settings, width, height }: AssInput): string[] {
  const area = safeArea(settings, { width, height });
  const style = (
    name: string,
    fill: string,
    outline: string,
    back: string,
    border: readonly [style: number, outline: number, shadow: number],
  ) =>
    `Style: ${[
      name,
      assName(settings.fontFamily),
      settings.fontSize,
      assStyleColor(fill),
      assStyleColor(fill),
      assStyleColor(outline),
      assStyleColor(back),
      // Bold; not italic, underlined or struck out; neither stretched, spaced nor turned.
      [-1, 0, 0, 0, 100, 100, 0, 0],
      border,
      assAlignment(settings.position),
      [area.marginX, area.marginX, area.marginY],
      // Base direction from the text itself, so that Arabic and Hebrew lines start at the right.
      -1,
    ].join(',')}`;

  const { lineColor, outlineColor, outlineWidth, shadowColor, shadowOffset, boxColor } = settings;
  const styles = [];
  if (boxColor !== null) {
    styles.push(
      style('Box', INVISIBLE, INVISIBLE, boxColor, [BORDER_STYLE_BOX, 0, area.boxPadding]),
    );
  }
  if (hasEdge(settings)) {
    // Filled too: libass leaves a hole for a fill it does not see, and its rim would shine through.
    const fill = outlineWidth > 0 ? outlineColor : shadowColor;
    styles.push(
      style('Edge', fill, outlineColor, shadowColor, [
        BORDER_STYLE_OUTLINE,
        outlineWidth,
        shadowOffset,
      ]),
    );
  }
  styles.push(style('Words', lineColor, INVISIBLE, INVISIBLE, [BORDER_STYLE_OUTLINE, 0, 0]));
  return styles;
}

function writeEvents(cue: Cue, { settings, fps, fromFrame, toFrame }: AssInput): string[] {
  const start = assTimeBeforeFrame(Math.max(cue.startFrame, fromFrame) - fromFrame, fps);
  const end = assTimeBeforeFrame(Math.min(cue.endFrame, toFrame) - fromFrame, fps);
  const event = (layer: number, style: string, text: string) =>
    `Dialogue: ${layer},${start},${end},${style},,0,0,0,,${text}`;

  const plain = cue.lines
    .map((line) => assText(joinWords(line.map((word) => word.text))))
    .join('\\N');
  const events = [];
  if (settings.boxColor !== null) events.push(event(0, 'Box', plain));
  if (hasEdge(settings)) events.push(event(1, 'Edge', plain));
  events.push(event(2, 'Words', writeWords(cue.lines, settings)));
  return events;
}

/**
 * Every word with its own colour. libass places letters to an eighth of a pixel within runs of one
 * style, so runs must not depend on which word is active: the secondary colour, which is never
 * drawn, alternates to make each word a run of its own.
 */
function writeWords(
  lines: readonly (readonly CueWord[])[],
  settings: Pick<CaptionSettings, 'wordColor' | 'lineColor'>,
): string {
  let index = 0;
  const writeWord = (word: CueWord): string => {
    const { bgr, alpha } = assColor(word.active ? settings.wordColor : settings.lineColor);
    const run = index++ % 2;
    return `{\\2c&H${run}&\\1c&H${bgr}&\\1a&H${alpha}&}${assText(word.text)}`;
  };
  return lines
    .map((line) =>
      line
        .map(
          (word, at) =>
            (at === 0 ? '' : separator(line[at - 1]?.text ?? '', word.text)) + writeWord(word),
        )
        .join(''),
    )
    .join('\\N');
}
