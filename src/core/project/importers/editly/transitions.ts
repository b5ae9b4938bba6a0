import type { TransitionStyle } from '../../types/transition-styles.js';
import { asWritten } from '../as-written.js';
import { numberOf } from '../css.js';
import { OwnObject } from '../own-object.js';
import type { Layer } from './layer.js';
import { ANY_TRANSITION } from './random.js';
import type { Spec } from './spec.js';

const DEFAULT_SECONDS = 0.5;
const [SHORTEST, LONGEST] = [0.1, 5];

/** Transitions that are the same here. */
const SAME: Readonly<Record<string, TransitionStyle>> = {
  ...{ fade: 'fade', fadegrayscale: 'fadegrays', fadecolor: 'fadeblack' },
  ...{ wipeleft: 'wipeleft', wiperight: 'wiperight', wipeup: 'wipeup', wipedown: 'wipedown' },
  ...{ circleopen: 'circleopen', circlecrop: 'circlecrop', pixelize: 'pixelize' },
  ...{ radial: 'radial', colourdistance: 'distance' },
};

/** The nearest style for those of the gl-transitions that have none here. */
const NEAREST: Readonly<Record<string, TransitionStyle>> = {
  ...{ angular: 'radial', pinwheel: 'radial', swirl: 'radial', kaleidoscope: 'radial' },
  ...{ rotatetransition: 'radial', powerkaleido: 'radial', rolls: 'radial' },
  ...{ rotate_scale_fade: 'zoomin', rotate_scale_vanish: 'zoomin', 'scale-in': 'zoomin' },
  ...{ crosszoom: 'zoomin', simplezoom: 'zoomin', simplezoomout: 'zoomin', dreamyzoom: 'zoomin' },
  ...{ zoomincircles: 'zoomin', bowtiehorizontal: 'horzopen', bowtievertical: 'vertopen' },
  ...{ horizontalopen: 'horzopen', horizontalclose: 'horzclose', doorway: 'vertopen' },
  ...{ verticalopen: 'vertopen', verticalclose: 'vertclose' },
  ...{ bounce: 'slidedown', doomscreentransition: 'slidedown', topbottom: 'slidedown' },
  ...{ cube: 'slideleft', swap: 'slideleft', mosaic: 'slideleft', leftright: 'slideleft' },
  ...{ bookflip: 'slideleft', x_axis_translation: 'slideleft', slides: 'slideleft' },
  ...{ circle: 'circleopen', cannabisleaf: 'circleopen', heart: 'circleopen' },
  ...{ polar_function: 'circleopen', undulatingburnout: 'circleopen', starwipe: 'circleopen' },
  ...{ polkadotscurtain: 'circleopen', 'coord-from-in': 'circleopen', rectangle: 'rectcrop' },
  ...{ rectanglecrop: 'rectcrop', burn: 'fadewhite', filmburn: 'fadewhite' },
  ...{ overexposure: 'fadewhite', crosswarp: 'smoothleft', directionalwarp: 'smoothleft' },
  ...{ wind: 'smoothright', static_wipe: 'wiperight', zoomleftwipe: 'wipeleft' },
  ...{ zoomrigthwipe: 'wiperight', directionalwipe: 'diagtl', squareswire: 'diagtl' },
  ...{ invertedpagecurl: 'diagbr', windowblinds: 'hlslice', windowslice: 'hlslice' },
  ...{ randomsquares: 'pixelize', hexagonalize: 'pixelize', flyeye: 'pixelize' },
  ...{ glitchdisplace: 'pixelize', glitchmemories: 'pixelize', parametric_glitch: 'pixelize' },
  ...{ gridflip: 'squeezeh', squeeze: 'squeezev', linearblur: 'hblur', tangentmotionblur: 'hblur' },
  ...{ dissolve: 'dissolve', perlin: 'dissolve', crosshatch: 'dissolve', luma: 'dissolve' },
  ...{ luminance_melt: 'dissolve', crazyparametricfun: 'dissolve', displacement: 'dissolve' },
  ...{ butterflywavescrawler: 'dissolve', tvstatic: 'dissolve', staticfade: 'dissolve' },
  ...{ randomnoisex: 'dissolve', colorphase: 'fade', dreamy: 'fade', morph: 'fade' },
  ...{ multiply_blend: 'fade', ripple: 'fade', stereoviewer: 'fade', waterdrop: 'fade' },
  ...{ edgetransition: 'fade', dummy: 'fade' },
};

/** Slides by the side that the pictures move to. */
const SLIDES: Readonly<Record<string, TransitionStyle>> = {
  ...{ 'directional-left': 'slideleft', 'directional-right': 'slideright' },
  ...{ 'directional-up': 'slideup', 'directional-down': 'slidedown' },
};

/**
 * The transition between two clips, which a spec has at the end of the first one. Null for a cut. It gets shorter if a clip
 * is less than twice as long.
 *
 * @param given the transition of the clip with the defaults; null if there is none
 */
export function translateTransition(given: Layer | null, spec: Spec): OwnObject | null {
  if (given === null) return null;
  const seconds = given.get('duration') === undefined ? DEFAULT_SECONDS : given.number('duration');
  const name = given.get('name') ?? 'random';
  if (seconds === null || seconds <= 0) return null;
  const own = new OwnObject(given.pointer);
  own.set('style', styleOf(name, given, spec), given.at('name'));
  const bounded = Math.min(LONGEST, Math.max(SHORTEST, seconds));
  if (bounded !== seconds)
    spec.report.note(
      given.at('duration'),
      `Transitions last ${SHORTEST} to ${LONGEST} seconds, so this one lasts ${bounded}.`,
    );
  own.set('duration', bounded, given.at('duration'));
  own.set('shorten', true, given.at('duration'));
  noteCurves(given, spec);
  return own;
}

function styleOf(given: unknown, transition: Layer, spec: Spec): TransitionStyle {
  const written = asWritten(given).slice(0, 60);
  const name = written.toLowerCase();
  const at = transition.at('name');
  const easing = transition.get('easing');
  const params = transition.get('params');
  if (name === 'random') return spec.any(ANY_TRANSITION);
  if (name === 'directional') return slideOf(params, transition, spec);
  const slide = own(SLIDES, name);
  if (slide !== undefined) {
    spec.report.note(at, `The transition "${written}" moves evenly, and does not slow down.`);
    return slide;
  }
  if (easing !== undefined && easing !== null && easing !== 'linear')
    spec.report.note(transition.at('easing'), 'Transitions pass evenly here.');
  if (params !== undefined && params !== null)
    spec.report.note(transition.at('params'), 'Transitions have no parameters here.');
  const same = own(SAME, name);
  if (same !== undefined) return same;
  const nearest = own(NEAREST, name);
  const message =
    nearest === undefined
      ? `The transition "${written}" is unknown, so it is "fade".`
      : `The transition "${written}" is not available. The nearest is "${nearest}".`;
  spec.report.note(at, message);
  return nearest ?? 'fade';
}

const own = (styles: Readonly<Record<string, TransitionStyle>>, name: string) =>
  Object.hasOwn(styles, name) ? styles[name] : undefined;

/** `directional` moves in a direction of its parameters, which is down by default. */
function slideOf(params: unknown, transition: Layer, spec: Spec): TransitionStyle {
  const { direction } = (params ?? {}) as { direction?: unknown };
  const [across, down] = Array.isArray(direction) ? direction.map(numberOf) : [0, 1];
  if (across === 1 && down === 0) return 'slideleft';
  if (across === -1 && down === 0) return 'slideright';
  if (across === 0 && down === -1) return 'slideup';
  if (across !== 0 || down !== 1)
    spec.report.note(transition.at('params'), 'Pictures slide along a side, so they slide down.');
  return 'slidedown';
}

function noteCurves(given: Layer, { report }: Spec): void {
  for (const name of ['audioInCurve', 'audioOutCurve']) {
    const curve = given.get(name);
    if (![undefined, null, 'tri'].includes(curve as string))
      report.note(given.at(name), 'Sounds of a transition fade linearly.');
  }
}
