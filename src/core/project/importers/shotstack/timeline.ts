import { asWritten } from '../as-written.js';
import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { translateCaptions } from './captions.js';
import { type Clip, type ClipTime, secondsOf } from './clip.js';
import type { Edit } from './edit.js';
import { noteUnread, objectIn, quoted, rounded } from './fields.js';
import { translateHtml } from './html.js';
import { setLuma } from './lumas.js';
import {
  type Begin,
  translateAudio,
  translatePicture,
  translateSoundtrack,
  translateSpeech,
} from './media.js';
import { translateRichText } from './rich-text.js';
import { translateShape, translateSvg } from './shapes.js';
import { translateText } from './text.js';
import { planTimes, type TimePlan } from './timing.js';
import { translateTitle } from './titles.js';

const MOST_CLIPS = 5_000;
/** Elements that a list of a video config can have. */
const MOST_ELEMENTS = 500;
/** Fields of clips and assets that never change the picture or the sound. */
const WITHOUT_EFFECT = ['id', 'alias', 'start', 'length'];
const CAPTIONS: ReadonlySet<string> = new Set(['caption', 'rich-caption']);
const SOUNDS: ReadonlySet<string> = new Set(['audio', 'text-to-speech']);
/** A timeline without a length lasts that long, in seconds. */
const EMPTY_SECONDS = 1;

interface TimelineScope {
  readonly edit: Edit;
  /** The length of the range that is rendered in seconds, or null. */
  readonly length: number | null;
}

/** Sets the elements and the length of the only scene. Returns the captions, which are those of the whole video. */
export function translateTimeline(
  timeline: Members,
  scene: OwnObject,
  { edit, length }: TimelineScope,
): OwnObject | null {
  const { report } = edit;
  const tracks = tracksOf(timeline, edit);
  const plan = skipped(planTimes(tracks, report), edit);
  const elements: OwnObject[] = [];
  const captions = captionsOf(tracks, plan, edit);
  const soundtrack = translateSoundtrack(objectIn(timeline, 'soundtrack', report), edit);
  if (soundtrack !== null) elements.push(soundtrack);
  const translator = new ClipTranslator(plan, edit, captions?.alias ?? null);
  // The first track is the uppermost one.
  for (const track of [...tracks].reverse()) elements.push(...translator.track(track));
  setLength(scene, { plan, length, hasClips: tracks.some((track) => track.length > 0) }, elements);
  scene.setList('elements', grouped(elements, edit), timeline.at('tracks'));
  return captions?.own ?? null;
}

function tracksOf(timeline: Members, { report }: Edit): Clip[][] {
  const given = timeline.get('tracks');
  const at = timeline.at('tracks');
  if (!Array.isArray(given)) {
    if (given !== undefined) report.refuse(at, 'Expected "tracks" to be a list.');
    return [];
  }
  let count = 0;
  return given.map((item: unknown, track) => {
    const members = new Members(isJsonObject(item) ? item : {}, childPointer(at, track));
    const list = members.get('clips');
    if (!Array.isArray(list)) {
      report.note(members.pointer, 'A track has a list of clips. This one has none.');
      return [];
    }
    count += list.length;
    if (count > MOST_CLIPS) {
      report.refuse(at, `Expected at most ${MOST_CLIPS} clips.`);
      return [];
    }
    members.get('id');
    noteUnread(members, report);
    return list.flatMap((clip: unknown, index) => {
      const place = childPointer(members.at('clips'), index);
      return clipOf(clip, place, { track, index, report }) ?? [];
    });
  });
}

function clipOf(
  given: unknown,
  at: string,
  {
    track,
    index,
    report,
  }: { readonly track: number; readonly index: number } & Pick<Edit, 'report'>,
): Clip | null {
  if (!isJsonObject(given) || !isJsonObject(given['asset'])) {
    report.refuse(at, 'Expected a clip to be an object with an "asset".');
    return null;
  }
  const members = new Members(given, at);
  const asset = new Members(members.get('asset') as Record<string, unknown>, members.at('asset'));
  const type = asWritten(asset.get('type') ?? 'missing').toLowerCase();
  return { members, asset, type, id: `track-${track + 1}-clip-${index + 1}`, track };
}

/** The times from the start of the range that is rendered. */
function skipped(plan: TimePlan, { skipped: from, report }: Edit): TimePlan {
  if (from === 0) return plan;
  const times = new Map<Clip, ClipTime>();
  for (const [clip, time] of plan.times) {
    const start = secondsOf(time.start);
    if (start === null) {
      const message = 'The range starts after 0, so the times of clips must be numbers.';
      report.refuse(clip.members.at('start'), message);
      continue;
    }
    const cut = Math.max(0, from - start);
    const seconds = secondsOf(time.length);
    const length = seconds === null ? time.length : { seconds: seconds - cut };
    if (seconds !== null && seconds - cut <= 0) continue;
    times.set(clip, { start: { seconds: Math.max(0, start - from) }, length, cut });
  }
  return { times, end: plan.end === null ? null : Math.max(0, plan.end - from) };
}

/** The captions of the timeline, of which a video has one kind. */
function captionsOf(tracks: readonly (readonly Clip[])[], plan: TimePlan, edit: Edit) {
  const clips = tracks.flat().filter((clip) => CAPTIONS.has(clip.type) && plan.times.has(clip));
  const [first, ...others] = clips;
  for (const { members } of others)
    edit.report.note(members.pointer, 'A video has captions once, so these are left out.');
  if (first === undefined) return null;
  const captions = translateCaptions({ clip: first, time: plan.times.get(first)!, edit });
  finish(first, edit);
  return captions;
}

/** Notes what nobody has read of a clip. */
function finish({ members, asset }: Clip, { report }: Edit): void {
  for (const name of WITHOUT_EFFECT) members.get(name);
  for (const name of ['id', 'type']) asset.get(name);
  noteUnread(asset, report);
  noteUnread(members, report);
}

class ClipTranslator {
  /** Clips to whose times others refer. */
  private readonly referred = new Set<Clip>();

  constructor(
    private readonly plan: TimePlan,
    private readonly edit: Edit,
    /** The alias of the clip whose speech is shown as captions. */
    private readonly heard: string | null,
  ) {
    for (const { start, length } of plan.times.values()) {
      if ('after' in start) this.referred.add(start.after);
      if ('sameAs' in start) this.referred.add(start.sameAs);
      if (typeof length === 'object' && 'sameAs' in length) this.referred.add(length.sameAs);
    }
  }

  track(clips: readonly Clip[]): OwnObject[] {
    const { edit, plan } = this;
    const lumas = clips.filter((clip) => clip.type === 'luma' && plan.times.has(clip));
    return clips.flatMap((clip) => {
      const time = plan.times.get(clip);
      if (time === undefined || CAPTIONS.has(clip.type)) return this.orBlank(clip, []);
      const seconds = secondsOf(time.length);
      if (seconds !== null && seconds < 0.001) {
        edit.report.note(clip.members.at('length'), 'A clip without a length is left out.');
        return this.orBlank(clip, []);
      }
      const elements = this.clip(clip, time);
      const [seen] = elements;
      if (seen !== undefined && clip.type !== 'luma' && !SOUNDS.has(clip.type))
        setLuma(seen, clip, lumas, { times: plan.times, edit });
      return this.orBlank(clip, elements);
    });
  }

  private clip(clip: Clip, time: ClipTime): OwnObject[] {
    const { edit } = this;
    const scope = { clip, time, edit, begin: this.begin };
    const elements = this.translated(clip, scope);
    if (clip.type !== 'luma') finish(clip, edit);
    return elements;
  }

  private translated(clip: Clip, scope: Parameters<typeof translateText>[0]): OwnObject[] {
    switch (clip.type) {
      case 'image':
      case 'text-to-image':
        return translatePicture('image', scope);
      case 'image-to-video':
        return translatePicture('image', scope);
      case 'video':
        return translatePicture('video', scope);
      case 'audio':
        return translateAudio(scope);
      case 'text-to-speech':
        return translateSpeech(scope, 'text');
      case 'text':
        return translateText(scope);
      case 'rich-text':
        return translateRichText(scope);
      case 'title':
        return translateTitle(scope);
      case 'html':
      case 'html5':
        return translateHtml(scope);
      case 'shape':
        return translateShape(scope);
      case 'svg':
        return translateSvg(scope);
      case 'luma':
        return [];
      default:
        this.edit.report.refuse(
          clip.asset.at('type'),
          `Assets of the type ${quoted(clip.type)} are not available.`,
        );
        return [];
    }
  }

  /** An element that is not seen, if times of others depend on a clip that is left out. */
  private orBlank(clip: Clip, elements: OwnObject[]): OwnObject[] {
    if (elements.length > 0 || !this.referred.has(clip)) return elements;
    return [this.begin('shape', clip).set('fill', '#00000000').set('width', 16).set('height', 16)];
  }

  /** Starts an element with the times of its clip. */
  private readonly begin: Begin = (type, clip) => {
    const { members } = clip;
    const own = new OwnObject(members.pointer).set('type', type, clip.asset.at('type'));
    if (this.referred.has(clip)) own.set('id', clip.id, members.at('alias'));
    const time = this.plan.times.get(clip);
    if (time === undefined) return own.set('duration', EMPTY_SECONDS);
    own.set('start', startOf(time), members.at('start'));
    own.set('duration', durationOf(time, type), members.at('length'));
    const isHeard = this.heard === null || members.get('alias') === this.heard;
    if (type === 'audio' && !isHeard) own.set('speech', false, members.at('alias'));
    return own;
  };
}

function startOf({ start }: ClipTime): unknown {
  if ('after' in start) return { after: start.after.id };
  if ('sameAs' in start) return { 'same-as': start.sameAs.id };
  return start.seconds === 0 ? undefined : rounded(start.seconds);
}

/** What has no source can't be as long as it. */
function durationOf({ length }: ClipTime, type: string): unknown {
  if (length === 'end') return -2;
  if (length === 'natural') return ['video', 'audio', 'voice'].includes(type) ? -1 : 3;
  if ('sameAs' in length) return { 'same-as': length.sameAs.id };
  return Math.max(0.001, rounded(length.seconds));
}

/** The scene ends with the last clip whose length does not depend on that of the timeline. */
function setLength(
  scene: OwnObject,
  {
    plan,
    length,
    hasClips,
  }: { readonly plan: TimePlan; readonly length: number | null; readonly hasClips: boolean },
  elements: readonly OwnObject[],
): void {
  const { end } = plan;
  const lasts = elements.some((element) => element.get('duration') !== -2);
  if (length !== null && (end === null || length < end)) {
    scene.set('duration', rounded(length));
    return;
  }
  if (end !== null && end > 0) return void scene.set('duration', rounded(end));
  if (hasClips && lasts) return void scene.set('duration', 'longest');
  // Only music: it is as long as itself.
  const music = elements.find((element) => element.get('type') === 'audio');
  if (music === undefined) return void scene.set('duration', EMPTY_SECONDS);
  music.set('duration', -1);
  scene.set('duration', 'longest');
}

/** Elements in groups, if there are too many for one list. Those of a group are next to each other. */
function grouped(elements: OwnObject[], { frame }: Edit): OwnObject[] {
  if (elements.length <= MOST_ELEMENTS) return elements;
  const groups: OwnObject[] = [];
  for (let at = 0; at < elements.length; at += MOST_ELEMENTS) {
    const part = elements.slice(at, at + MOST_ELEMENTS);
    const group = new OwnObject(part[0]!.origin).set('type', 'group').set('duration', -2);
    group.set('width', frame.width).set('height', frame.height);
    groups.push(group.setList('elements', part, part[0]!.origin));
  }
  return groups;
}
