import { useEffect, useRef } from 'preact/hooks';
import { isWithin, problems, video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { clock } from '../model/frames.js';
import { nameOf, shortNameOf } from '../model/names.js';
import { timeline } from '../../timeline/timeline-store.js';
import { editorOf, reorder } from './editors.js';
import { nudge, visit } from './item-keys.js';
import { placeForScene } from './scene-order.js';
import type { TimeSpan } from './time-edits.js';
import type { Item } from './tracks.js';
import { useTimeDrag } from './use-time-drag.js';
import { perSecond, visibleTimes } from './view.js';
import { Waveform } from './waveform.js';

export interface ItemViewProps {
  readonly item: Item;
  /** Whether it is the one that the Tab key reaches. */
  readonly isActive: boolean;
  /** Whether it gets the focus now. */
  readonly takesFocus: boolean;
  readonly count: number;
  readonly onActive: () => void;
  /** A scene has another place on the track. */
  readonly onMoved: (place: number) => void;
}

/** Narrower items have no handles: there would be no room to grab the item itself. */
const EDGE_PIXELS = 14;

/** Something on a track. */
export function ItemView({ item, isActive, takesFocus, count, onActive, onMoved }: ItemViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const { preview, handlers, cancel } = useTimeDrag(item);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const { start, end } = preview ?? item;
  const scale = perSecond.value;
  const name = itemName(item);
  const { edges } = editorOf(item);
  const isSelected = isOf(video.selection.value, item);
  const problem = problemOf(item);
  const label = texts.see.timeline.item(name, exactTime(start), exactTime(end));
  const title = edges.every((edge) => edge === 'move' && item.type === 'scene')
    ? `${name}. ${texts.see.timeline.locked}`
    : name;
  const width = Math.max(2, (end - start) * scale);

  function onKeyDown(event: KeyboardEvent): void {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && direction !== undefined && item.type === 'scene') {
      const place = item.index + direction;
      if (reorder(item, place)) onMoved(place);
    } else if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' || event.key === ' ') visit(item);
    else if (!nudge(item, event)) return;
    event.preventDefault();
  }

  return (
    <>
      {preview !== null && <SceneGap item={item} preview={preview} scale={scale} />}
      <div
        class={`item ${item.type} ${isSelected ? 'selected' : ''} ${problem} ${preview === null ? '' : 'dragged'}`}
        ref={element}
        role="option"
        tabIndex={isActive ? 0 : -1}
        aria-label={label}
        aria-selected={isSelected}
        aria-posinset={item.place}
        aria-setsize={count}
        title={title}
        style={{
          left: `${start * scale}px`,
          width: `${width}px`,
          '--lane': String(item.lane),
          '--overlap': `${overlapOf(item) * scale}px`,
        }}
        {...handlers}
        onDblClick={() => visit(item)}
        onFocus={onActive}
        onKeyDown={onKeyDown}
      >
        {item.type === 'audio' && <SoundShape item={item} scale={scale} />}
        <span class="item-name" dir="auto">
          {shownName(item, name)}
        </span>
        {preview !== null && (
          <span class="item-times">{`${exactTime(start)} – ${exactTime(end)}`}</span>
        )}
        {width >= EDGE_PIXELS && edges.includes('start') && (
          <span class="edge start" data-edge="start" />
        )}
        {width >= EDGE_PIXELS && edges.includes('end') && <span class="edge end" data-edge="end" />}
      </div>
    </>
  );
}

/** Where a scene that is dragged would go. */
function SceneGap(props: { item: Item; preview: TimeSpan; scale: number }) {
  const { item, preview, scale } = props;
  const scenes = timeline.value?.scenes;
  if (item.type !== 'scene' || scenes === undefined || preview.start === item.start) return null;
  const { place, seconds } = placeForScene(scenes, item.index, preview);
  if (place === item.index) return null;
  return <span class="scene-gap" style={{ left: `${seconds * scale}px` }} />;
}

function SoundShape({ item, scale }: { item: Item; scale: number }) {
  const sound = timeline.value?.sounds[item.index];
  if (sound === undefined) return null;
  const from = Math.max(0, visibleTimes.value.from - item.start);
  const to = Math.min(item.end, visibleTimes.value.to) - item.start;
  return <Waveform sound={sound} from={from} to={to} scale={scale} />;
}

function itemName({ type, pointer, index }: Item): string {
  if (type === 'word') return timeline.value?.words[index]?.word ?? '';
  if (type !== 'scene') return nameOf(video.value.value, pointer, type);
  const id = video.valueAt(`${pointer}/id`);
  return typeof id === 'string' && id !== '' ? id : texts.see.timeline.scene(index + 1);
}

function shownName({ type, pointer }: Item, name: string): string {
  if (type === 'word' || type === 'scene') return name;
  return shortNameOf(video.value.value, pointer, type);
}

/** Whether a pointer is that of an item, or of something in it. What is in an element is not that of its scene. */
function isOf(pointer: string, item: Item): boolean {
  if (item.pointer === '' || !isWithin(pointer, item.pointer)) return false;
  return item.type !== 'scene' || !isWithin(pointer, `${item.pointer}/elements`);
}

/** The worst of what is wrong with an item, as a class. */
function problemOf(item: Item): string {
  const own = problems.value.filter((one) => isOf(one.pointer, item));
  if (own.some(({ severity }) => severity === 'error')) return 'wrong';
  return own.length > 0 ? 'doubtful' : '';
}

/** How long the scene before is still visible. */
function overlapOf({ type, index }: Item): number {
  return type === 'scene' ? (timeline.value?.scenes[index]?.transition_seconds ?? 0) : 0;
}

/** A time to the millisecond, such as `01:02.345`. */
function exactTime(seconds: number): string {
  const millis = Math.round(seconds * 1000);
  return `${clock(millis / 1000)}.${String(millis % 1000).padStart(3, '0')}`;
}
