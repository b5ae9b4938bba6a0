import { sampleOfFrame } from '../time/time.js';
import type { Timeline } from './types.js';

/**
 * How far each scene boundary lies from its exact time, in frames (positive: late). Boundaries are rounded
 * once from the exact sum, so none is off by more than half a frame, however many scenes there are.
 */
export function boundaryDrifts({ scenes, fps }: Timeline): number[] {
  const samplesPerFrame = sampleOfFrame(1, fps);
  return scenes.map(
    (scene) => (sampleOfFrame(scene.endFrame, fps) - scene.endSample) / samplesPerFrame,
  );
}
