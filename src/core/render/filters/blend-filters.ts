import type { BlendMode } from '../../project/types/index.js';

/** Modes that look at all three colors of a pixel at once. */
type NonSeparable = 'hue' | 'saturation' | 'color' | 'luminosity';
type Separable = Exclude<BlendMode, 'normal' | NonSeparable>;

/**
 * The blend functions of W3C Compositing and Blending, section 10.1, for `x` (the element) and `y` (what is below it),
 * from 0 to 255. `add` is `plus-lighter` of section 9, and `subtract` its counterpart.
 */
const SEPARABLE: Readonly<Record<Separable, string>> = {
  multiply: 'x*y/255',
  screen: 'x+y-x*y/255',
  overlay: hardLight('y', 'x'),
  darken: 'min(x,y)',
  lighten: 'max(x,y)',
  'color-dodge': 'if(eq(y,0),0,if(eq(x,255),255,min(255,y*255/max(1,255-x))))',
  'color-burn': 'if(eq(y,255),255,if(eq(x,0),0,255-min(255,(255-y)*255/max(1,x))))',
  'hard-light': hardLight('x', 'y'),
  'soft-light':
    'if(lte(x,127.5),y-(1-2*x/255)*y*(1-y/255),' +
    'y+(2*x/255-1)*(if(lte(y,63.75),((16*y/255-12)*y/255+4)*y,255*sqrt(y/255))-y))',
  difference: 'abs(x-y)',
  exclusion: 'x+y-2*x*y/255',
  add: 'min(255,x+y)',
  subtract: 'max(0,y-x)',
};

function hardLight(upper: string, lower: string): string {
  return `if(lte(${upper},127.5),2*${upper}*${lower}/255,255-2*(255-${upper})*(255-${lower})/255)`;
}

/**
 * A filter with two inputs in RGB of the same size, the element and what is below it, that blends them.
 *
 * @param width of the inputs
 */
export function blendFilter(mode: Exclude<BlendMode, 'normal'>, width: number): string {
  if (mode in SEPARABLE) {
    const table = `'${SEPARABLE[mode as Separable]}+0.5'`;
    return `lut2=c0=${table}:c1=${table}:c2=${table}`;
  }
  // One filter sees one picture only, so the two are put side by side. The right half is cut off again.
  const [red, green, blue] = [4, 5, 6].map(
    (channel) =>
      `'if(lt(X,${width}),${nonSeparable(mode as NonSeparable, width)};${clipped(channel)}+0.5,0)'`,
  );
  return `hstack,geq=r=${red}:g=${green}:b=${blue},crop=${width}:ih:0:0:exact=1`;
}

/**
 * Leaves in the variables 4 to 6 the color that gets another luminosity, and that luminosity in 7. The element is in 0
 * to 2. The functions are those of section 10.2.
 */
function nonSeparable(mode: NonSeparable, width: number): string {
  const element = ['r(X,Y)', 'g(X,Y)', 'b(X,Y)'];
  const below = ['r', 'g', 'b'].map((plane) => `${plane}(X+${width},Y)`);
  const [color, light] = mode === 'luminosity' ? [below, element] : [element, below];
  const base = mode === 'saturation' ? below : color;
  const load = [
    ...base.map((value, at) => `st(${4 + at},${value})`),
    ...light.map((value, at) => `st(${at},${value})`),
    'st(7,0.3*ld(0)+0.59*ld(1)+0.11*ld(2))',
  ];
  const isSaturated = mode === 'hue' || mode === 'saturation';
  if (!isSaturated) return load.join(';');
  const strength = mode === 'hue' ? below : element;
  return [
    ...load,
    ...strength.map((value, at) => `st(${at},${value})`),
    `st(8,${greatest(0)}-${least(0)})`,
    `st(9,${least(4)})`,
    `st(3,${greatest(4)}-ld(9))`,
    ...[4, 5, 6].map((at) => `st(${at},if(gt(ld(3),0),(ld(${at})-ld(9))*ld(8)/ld(3),0))`),
  ].join(';');
}

/** `SetLum` and `ClipColor` for the variables 4 to 6 and the luminosity 7; the value of one channel. */
function clipped(channel: number): string {
  return [
    'st(8,ld(7)-0.3*ld(4)-0.59*ld(5)-0.11*ld(6))',
    `st(0,${least(4)}+ld(8))`,
    `st(1,${greatest(4)}+ld(8))`,
    `st(2,ld(${channel})+ld(8))`,
    'st(2,if(lt(ld(0),0),ld(7)+(ld(2)-ld(7))*ld(7)/(ld(7)-ld(0)),ld(2)))',
    'if(gt(ld(1),255),ld(7)+(ld(2)-ld(7))*(255-ld(7))/(ld(1)-ld(7)),ld(2))',
  ].join(';');
}

const least = (from: number) => `min(ld(${from}),min(ld(${from + 1}),ld(${from + 2})))`;
const greatest = (from: number) => `max(ld(${from}),max(ld(${from + 1}),ld(${from + 2})))`;
