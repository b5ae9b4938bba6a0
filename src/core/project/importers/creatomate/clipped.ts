import { SILENT } from '../report.js';
import { type Animation, animationsOf } from './animation.js';
import { strokeOf } from './colors.js';
import type { Draft } from './element.js';
import { Motion } from './motion.js';
import { MOST_GROUPS } from './script.js';
import { AT_REST } from './transforms.js';

/** Whether an animation moves what is in an element, and not its borders. */
export function isInside({ type, props }: Animation): boolean {
  const scope = props.get('scope');
  if (type === 'pan') return scope !== 'composition';
  return scope === 'element' && ['scale', 'slide', 'spin'].includes(type);
}

/**
 * The picture in an element whose borders cut it with `clip`, if it moves inside of them. Null if it does not, or if nobody
 * sees the borders.
 */
export function clippedPicture(draft: Draft): Draft | null {
  const { props, stage, timing, geometry } = draft;
  if (props.get('clip') !== true || stage.depth >= MOST_GROUPS) return null;
  const { script } = stage;
  const quiet = { ...stage, script: { ...script, report: SILENT } };
  if (!animationsOf(props, quiet).some(isInside) || !isFramed(draft)) return null;
  const { width, height } = geometry.box;
  return {
    ...draft,
    geometry: { ...geometry, box: { x: 0, y: 0, width, height } },
    motion: new Motion(timing.seconds, script.report),
    transform: AT_REST,
  };
}

/** Whether an element has borders within its composition. */
function isFramed({ props, stage, geometry, motion }: Draft): boolean {
  const { x, y, width, height } = geometry.box;
  const { frame, scale } = stage.script;
  const fills = x <= 0 && y <= 0 && x + width >= stage.width && y + height >= stage.height;
  const scope = { frame, scale, whole: Math.min(width, height) };
  const isPlain = !props.has('border-radius') && strokeOf(props, scope, 1000, SILENT) === null;
  return !fills || !isPlain || motion.isSeen;
}
