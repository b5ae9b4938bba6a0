import { isWithin, problems } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { Icon, type IconName } from '../../ui/icon.js';
import type { Item } from './items.js';
import type { DragHandlers, Side } from './use-drag.js';

export interface OutlineItemProps {
  readonly item: Item;
  readonly isSelected: boolean;
  /** Undefined: it has nothing in it. */
  readonly isOpen: boolean | undefined;
  /** Where what is dragged would be dropped. */
  readonly drop: Side | null;
  readonly drag: DragHandlers;
  readonly onSelect: () => void;
  readonly onToggle: (isOpen: boolean) => void;
}

/** A line of the outline. */
export function OutlineItem(props: OutlineItemProps) {
  const { item, isSelected, isOpen, drop, drag, onSelect, onToggle } = props;
  const { pointer, level, kind, type, title, about, place, count } = item;
  const isWrong = problems.value.some((problem) => isOwn(item, problem.pointer));
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={count}
      aria-selected={isSelected}
      aria-expanded={isOpen}
      tabIndex={isSelected ? 0 : -1}
      class={`outline-item level-${level} ${drop === null ? '' : `drop-${drop}`}`}
      data-pointer={pointer}
      onClick={onSelect}
      {...drag}
    >
      {kind === 'scene' ? (
        <span
          class={`outline-toggle ${isOpen === undefined ? 'empty' : ''}`}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            if (isOpen !== undefined) onToggle(!isOpen);
          }}
        >
          <Icon name={isOpen === true ? 'down' : 'forward'} />
        </span>
      ) : (
        <span class="outline-icon">
          <Icon name={ICONS[type] ?? 'settings'} />
        </span>
      )}
      <span class="outline-title" dir="auto">
        {title}
      </span>
      {isWrong && (
        <span class="outline-problem" title={texts.write.outline.problem}>
          <Icon name="error" />
          <span class="visually-hidden">{texts.write.outline.problem}</span>
        </span>
      )}
      <span class="outline-about">{about}</span>
    </li>
  );
}

/** A problem is shown at the part that has it, and not at what contains that part. */
function isOwn({ pointer, kind }: Item, at: string): boolean {
  if (kind === 'element') return isWithin(at, pointer);
  if (kind === 'scene') return isWithin(at, pointer) && !/^\/scenes\/\d+\/elements\/\d+/.test(at);
  return !/^\/(scenes|elements)\/\d+/.test(at);
}

const ICONS: Readonly<Record<string, IconName>> = {
  text: 'text',
  video: 'video',
  image: 'image',
  audio: 'sound',
  voice: 'volume',
  shape: 'shape',
  html: 'code',
  waveform: 'sound',
  group: 'shape',
  component: 'shape',
  subtitles: 'captions',
};
