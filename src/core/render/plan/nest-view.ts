import { PLAIN_TRAITS } from '../../media/picture-traits.js';
import type { VisualClip } from '../../timeline/types.js';
import { evenSize } from '../../util/align.js';
import { exactPlace } from './place.js';

const NONE = { px: 0 };

/**
 * A clip whose view moves inside of its box while the box moves, as a group of the size of the box: the sampler cannot cut or
 * frame a picture that moves behind its edges. Other clips stay as they are.
 */
export function nestView(clip: VisualClip): VisualClip {
  const { movement, mask, shape, cornersAndRotation } = clip;
  const { border, rotation, cornerRadius } = cornersAndRotation;
  if (movement === null || (mask === null && border === null)) return clip;
  const isView = ({ property }: (typeof movement.channels)[number]) => property.startsWith('view-');
  const views = movement.channels.filter(isView);
  if (clip.motion === null && views.length === 0) return clip;
  const others = movement.channels.filter((channel) => !isView(channel));
  const rest = exactPlace(clip);
  const [width, height] = [evenSize(rest.width), evenSize(rest.height)];
  const { anchor } = movement;
  const inner: VisualClip = {
    ...clip,
    ...{ x: 0, y: 0, width, height, opacity: 1, fadeInFrames: 0, fadeOutFrames: 0 },
    // The box has the proportions of a picture that is not cut.
    resize: clip.resize === 'contain' || clip.resize === 'fit' ? 'cover' : clip.resize,
    movement: views.length > 0 ? { anchor, channels: views } : null,
    cornersAndRotation: {
      ...{ rotation: null, border: null, shadow: null },
      cornerRadius: shape ? cornerRadius : NONE,
    },
    ...{ mask: null, blend: 'normal', matte: null },
  };
  return {
    ...clip,
    ...rest,
    kind: 'group',
    contentHash: '',
    content: {
      // No text is in it.
      ...{ id: -1, width, height, backgroundColor: '#00000000' },
      ...{ visuals: [inner], texts: [] },
    },
    ...{ shape: null, motion: null, look: null, seekUs: 0, speed: 1, loopUs: null },
    ...{ freezeFrame: null, traits: PLAIN_TRAITS, translucent: true, resize: 'fill' },
    sourceWidth: width,
    sourceHeight: height,
    movement: others.length > 0 || rotation !== null ? { anchor, channels: others } : null,
    cornersAndRotation: { ...cornersAndRotation, cornerRadius: shape ? NONE : cornerRadius },
  };
}
