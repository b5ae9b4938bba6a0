import { JobFailure } from '../../../core/job/job-failure.js';
import type { AudioTrack } from '../../../core/sources/source-key.js';

/** A stream of sound as ffprobe tells of it. */
export interface SoundStream {
  readonly channels?: number;
  readonly disposition?: { readonly default?: number };
  readonly tags?: Readonly<Record<string, string>>;
}

/** Far more than any disc has. */
const MOST_NAMED = 20;

/**
 * Which stream of sound is played: the wanted one, else the one that its file marks as the default,
 * else the first.
 *
 * @returns its index among those of sound; -1 when there is no sound
 * @throws JobFailure MEDIA_INVALID when there is no such track; it lists those that there are
 */
export function chooseTrack(
  streams: readonly SoundStream[],
  wanted: AudioTrack,
  pointer: string,
): number {
  if (wanted === null) {
    return Math.max(
      streams.length > 0 ? 0 : -1,
      streams.findIndex(({ disposition }) => disposition?.default === 1),
    );
  }
  const index =
    typeof wanted === 'number' ? wanted - 1 : streams.findIndex((stream) => speaks(stream, wanted));
  if (streams[index]) return index;
  const named = streams.slice(0, MOST_NAMED).map((stream, at) => `${at + 1} (${describe(stream)})`);
  const has = named.length > 0 ? `it has ${named.join(', ')}` : 'it has no sound';
  throw new JobFailure(
    'MEDIA_INVALID',
    `The source has no audio track ${JSON.stringify(wanted)}: ${has}.`,
    `${pointer}/audio-track`,
  );
}

function speaks(stream: SoundStream, language: string): boolean {
  const own = languageOf(stream);
  return own !== null && wordOf(own) === wordOf(language);
}

/** Files say "eng" or "ger", people "en" or "de-AT": the name in English tells whether they are the same. */
function wordOf(language: string): string {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const [primary = ''] = language.toLowerCase().split(/[-_]/);
  try {
    return names.of(BIBLIOGRAPHIC[primary] ?? primary) ?? primary;
  } catch {
    return primary;
  }
}

/** Codes of ISO 639-2 for libraries, which Matroska has, that are not those of BCP 47. */
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

/** What its author can know it by; titles are text of the file's and stay out. */
function describe(stream: SoundStream): string {
  const language = languageOf(stream)
    ?.replace(/[^\w-]/g, '')
    .slice(0, 20);
  return `${language || 'no language'}, ${stream.channels ?? '?'} channels`;
}
