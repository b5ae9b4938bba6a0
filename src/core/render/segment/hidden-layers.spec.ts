import { PLAIN_LOOK } from '../../timeline/clip-look.js';
import { withoutHidden } from './hidden-layers.js';
import { PLAIN_TRAITS } from '../../media/picture-traits.js';
import type { Layer } from './types.js';

const KEY = { color: '#00FF00', tolerance: 0.1, blend: 0 };
const MASK = { kind: 'mask' as const, width: 100, height: 50, margin: 0, radius: 5, area: null };
const FRAME = { width: 100, height: 50 };
const layer = (more: Partial<Layer>): Layer => ({
  scaleWidth: 100,
  scaleHeight: 50,
  cropX: 0,
  cropY: 0,
  width: 100,
  height: 50,
  x: 0,
  y: 0,
  contentHash: '',
  kind: 'image',
  start: 0,
  end: 10,
  seekUs: 0,
  speed: 1,
  traits: PLAIN_TRAITS,
  translucent: false,
  opacity: 1,
  fadeIn: null,
  fadeOut: null,
  motion: null,
  path: null,
  look: null,
  shape: null,
  mask: null,
  turn: null,
  border: null,
  shadow: null,
  canvas: null,
  blend: 'normal',
  matte: null,
  ...more,
});
const kept = (...layers: Layer[]) =>
  withoutHidden({ backgroundColor: '#123456', layers }, FRAME, 10).layers.map((paint) =>
    paint.kind === 'drawing' ? paint.document : paint.contentHash,
  );

describe('hidden layers', () => {
  const below = layer({ contentHash: 'below' });

  it('are omitted below an opaque picture of the whole frame', () => {
    expect(kept(below, layer({ contentHash: 'cover' }), layer({ contentHash: 'top' }))).toEqual([
      'top',
    ]);
    const small = layer({ contentHash: 'small', width: 20 });
    expect(kept(below, layer({ contentHash: 'cover' }), small)).toEqual(['cover', 'small']);
  });

  it.each([
    ['translucent', { translucent: true }],
    ['opacity', { opacity: 0.9 }],
    ['a chroma key', { look: { ...PLAIN_LOOK, chromaKey: KEY, inner: null } }],
    ['a mask', { mask: MASK }],
    ['a fade', { fadeOut: { start: 5, count: 5 } }],
    ['a smaller picture', { height: 48 }],
    ['a picture that leaves the frame', { x: 2 }],
    ['a picture that appears later', { start: 1 }],
    ['a picture that disappears earlier', { end: 9 }],
  ])('are kept if %s may show them', (_, more) => {
    expect(kept(below, layer({ contentHash: 'top', ...more }))).toEqual(['below', 'top']);
  });

  it('are omitted below the passes of a loop', () => {
    const rounds = [0, 4, 8].map((start) =>
      layer({ contentHash: `from ${start}`, start, end: Math.min(10, start + 4) }),
    );
    expect(kept(below, ...rounds)).toEqual(['from 0', 'from 4', 'from 8']);
    expect(kept(below, rounds[0]!, rounds[2]!)).toHaveLength(3);
  });

  it('include the background', () => {
    const stack = { backgroundColor: '#123456', layers: [below] };
    expect(withoutHidden(stack, FRAME, 10).backgroundColor).toBe('#000000');
  });
});
