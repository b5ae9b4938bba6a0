import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import type { Script } from './script.js';
import { knownFacts, picturesIn } from './sources.js';
import { clamp, numberIn, round, secondsOf } from './units.js';

/** What is rendered. */
export interface Output {
  /** Whether it is a picture. */
  readonly isStill: boolean;
  /** The length of the video around a picture. */
  readonly seconds: number;
}

const STILL_SECONDS = 0.1;
const FRAME_RATES = { min: 10, max: 60 };
const STILLS: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp']);
const SOUNDS: ReadonlySet<string> = new Set(['mp3', 'wav', 'm4a']);
const PREVIEW_SECONDS = 30;
const MOST_GIF_FPS = 30;

/** Sets the frame rate and the files besides the video. */
export function translateOutput(
  props: Members,
  request: Members,
  own: OwnObject,
  { report, options, frame }: Pick<Script, 'report' | 'options' | 'frame'>,
): Output {
  const from = request.has('output-format') && request !== props ? request : props;
  const at = from.at('output-format');
  const given = from.get('output-format') ?? props.get('format');
  const format = given === undefined ? 'mp4' : asWritten(given).toLowerCase();
  props.get('output-format');
  const isStill = STILLS.has(format);
  const snapshot = secondsOf(props.get('snapshot-time'));
  const outputs: object[] = [];
  if (isStill) {
    outputs.push({ type: 'poster', format: format === 'jpeg' ? 'jpg' : format });
    report.note(
      at,
      `The picture is a file besides the video, "poster.${format === 'jpeg' ? 'jpg' : format}".`,
    );
  } else if (format === 'gif') {
    const fps = gifRate(request.get('frame-rate') ?? props.get('frame-rate'));
    const size = { width: frame.width, ...(fps === null ? {} : { fps }) };
    outputs.push({ type: 'preview', format: 'gif', duration: PREVIEW_SECONDS, ...size });
    report.note(
      at,
      `The GIF is a file besides the video, with the first ${PREVIEW_SECONDS} seconds.`,
    );
  } else if (SOUNDS.has(format)) {
    outputs.push({ type: 'audio', format });
    report.note(at, 'The sound is a file besides the video.');
  } else if (format !== 'mp4')
    report.note(at, `The format "${format.slice(0, 60)}" is unknown, so the output is MP4.`);
  if (!isStill && snapshot !== null && snapshot >= 0)
    outputs.push({ type: 'poster', format: 'jpg', time: clamp(round(snapshot), 0, 14_400) });
  if (outputs.length > 0) own.set('outputs', outputs, at);
  if (!isStill) translateFrameRate(props, request, own, { report, options });
  translateQuality(props, own);
  return { isStill, seconds: STILL_SECONDS };
}

function translateFrameRate(
  props: Members,
  request: Members,
  own: OwnObject,
  { report, options }: Pick<Script, 'report' | 'options'>,
): void {
  const from = request.has('frame-rate') ? request : props;
  const given = from.get('frame-rate');
  props.get('frame-rate');
  if (given === undefined) {
    own.set('fps', rateOfVideos(props, { report, options }));
    return;
  }
  const fps = numberIn(given, ['fps']);
  const possible = fps === null ? null : possibleRate(fps);
  if (possible === null || Math.abs(possible - fps!) > 0.005)
    report.note(from.at('frame-rate'), `The frame rate is ${possible ?? 30}.`);
  own.set('fps', possible ?? 30, from.at('frame-rate'));
}

/** The rate of a GIF, which can be lower than that of a video. */
function gifRate(given: unknown): number | null {
  const fps = numberIn(given, ['fps']);
  return fps === null ? null : clamp(Math.round(fps), 1, MOST_GIF_FPS);
}

const FRACTIONS = [23.976, 29.97, 59.94];

const possibleRate = (fps: number) =>
  FRACTIONS.find((one) => Math.abs(one - fps) < 0.005) ??
  clamp(Math.round(fps), FRAME_RATES.min, FRAME_RATES.max);

/** Without videos, Creatomate renders 60 frames per second, and with them the highest rate of them. */
function rateOfVideos(
  props: Members,
  context: Pick<Script, 'report' | 'options'>,
): number | undefined {
  const videos = picturesIn(props).filter((one) => one.get('type') === 'video');
  if (videos.length === 0) return FRAME_RATES.max;
  const rates = videos.flatMap((video) => knownFacts(video, context)?.frameRate ?? []);
  if (rates.length > 0) return possibleRate(Math.max(...rates));
  context.report.noteUnknown(
    '/frame_rate',
    'Without "frame_rate", Creatomate takes the highest one of the videos. This video has 30.',
  );
  return undefined;
}

/** The lower the constant rate factor, the better the picture. */
function translateQuality(props: Members, own: OwnObject): void {
  const crf = numberIn(props.get('crf'), []);
  if (crf === null) return;
  own.set('quality', crf <= 20 ? 'high' : crf <= 26 ? 'medium' : 'low', props.at('crf'));
}
