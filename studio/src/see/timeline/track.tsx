import { useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { ItemView } from './item.js';
import type { Track } from './tracks.js';
import { perSecond, reveal, visibleTimes } from './view.js';
import { WordStrip } from './word-strip.js';

/** More items would be too narrow to read, and slow. */
const MOST_ITEMS = 250;

/** A track with its heading. Arrow keys go from item to item. */
export function TrackView({ track }: { track: Track }) {
  const { items, id, lanes } = track;
  const [active, setActive] = useState('');
  const [focused, setFocused] = useState('');
  const known = items.findIndex(({ key }) => key === active);
  const at = Math.max(0, known);
  const { from, to } = visibleTimes.value;
  const visible = items.filter(({ start, end }) => end >= from && start <= to);
  const isCrowded = visible.length > MOST_ITEMS;
  const shown = isCrowded ? [] : visible;
  // What has the focus exists, wherever the timeline is scrolled to.
  const activeItem = items[at]!;
  const all = shown.includes(activeItem) ? shown : [activeItem, ...shown];
  const name = texts.see.timeline.tracks[id];

  function onKeyDown(event: KeyboardEvent): void {
    const targets: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: items.length - 1,
    };
    const target = items[targets[event.key] ?? -1];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setActive(target.key);
    setFocused(target.key);
    reveal(target.start);
  }

  return (
    <div class={`track ${id}`} style={{ '--lanes': String(lanes) }}>
      <div class="track-name" title={name}>
        {name}
      </div>
      <div
        class="track-items"
        role="listbox"
        aria-label={name}
        aria-orientation="horizontal"
        onKeyDown={onKeyDown}
      >
        {isCrowded && <WordStrip items={visible} scale={perSecond.value} />}
        {all.map((item) => (
          <ItemView
            key={item.key}
            item={item}
            isActive={item === activeItem}
            takesFocus={item.key === focused}
            count={items.length}
            onMoved={(place) => {
              const moved = `/scenes/${place} 0`;
              setActive(moved);
              setFocused(moved);
            }}
            onActive={() => {
              setActive(item.key);
              setFocused('');
            }}
          />
        ))}
      </div>
    </div>
  );
}
