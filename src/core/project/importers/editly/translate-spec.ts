import { childPointer } from '../../../fields/json-pointer.js';
import type { JsonObject } from '../../../util/json-object.js';
import { suggestName } from '../../../util/nearest-name.js';
import type { ImportOptions, Translation } from '../importer.js';
import { OwnObject } from '../own-object.js';
import { Report } from '../report.js';
import { translationOf } from '../translation-of.js';
import { translateClips } from './clips.js';
import { readClips } from './read-clips.js';
import { Layer } from './layer.js';
import { GIF_FPS, translateSize } from './size.js';
import { takingTurns, type Spec } from './spec.js';
import { soundLevels } from './sound-levels.js';
import { knownFacts, UNKNOWN } from './sources.js';
import { translateTracks } from './sounds.js';

/** Root fields that never change the picture or the sound. */
const WITHOUT_EFFECT = [
  ...['verbose', 'logTimes', 'keepTmp', 'enableFfmpegLog', 'ffmpegPath', 'ffprobePath'],
  // What addresses can be used is up to the operator.
  ...['allowRemoteRequests', '$schema', 'json'],
];
const KNOWN = [
  ...['width', 'height', 'fps', 'defaults', 'clips', 'audioFilePath', 'loopAudio'],
  ...['keepSourceAudio', 'clipsAudioVolume', 'outputVolume', 'audioTracks', 'audioNorm', 'outPath'],
  ...['fast', 'customOutputArgs', 'backgroundAudioVolume', ...WITHOUT_EFFECT],
];

/**
 * Translates a spec to a video config. Everything that comes out differently, or not at all, is a note or an issue. Never
 * throws. Its work grows with the spec only.
 */
export function translateSpec(config: JsonObject, options: ImportOptions): Translation {
  const report = new Report(options.facts !== undefined);
  const own = new OwnObject('');
  const given = new Layer([{ object: config, pointer: '' }]);
  for (const name of WITHOUT_EFFECT) given.get(name);
  const isGif = /\.gif$/i.test(given.text('outPath') ?? '');
  const any = takingTurns();
  const clips = readClips(given, { report, any });
  const first = clips
    .flatMap(({ layers }) => layers)
    .find((layer) => layer.get('type') === 'video');
  const video = first === undefined ? null : (knownFacts(first, options) ?? UNKNOWN);
  const frame = translateSize(given, own, { video, isGif, report });
  translateOutput(given, own, { frame, isGif, report });
  own.set('quality', 'high');
  const spec: Spec = { frame, report, options, any };
  const levels = soundLevels(given, clips, report);
  own.setList('scenes', translateClips(clips, levels, spec), given.at('clips'));
  const tracks = translateTracks(given, levels, spec);
  if (tracks.length > 0) own.setList('elements', tracks, given.at('audioTracks'));
  own.set('loudness', levels.loudness ?? undefined, given.at('audioNorm'));
  noteUnknown(given, report);
  return translationOf(own, report);
}

/** The longest GIF. */
const GIF_SECONDS = 30;

/** Videos are MP4 files, whose name is up to the client. A GIF is a file besides. */
function translateOutput(
  given: Layer,
  own: OwnObject,
  { frame, isGif, report }: Pick<Spec, 'frame' | 'report'> & { readonly isGif: boolean },
): void {
  const path = given.text('outPath');
  if (isGif) {
    const fps = Math.min(30, Math.max(1, Math.round(given.number('fps') || GIF_FPS)));
    const gif = { type: 'preview', format: 'gif', duration: GIF_SECONDS, width: frame.width, fps };
    own.set('outputs', [gif], given.at('outPath'));
    report.note(
      given.at('outPath'),
      `The GIF is a file besides the video, with the first ${GIF_SECONDS} seconds.`,
    );
  } else if (path !== null && /\.[a-z\d]{2,5}$/i.test(path) && !/\.mp4$/i.test(path))
    report.note(given.at('outPath'), 'The video is an MP4 file.');
  if ((given.get('customOutputArgs') ?? null) !== null)
    report.note(given.at('customOutputArgs'), 'Arguments for ffmpeg have no effect.');
}

function noteUnknown(given: Layer, report: Report): void {
  for (const name of given.unreadNames())
    report.note(
      childPointer('', name),
      `Unknown field "${name.slice(0, 60)}", which is left out.${suggestName(name, KNOWN)}`,
    );
}
