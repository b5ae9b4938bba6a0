import type { Timeline, VisualClip } from '../timeline/types.js';
import { place } from './place.js';
import type { EncoderSettings, Layer, RenderPlan, Segment } from './types.js';

/**
 * Cuts a timeline into segments, one per scene: what changes in one scene leaves the others as
 * they were.
 *
 * @param captionsFor the ASS document of the frames [from, to), or null when no caption shows there
 */
export function buildPlan(
  timeline: Timeline,
  captionsFor: (fromFrame: number, toFrame: number) => string | null,
  encoder: EncoderSettings,
): RenderPlan {
  const { width, height, fps } = timeline;
  const segments = timeline.scenes.map((scene): Segment => {
    const { startFrame, endFrame } = scene;
    return {
      width,
      height,
      fps,
      frameCount: endFrame - startFrame,
      backgroundColor: scene.backgroundColor,
      layers: timeline.visuals
        .filter((clip) => clip.startFrame < endFrame && clip.endFrame > startFrame)
        .map((clip) => layerOf(clip, startFrame, endFrame, timeline)),
      captions: captionsFor(startFrame, endFrame),
      encoder,
    };
  });
  return { fps, totalFrames: timeline.totalFrames, segments };
}

function layerOf(clip: VisualClip, from: number, to: number, { fps }: Timeline): Layer {
  const start = Math.max(clip.startFrame, from);
  const clipOffsetFrames = start - clip.startFrame;
  return {
    contentHash: clip.contentHash,
    kind: clip.kind,
    startFrame: start - from,
    endFrame: Math.min(clip.endFrame, to) - from,
    seekUs: clip.seekUs + Math.round((clipOffsetFrames * 1_000_000 * fps.den) / fps.num),
    loop: clip.loop,
    opacity: clip.opacity,
    clipOffsetFrames,
    clipFrames: clip.endFrame - clip.startFrame,
    fadeInFrames: clip.fadeInFrames,
    fadeOutFrames: clip.fadeOutFrames,
    ...place(clip),
  };
}
