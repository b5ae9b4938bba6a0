import { focusMove } from '../../timeline/focus.js';
import { motionFilters } from '../filters/motion-filters.js';
import { viewportAt } from '../segment/viewport.js';
import { placeMovingView } from './moving-view.js';

const placement = {
  scaleWidth: 1920,
  scaleHeight: 1280,
  cropX: 0,
  cropY: 100,
  width: 1920,
  height: 1080,
  x: 0,
  y: 0,
};

describe('a moving view', () => {
  it('zooms in on the middle', () => {
    const move = focusMove({ zoomFrom: 1, zoomTo: 1.2, pan: null, panDistance: 0.1 })!;
    const moved = placeMovingView(placement, move, { offset: 0, count: 101 });
    expect(moved.placement).toMatchObject({ scaleWidth: 2304, scaleHeight: 1536 });
    expect(viewportAt(moved.motion, 0)).toEqual({ x: 0, y: 120, width: 2304, height: 1296 });
    expect(viewportAt(moved.motion, 100)).toEqual({ x: 192, y: 228, width: 1920, height: 1080 });
    expect(viewportAt(moved.motion, 50)).toEqual({ x: 96, y: 174, width: 2112, height: 1188 });
  });

  it('continues where the previous part ended', () => {
    const move = focusMove({ zoomFrom: 1.3, zoomTo: 1, pan: 'left', panDistance: 0.2 })!;
    const whole = placeMovingView(placement, move, { offset: 0, count: 300 });
    const part = placeMovingView(placement, move, { offset: 120, count: 300 });
    expect(viewportAt(part.motion, 30)).toEqual(viewportAt(whole.motion, 150));
  });

  it('has room for a pan, and ends at its target', () => {
    const move = focusMove({ zoomFrom: 1, zoomTo: 1, pan: 'top-left', panDistance: 0.2 })!;
    expect(move).toEqual({ from: { scale: 1.25, x: 1, y: 1 }, to: { scale: 1.25, x: 0, y: 0 } });
  });

  it('is written with numbers only', () => {
    const move = focusMove({ zoomFrom: 1, zoomTo: 1.5, pan: 'right', panDistance: 0.1 })!;
    const { motion, placement: placed } = placeMovingView(placement, move, {
      offset: 3,
      count: 90,
    });
    expect(motionFilters(motion, placed).join()).toMatch(
      /^perspective=(x|y|on|in|terpol|ation|linear|eval|frame|[-0-9.:'=+*/()])+$/,
    );
  });
});
