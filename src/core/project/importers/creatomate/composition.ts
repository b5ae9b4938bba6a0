import { OwnObject } from '../own-object.js';
import type { Box } from './box.js';
import { fillOf } from './colors.js';
import { animateDraft, type Draft, ownOf, type Part, placeDraft } from './element.js';
import { noteColors, translateEdge, translateLayer, translateShadow } from './looks.js';
import { MOST_GROUPS, namesOf, type Stage } from './script.js';
import { innerElements, naturalLength } from './timing.js';
import { numberIn, round } from './units.js';

const CLEAR = '#00000000';
/** A loop is repeated that often at most. */
const MOST_PLAYS = 50;

/** A composition: a group with its own time and its own frame. */
export function translateComposition(draft: Draft): Part[] {
  const { props, stage, timing, geometry, transform } = draft;
  const { script } = stage;
  const { report } = script;
  if (stage.depth >= MOST_GROUPS) {
    report.note(
      props.pointer,
      `Compositions can be nested ${MOST_GROUPS} deep. This one is left out.`,
    );
    return [];
  }
  const own = ownOf(props, 'group');
  const { box } = geometry;
  const inner: Stage = {
    script,
    width: Math.max(1, box.width),
    height: Math.max(1, box.height),
    seconds: timing.seconds,
    from: stage.from === null || timing.startsAt === null ? null : stage.from + timing.startsAt,
    names: [...stage.names, ...namesOf(props)],
    depth: stage.depth + 1,
  };
  for (const name of ['flow-direction', 'flow'])
    if (props.get(name) !== undefined)
      report.note(props.at(name), 'Elements are placed by "x" and "y", not one after another.');
  const background = fillOf(props, report);
  const loops = loopsOf(draft, inner);
  const elements = loops?.elements ?? script.translateElements(innerElements(props), inner);
  const filled =
    typeof background === 'string' ? elements : [fillShape(draft, background, box), ...elements];
  if (typeof background === 'string' && background !== CLEAR)
    own.set('background-color', background, props.at('fill-color'));
  own.setList('elements', filled, props.at('elements'));
  translateEdge(props, own, 'group', { box, stage });
  translateShadow(props, own, 'group', stage);
  noteColors(props, 'group', stage, { blur: transform.blur, motion: draft.motion });
  noteCut(draft, filled);
  animateDraft(draft);
  translateLayer(props, own, stage);
  placeDraft(draft, own, 'group');
  return [{ own, delay: 0, ...(loops === null ? {} : { seconds: loops.seconds }) }];
}

function fillShape({ props }: Draft, fill: object, { width, height }: Box): OwnObject {
  return ownOf(props, 'shape')
    .set('fill', fill, props.at('fill-color'))
    .set('x', 0)
    .set('y', 0)
    .set('width', Math.round(width))
    .set('height', Math.round(height));
}

/** What is outside of a group is cut. Compositions cut with `clip` only. */
function noteCut({ props, geometry, stage }: Draft, elements: readonly OwnObject[]): void {
  if (props.get('clip') === true) return;
  const { width, height } = geometry.box;
  const isOut = ({ value }: OwnObject) => {
    const number = (name: string) => (typeof value[name] === 'number' ? value[name] : null);
    const [x, y, w, h] = [number('x'), number('y'), number('width'), number('height')];
    if (x === null || y === null || w === null || h === null || value['type'] === 'text')
      return false;
    return x < -2 || y < -2 || x + w > width + 2 || y + h > height + 2;
  };
  const isFrame = width >= stage.script.frame.width && height >= stage.script.frame.height;
  const outside = isFrame ? undefined : elements.find(isOut);
  if (outside !== undefined)
    stage.script.report.note(outside.origin, 'What is outside of the composition is cut.');
}

/** The elements of a composition that repeats, once for each time, and how long all of it lasts. Null if it plays once. */
function loopsOf(
  draft: Draft,
  inner: Stage,
): { readonly elements: OwnObject[]; readonly seconds: number } | null {
  const { props, stage } = draft;
  const { report, copies } = stage.script;
  const plays = numberIn(props.get('plays'), []);
  if (props.get('loop') !== true) return null;
  const list = innerElements(props);
  const natural =
    draft.timing.length.kind === 'fixed'
      ? draft.timing.length.seconds
      : naturalLength(list, { ...inner, seconds: null });
  const whole = stage.seconds;
  const at = props.at('loop');
  if (typeof natural !== 'number' || whole === null) {
    report.noteUnknown(
      at,
      'The length of the composition is not known before its media are read, so it plays once.',
    );
    return null;
  }
  const from = draft.timing.startsAt ?? 0;
  const room = Math.ceil((whole - from) / natural - 0.001);
  const count = Math.min(plays ?? MOST_PLAYS, room, MOST_PLAYS);
  if (count <= 1) return null;
  const cost = count * Math.max(1, list.length);
  if (cost > copies.left) {
    report.note(at, 'The composition has too many elements to repeat it. It plays once.');
    return null;
  }
  copies.left -= cost;
  if (count < room && plays === null) report.note(at, `The composition repeats ${count} times.`);
  const elements = Array.from({ length: count }, (_, index) => {
    const once = new OwnObject(props.pointer).set('type', 'group');
    const inside = stage.script.translateElements(list, {
      ...inner,
      seconds: natural,
      depth: inner.depth + 1,
    });
    once.set('start', round(index * natural)).set('duration', round(natural));
    return once.setList('elements', inside, props.at('elements'));
  });
  return { elements, seconds: round(Math.min(count * natural, whole - from)) };
}
