import type { VideoDocument } from './video-document.js';

/**
 * Moves a scene to another place, as one change, and selects it there. A first scene cannot have a transition, so that of
 * a scene that becomes the first one goes to the scene that was it before.
 *
 * @param from its index
 * @param to its index afterward
 * @returns whether it moved
 */
export function moveScene(video: VideoDocument, from: number, to: number): boolean {
  let hasMoved = false;
  video.transact(() => {
    hasMoved = from !== to && video.move(`/scenes/${from}`, to);
    if (!hasMoved) return;
    video.selection.value = `/scenes/${to}`;
    const transition = video.valueAt('/scenes/0/transition');
    if (transition === undefined) return;
    video.remove('/scenes/0/transition');
    const first = `/scenes/${from === 0 ? to : 1}`;
    if (video.valueAt(`${first}/transition`) === undefined) {
      video.edit(`${first}/transition`, transition);
    }
  });
  return hasMoved;
}
