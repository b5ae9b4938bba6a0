import type { Video } from '../api/index.js';
import { texts } from '../texts/index.js';

/** What a video is like. */
export function Facts({ video }: { video: Video }) {
  const words = texts.render.facts;
  const { units } = texts;
  const { width, height, frame_rate: rate, max_drift_frames: drift } = video;
  const codecs = [video.video_codec, video.audio_codec].filter((codec) => codec !== null);
  const rendered = video.steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const hasWords = (video.subtitle_tracks ?? []).length > 0;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.duration, video.duration_seconds === null ? null : units.length(video.duration_seconds)],
    [
      words.picture,
      width === null || height === null || rate === null
        ? null
        : words.pictureOf(width, height, rate),
    ],
    [words.frames, video.frames === null ? null : units.number(video.frames)],
    [words.codecs, codecs.join(', ')],
    [words.drift, !hasWords || drift === null ? null : words.driftOf(drift)],
    [words.rendered, units.took(rendered)],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
