import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from './button.js';
import { Icon, type IconName } from './icon.js';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  readonly onSelect: () => void;
  /** For a choice of several: whether it is the one. */
  readonly isChecked?: boolean;
}

export interface MenuProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
  /** Words in the button, beside the picture. They are part of the label. */
  readonly text?: string;
  /** The edge of the button at which the list is. */
  readonly align?: 'start' | 'end';
}

/** A button with a list of actions, by the pattern of WAI-ARIA. */
export function Menu({ label, icon = 'more', items, text, align = 'end' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  function close(returnsFocus: boolean): void {
    setOpen(false);
    if (returnsFocus) root.current?.querySelector('button')?.focus();
  }

  useEffect(() => {
    if (!isOpen) return undefined;
    focusItem(list.current, 0);
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) close(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') close(false);
    else if (!moveFocus(list.current, event.key)) return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  const opener = {
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    onClick: () => setOpen(!isOpen),
  } as const;

  return (
    <div class={`menu ${align}`} ref={root}>
      {text === undefined ? (
        <IconButton {...opener} icon={icon} label={label} />
      ) : (
        <Button {...opener} variant="quiet" icon={icon} aria-label={label}>
          {text}
        </Button>
      )}
      {isOpen && (
        <div
          class="menu-list"
          role="menu"
          id={id}
          aria-label={label}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.isChecked}
              tabIndex={-1}
              onClick={() => {
                close(true);
                item.onSelect();
              }}
            >
              <span class="menu-mark">{item.isChecked === true && <Icon name="check" />}</span>
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Moves the focus for a key. Returns false if the key means nothing in a menu. */
function moveFocus(list: HTMLElement | null, key: string): boolean {
  const items = [...(list?.children ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[key];
  if (target === undefined) return false;
  focusItem(list, target);
  return true;
}

function focusItem(list: HTMLElement | null, at: number): void {
  (list?.children[at] as HTMLElement | undefined)?.focus();
}
