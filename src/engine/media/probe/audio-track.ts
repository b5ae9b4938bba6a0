import { JobFailure } from '../../../core/job/job-failure.js';
import type { AudioTrack } from '../../../core/sources/source-key.js';
import { ownEntry } from '../../../core/util/own-entry.js';

/** An audio stream in the report of ffprobe. */
export interface SoundStream {
  readonly channels?: number;
  readonly disposition?: { readonly default?: number };
  readonly tags?: Readonly<Record<string, string>>;
}

/** Far more than any disc has. */
const MAX_NAMED = 20;

/**
 * Chooses the audio stream to play: the selected one, or else the default of the file, or else the first.
 *
 * @returns its index among the audio streams, or -1 if the source has no sound
 * @throws JobFailure MEDIA_INVALID if there is no such track, with a list of the tracks that exist
 */
export function chooseTrack(
  streams: readonly SoundStream[],
  selected: AudioTrack,
  pointer: string,
): number {
  if (selected === null) {
    return Math.max(
      streams.length > 0 ? 0 : -1,
      streams.findIndex(({ disposition }) => disposition?.default === 1),
    );
  }
  const index =
    typeof selected === 'number'
      ? selected - 1
      : streams.findIndex((stream) => hasLanguage(stream, selected));
  if (streams[index]) return index;
  const named = streams.slice(0, MAX_NAMED).map((stream, at) => `${at + 1} (${describe(stream)})`);
  const tracks = named.length > 0 ? `It has ${named.join(', ')}` : 'It has no sound';
  throw new JobFailure(
    'MEDIA_INVALID',
    `The source has no audio track ${JSON.stringify(selected)}. ${tracks}.`,
    `${pointer}/audio-track`,
  );
}

function hasLanguage(stream: SoundStream, language: string): boolean {
  const own = languageOf(stream);
  return own !== null && englishNameOf(own) === englishNameOf(language);
}

/**
 * Files contain "eng" or "ger", and authors write "en" or "de-AT". English language names make them
 * comparable.
 */
function englishNameOf(language: string): string {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const [primary = ''] = language.toLowerCase().split(/[-_]/);
  try {
    return names.of(ownEntry(BIBLIOGRAPHIC, primary) ?? primary) ?? primary;
  } catch {
    return primary;
  }
}

/** Bibliographic codes of ISO 639-2, which Matroska uses, that differ from BCP 47. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
};

function languageOf({ tags = {} }: SoundStream): string | null {
  const language = tags['language'] ?? tags['LANGUAGE'];
  return language && language !== 'und' ? language : null;
}

/** Describes a track for its author. Titles are left out, because they are untrusted text from the file. */
function describe(stream: SoundStream): string {
  const language = languageOf(stream)
    ?.replace(/[^\w-]/g, '')
    .slice(0, 20);
  return `${language || 'no language'}, ${stream.channels ?? '?'} channels`;
}
