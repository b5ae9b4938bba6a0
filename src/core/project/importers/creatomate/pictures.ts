import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { clippedPicture, isInside } from './clipped.js';
import { animateDraft, type Draft, draftOf, ownOf, placeDraft } from './element.js';
import { translateFit } from './fit.js';
import { translateColors, translateEdge, translateLayer, translateShadow } from './looks.js';
import { translatePlayback, translateSource } from './media.js';
import { namesOf, type Stage } from './script.js';
import type { Timing } from './timing.js';

/** A picture or a video. Empty without a source. */
export function translatePicture(
  type: 'image' | 'video',
  props: Members,
  stage: Stage,
  timing: Timing,
): OwnObject[] {
  const own = ownOf(props, type);
  if (!translateSource(props, own, stage)) return [];
  const draft = draftOf(props, { stage, timing, fills: true });
  const inner = clippedPicture(draft);
  const shown = inner ?? draft;
  if (type === 'video') {
    translatePlayback(props, own, shown.motion, stage);
    stage.script.sounds.push({ own, names: [...stage.names, ...namesOf(props)] });
  } else {
    for (const name of [
      'volume',
      'loop',
      'trim-start',
      'trim-duration',
      'audio-fade-in',
      'audio-fade-out',
    ])
      props.get(name);
  }
  const box = translateFit(props, own, shown.geometry.box, stage);
  translateColors(props, own, stage, draft.transform.blur);
  if (inner !== null) {
    animateDraft(inner, isInside);
    placeDraft(inner, own, type, box);
    return [bordersAround(own, draft)];
  }
  translateEdge(props, own, type, { box, stage });
  translateShadow(props, own, type, stage);
  animateDraft(draft);
  translateLayer(props, own, stage);
  placeDraft(draft, own, type, box);
  return [own];
}

/** A group with the borders of a picture, which cut what moves inside of them. */
function bordersAround(picture: OwnObject, draft: Draft): OwnObject {
  const { props, stage, timing, geometry } = draft;
  const own = ownOf(props, 'group');
  picture.set('duration', timing.length.kind === 'media' ? -1 : -2, props.at('duration'));
  own.setList('elements', [picture], props.pointer);
  translateEdge(props, own, 'group', { box: geometry.box, stage });
  translateShadow(props, own, 'group', stage);
  animateDraft(draft, (animation) => !isInside(animation));
  translateLayer(props, own, stage);
  placeDraft(draft, own, 'group');
  return own;
}
