import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { hasField } from '../own-fields.js';
import type { OwnObject } from '../own-object.js';
import { SILENT } from '../report.js';
import { angleOption, animationsOf, directionOf, shareOption } from './animation.js';
import { translateComposition } from './composition.js';
import { draftOf, noteUnread, ownOf, type Part } from './element.js';
import { noteUnavailable } from './looks.js';
import { translatePlayback, translateSource, translateVoice, translateVolume } from './media.js';
import { Motion } from './motion.js';
import { translatePicture } from './pictures.js';
import { namesOf, type Stage } from './script.js';
import { translateShape } from './shapes.js';
import { translateText } from './text.js';
import { planTimes, type Timing } from './timing.js';
import { clamp, degreesOf, numberIn, round } from './units.js';

interface Translated {
  readonly props: Members;
  readonly timing: Timing;
  readonly parts: readonly Part[];
}

const MASKS = ['alpha', 'alpha-inverted', 'luma', 'luma-inverted'] as const;

/** Translates the elements of a composition, in the order in which they are painted. */
export function translateElements(given: readonly Members[], stage: Stage): OwnObject[] {
  const elements = given.filter((element) => element.get('visible') !== false);
  const times = planTimes(elements, stage);
  const translated = elements.map((props, index): Translated => {
    const timing = times[index]!;
    return { props, timing, parts: partsOf(props, stage, timing) };
  });
  const ids = idsOf(translated);
  for (const [index, one] of translated.entries()) {
    for (const [place, part] of one.parts.entries()) {
      setTimes(part, one, { ids, id: place === 0 ? ids[index] : null });
    }
  }
  addLeaving(translated, stage);
  return inPaintOrder(translated, stage);
}

/** Elements that others follow need an ID of their own. */
function idsOf(translated: readonly Translated[]): (string | null)[] {
  const followed = new Set(
    translated.flatMap(({ timing: { start } }) => (typeof start === 'number' ? [] : [start.after])),
  );
  const taken = new Set<string>();
  return translated.map(({ props }, index) => {
    const wished = props.get('id') ?? props.get('name');
    const name = typeof wished === 'string' ? wished.slice(0, 90) : '';
    const id = name !== '' && !taken.has(name) ? name : null;
    const chosen =
      id ?? (followed.has(index) ? `element ${index + 1} of ${props.pointer}`.slice(0, 100) : null);
    if (chosen !== null) taken.add(chosen);
    return chosen;
  });
}

function setTimes(
  { own, delay, seconds }: Part,
  { props, timing }: Translated,
  { ids, id }: { ids: readonly (string | null)[]; id: string | null | undefined },
): void {
  const { start, length } = timing;
  if (id !== null && id !== undefined) own.set('id', id, props.at('id'));
  if (typeof start === 'number') {
    if (start + delay > 0) own.set('start', round(start + delay), props.at('time'));
  } else {
    const offset = round(start.offset + delay);
    const after = ids[start.after];
    if (after !== null && after !== undefined)
      own.set('start', { after, ...(offset === 0 ? {} : { offset }) }, props.at('time'));
  }
  const at = props.at('duration');
  if (seconds !== undefined) own.set('duration', seconds, at);
  else if (length.kind === 'rest') own.set('duration', -2, at);
  else if (length.kind === 'media') own.set('duration', -1, at);
  else own.set('duration', Math.max(0.001, round(length.seconds - delay)), at);
}

function partsOf(props: Members, stage: Stage, timing: Timing): readonly Part[] {
  const type = props.get('type');
  const parts =
    typeof type === 'string' && Object.hasOwn(TRANSLATORS, type)
      ? TRANSLATORS[type]!(props, stage, timing)
      : unknownType(props, stage);
  if (parts.length > 0) {
    noteUnavailable(props, stage);
    noteUnread(props, stage);
  }
  return parts;
}

const at = (parts: readonly OwnObject[]): Part[] => parts.map((own) => ({ own, delay: 0 }));

const TRANSLATORS: Readonly<
  Record<string, (props: Members, stage: Stage, timing: Timing) => readonly Part[]>
> = {
  image: (props, stage, timing) => at(translatePicture('image', props, stage, timing)),
  video: (props, stage, timing) => at(translatePicture('video', props, stage, timing)),
  audio: (props, stage, timing) => at(translateSound(props, stage, timing)),
  shape: (props, stage, timing) => {
    const isBoxed = props.has('width') && props.has('height');
    return at(translateShape(draftOf(props, { stage, timing, fills: isBoxed })));
  },
  text: (props, stage, timing) => {
    if (isTranscript(props)) {
      stage.script.transcripts.push({ props, stage: { ...stage, from: fromOf(stage, timing) } });
      return [];
    }
    return translateText(draftOf(props, { stage, timing, fills: false }));
  },
  composition: (props, stage, timing) =>
    translateComposition(draftOf(props, { stage, timing, fills: true })),
  group: (props, stage, timing) =>
    translateComposition(draftOf(props, { stage, timing, fills: true })),
};

const fromOf = ({ from }: Stage, { startsAt }: Timing) =>
  from === null || startsAt === null ? null : from + startsAt;

const isTranscript = (props: Members) => {
  const source = props.get('transcript-source');
  return source !== undefined && source !== '';
};

function unknownType(props: Members, { script: { report } }: Stage): readonly Part[] {
  const type = props.get('type');
  const message =
    type === undefined
      ? 'The element has no type. It is left out.'
      : `Elements of the type "${asWritten(type).slice(0, 60)}" are not available. It is left out.`;
  report.note(type === undefined ? props.pointer : props.at('type'), message);
  return [];
}

/** A sound, or a text that a voice speaks. */
function translateSound(props: Members, stage: Stage, timing: Timing): OwnObject[] {
  const isSpoken = props.has('provider') && asWritten(props.get('provider')).trim() !== '';
  const own = ownOf(props, isSpoken ? 'voice' : 'audio');
  const motion = new Motion(timing.seconds, stage.script.report);
  const hasSource = isSpoken
    ? translateVoice(props, own, stage)
    : translateSource(props, own, stage);
  if (!hasSource || stage.script.isStill) return [];
  if (isSpoken) translateVolume(props, own, motion, stage);
  else translatePlayback(props, own, motion, stage);
  motion.write(own, isSpoken ? 'voice' : 'audio', { x: 0, y: 0 });
  stage.script.sounds.push({ own, names: [...stage.names, ...namesOf(props)] });
  return [own];
}

/** In a transition that slides, the element before slides out, too. */
function addLeaving(translated: readonly Translated[], stage: Stage): void {
  for (const { props, timing } of translated) {
    const slides = animationsOf(props, { ...stage, script: { ...stage.script, report: SILENT } });
    const transition = slides.find((one) => one.isTransition && one.type === 'slide');
    if (transition === undefined || transition.window.kind !== 'from') continue;
    if (transition.props.get('fixed') === 'first-only') continue;
    const before = beforeOf(props, timing, translated);
    const own = before?.parts[0]?.own;
    if (own === undefined || own.get('animate-out') !== undefined || own.get('type') === 'text')
      continue;
    if (!hasField(String(own.get('type')), 'animate-out')) continue;
    const quiet = { ...stage, script: { ...stage.script, report: SILENT } };
    const angle = angleOption(transition, 'direction', 180, quiet, degreesOf);
    const direction = directionOf(angle);
    const isAcross = direction === 'left' || direction === 'right';
    const share = shareOption(transition, 'distance', 1, quiet);
    const distance = Math.round(clamp(share * (isAcross ? stage.width : stage.height), 0, 16_384));
    own.set(
      'animate-out',
      {
        style: 'slide',
        direction,
        distance,
        duration: transition.window.seconds,
        ...(transition.easing === 'linear' ? {} : { easing: transition.easing }),
        fade: transition.fades ?? true,
      },
      transition.props.pointer,
    );
  }
}

/** The element that a transition leads away from. */
function beforeOf(
  props: Members,
  { start }: Timing,
  translated: readonly Translated[],
): Translated | undefined {
  if (typeof start !== 'number') return translated[start.after];
  const track = numberIn(props.get('track'), []);
  const index = translated.findIndex((one) => one.props === props);
  return track === null
    ? undefined
    : translated.slice(0, index).findLast((one) => numberIn(one.props.get('track'), []) === track);
}

/** Elements on higher tracks are painted later. A mask cuts the element below it. */
function inPaintOrder(translated: readonly Translated[], stage: Stage): OwnObject[] {
  let track = Number.NEGATIVE_INFINITY;
  const ordered = translated
    .map((one) => {
      track = numberIn(one.props.get('track'), []) ?? track;
      return { ...one, order: track };
    })
    .sort((a, b) => a.order - b.order || 0);
  const painted: (Translated & { readonly owns: OwnObject[] })[] = [];
  for (const one of ordered) {
    const mode = maskOf(one.props, stage);
    const owns = one.parts.map(({ own }) => own);
    if (mode === null) painted.push({ ...one, owns });
    else if (owns.length > 0) cut(one, owns, mode, painted.at(-1), stage);
  }
  return painted.flatMap(({ owns }) => owns);
}

function maskOf(props: Members, { script: { report } }: Stage): (typeof MASKS)[number] | null {
  const given = props.get('mask-mode');
  if (given === undefined || given === 'none') return null;
  const known = MASKS.find((mode) => mode === given);
  if (known !== undefined) return known;
  const message = Array.isArray(given)
    ? 'A mask does not change. The element is no mask.'
    : `The mask mode "${asWritten(given).slice(0, 60)}" is unknown. The element is no mask.`;
  report.note(props.at('mask-mode'), message);
  return null;
}

function cut(
  mask: Translated,
  owns: readonly OwnObject[],
  type: (typeof MASKS)[number],
  below: (Translated & { readonly owns: OwnObject[] }) | undefined,
  { script: { report } }: Stage,
): void {
  const place = mask.props.at('mask-mode');
  const target = below?.owns[0];
  const kind = String(target?.get('type'));
  if (below === undefined || target === undefined || ['audio', 'voice'].includes(kind)) {
    report.note(place, 'Nothing is below the mask that it could cut. It is left out.');
    return;
  }
  if (owns.length > 1) report.note(place, 'The mask has the first of its colors.');
  const [own] = owns;
  const { start: _start, duration, id: _id, ...element } = own!.value;
  // The time of a mask counts from that of the element that it cuts.
  const later = (mask.timing.startsAt ?? 0) - (below.timing.startsAt ?? 0);
  if (later < 0) report.note(place, 'The mask begins with the element that it cuts.');
  const times = {
    ...(later > 0 ? { start: round(later) } : {}),
    ...(duration === undefined ? {} : { duration }),
  };
  if (target.get('matte') !== undefined)
    return report.note(place, 'An element has one mask. This one is left out.');
  target.set('matte', { type, element: { ...element, ...times } }, mask.props.pointer);
}
