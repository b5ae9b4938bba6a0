import { duckingEnvelope, type VoiceSpan } from '../../core/sound/ducking.js';
import { samplesOfMs } from '../../core/time/time.js';
import type { SoundClip } from '../../core/timeline/types.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { pausesOf } from './known-pauses.js';
import { playedSpeech, type SpeechOf } from './played-speech.js';

/** Adds the volume envelopes of the sounds that duck under speech. */
export async function duckSounds(
  sounds: readonly SoundClip[],
  speechOf: SpeechOf,
): Promise<readonly SoundClip[]> {
  if (sounds.every(({ ducking }) => ducking === null)) return sounds;
  const voices = new Map<SoundClip, VoiceSpan[]>();
  for (const clip of sounds) {
    if (clip.speech !== null && clip.ducking === null) {
      voices.set(clip, voicesOf(clip, playedSpeech(clip, await speechOf(clip, 1), 1)));
    }
  }
  const all = [...voices.values()].flat();
  return sounds.map((clip) =>
    clip.ducking === null ? clip : { ...clip, envelope: duckingEnvelope(all, clip.ducking) },
  );
}

/** The spans of a clip with speech, which are those between the pauses of its source. */
function voicesOf(clip: SoundClip, speech: Float32Array): VoiceSpan[] {
  const lengthMs = (speech.length * 1000) / SPEECH_SAMPLE_RATE;
  const onTimeline = (ms: number) => clip.startSample + Math.round(samplesOfMs(ms) / clip.speed);
  const pauses = pausesOf(speech);
  const edges = [0, ...pauses.flatMap(({ startMs, endMs }) => [startMs, endMs]), lengthMs];
  const spans: VoiceSpan[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const [from, to] = [edges[index]!, edges[index + 1]!];
    if (to > from) spans.push({ startSample: onTimeline(from), endSample: onTimeline(to) });
  }
  return spans;
}
