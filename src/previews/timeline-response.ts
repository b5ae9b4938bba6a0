import type { TimelineDescription } from '../pipeline/previews/timeline-description.js';
import type { TimelineDto } from './previews.dto.js';

/** The timeline as the API shows it. */
export function toTimelineDto(timeline: TimelineDescription): TimelineDto {
  const { width, height, frameRate, frames, durationSeconds } = timeline;
  const { words, wordTiming, captions, warnings } = timeline;
  return {
    ...{ width, height, frame_rate: frameRate, frames, duration_seconds: durationSeconds },
    scenes: timeline.scenes.map(({ startFrame, endFrame, transitionSeconds, ...scene }) => ({
      ...scene,
      start_frame: startFrame,
      end_frame: endFrame,
      transition_seconds: transitionSeconds,
    })),
    clips: timeline.clips.map(({ startFrame, endFrame, ...clip }) => ({
      ...clip,
      start_frame: startFrame,
      end_frame: endFrame,
    })),
    sounds: timeline.sounds.map(({ isSpeech, peaksPerSecond, ...sound }) => ({
      ...sound,
      is_speech: isSpeech,
      peaks_per_second: peaksPerSecond,
    })),
    ...{ words, word_timing: wordTiming, captions, warnings },
  };
}
