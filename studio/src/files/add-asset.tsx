import type { Asset } from '../api/index.js';
import { timeline } from '../timeline/timeline-store.js';
import { video } from '../document/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { showToast } from '../ui/toast.js';
import {
  addCaptionFile,
  addPicture,
  addSound,
  placeAt,
  type SoundUse,
  useFont,
} from './add-to-video.js';
import { kindOfAsset } from '../uploads/kinds.js';

/** Adds a file to the scene at the playhead, and says what happened. @param sound what a sound is */
export function addAsset(asset: Asset, sound: SoundUse = { use: 'effect' }): void {
  const words = texts.files.added;
  if (video.parsed.peek().error !== null) {
    showToast(words.notJson, { kind: 'error' });
    return;
  }
  const kind = kindOfAsset(asset);
  const { src, name } = asset;
  const place = placeAt(video.value.peek(), video.playhead.peek(), timeline.peek()?.scenes ?? null);
  const added = {
    image: () => addPicture(video, src, 'image', place),
    video: () => addPicture(video, src, 'video', place),
    audio: () => addSound(video, src, sound, place),
    font: () => useFont(video, src),
    captions: () => addCaptionFile(video, src),
  }[kind ?? 'image']();
  if (!added && kind === 'font') {
    showToast(words.noCaptions, { kind: 'error' });
    return;
  }
  const undo = (
    <Button variant="quiet" onClick={() => video.undo()}>
      {words.undo}
    </Button>
  );
  showToast(words[kind ?? 'image'](name), { action: undo });
}
