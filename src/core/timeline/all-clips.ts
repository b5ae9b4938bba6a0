import type { ClipContent, TextClip, Timeline, VisualClip, WaveformClip } from './types.js';

/** What a clip contains: the content of a group, and that of a matte. */
export function contentsOf({ content, matte }: VisualClip): ClipContent[] {
  return [...(content ? [content] : []), ...(matte ? [matte.content] : [])];
}

/** Clips with those inside of groups and mattes, each after the one that contains it. */
export function allVisuals(visuals: readonly VisualClip[]): VisualClip[] {
  return visuals.flatMap((clip) => [
    clip,
    ...contentsOf(clip).flatMap((content) => allVisuals(content.visuals)),
  ]);
}

/** A text, and the group or the matte in which it is; null if it is in the frame of the video. */
export interface PlacedTextClip {
  readonly clip: TextClip;
  readonly content: ClipContent | null;
}

/** All texts of a timeline: those in the frame of the video first. */
export function allTexts({
  texts,
  visuals,
}: Pick<Timeline, 'texts' | 'visuals'>): PlacedTextClip[] {
  return [
    ...texts.map((clip) => ({ clip, content: null })),
    ...allVisuals(visuals)
      .flatMap(contentsOf)
      .flatMap((content) => content.texts.map((clip) => ({ clip, content }))),
  ];
}

/** A waveform, and the group that it fills. */
export interface PlacedWaveform {
  readonly clip: VisualClip;
  readonly content: ClipContent;
  readonly waveform: WaveformClip;
}

/** All waveforms of a timeline. */
export function allWaveforms({ visuals }: Pick<Timeline, 'visuals'>): PlacedWaveform[] {
  return allVisuals(visuals).flatMap((clip) => {
    const { content } = clip;
    return content?.waveform ? [{ clip, content, waveform: content.waveform }] : [];
  });
}
