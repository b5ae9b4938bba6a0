import { type Asset, client } from '../api/index.js';
import { LivePicture } from '../pictures/live-picture.js';
import { still } from '../pictures/make-still.js';
import type { MakePicture } from '../pictures/picture-queue.js';
import { Icon } from '../ui/icon.js';
import { FILE_ICONS } from './file-icons.js';
import { kindOfAsset } from './kinds.js';
import './thumbnail.css';

const WIDTH = 320;
const HEIGHT = 180;
/** The browser makes small pictures of these by itself; the service makes those of all others. */
const MOST_BYTES = 1_500_000;
const SHOWN_BY_BROWSERS = /^image\/(jpeg|png|webp|gif|avif)$/;
/** Films often begin with a black frame. */
const MOMENT_SECONDS = 0.5;

/** What a file looks like. */
export function Thumbnail({ asset }: { asset: Asset }) {
  const kind = kindOfAsset(asset);
  if (kind !== 'image' && kind !== 'video') {
    return (
      <div class={`thumbnail-icon ${kind ?? 'none'}`}>
        <Icon name={FILE_ICONS[kind ?? 'none']} />
      </div>
    );
  }
  return (
    <LivePicture contentKey={`asset:${asset.sha256}`} make={makeOf(asset)} alt="" ratio={16 / 9} />
  );
}

function makeOf({ id, src, content_type: type, size_bytes: bytes }: Asset): MakePicture {
  if (SHOWN_BY_BROWSERS.test(type) && bytes <= MOST_BYTES) {
    return async (signal) => {
      const file = await client.peek()!.assets.download(id, { signal });
      return file.blob();
    };
  }
  const element = type.startsWith('video/')
    ? { type: 'video', src, volume: 0, 'accept-damaged': true }
    : { type: 'image', src, 'accept-damaged': true };
  const scenes = [{ duration: 1, elements: [element] }];
  return still({ width: WIDTH, height: HEIGHT, scenes }, { at: MOMENT_SECONDS, width: WIDTH });
}
