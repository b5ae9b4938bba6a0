import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.js';

/** What someone opened or closed, by its name: it stays so for other scenes and elements. */
const choices = signal<Readonly<Record<string, boolean>>>({});

export interface DisclosureProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly isOpenAtFirst: boolean;
  /** Whether something in it is wrong. Then it is open. */
  readonly isWrong?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a form that opens and closes. */
export function Disclosure(props: DisclosureProps) {
  const { id, title, note, isOpenAtFirst, isWrong = false, children } = props;
  const isOpen = choices.value[id] ?? (isOpenAtFirst || isWrong);
  return (
    <details
      class="disclosure"
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open !== isOpen) choices.value = { ...choices.value, [id]: open };
      }}
    >
      <summary>
        <span class="disclosure-title">{title}</span>
        {isWrong && <Icon name="error" />}
        {note !== undefined && <span class="disclosure-note">{note}</span>}
      </summary>
      {isOpen && <div class="disclosure-content">{children}</div>}
    </details>
  );
}
