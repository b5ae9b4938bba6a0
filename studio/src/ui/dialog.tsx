import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { IconButton } from './button.js';
import './dialog.css';

export interface DialogProps {
  readonly heading: string;
  readonly isOpen: boolean;
  /** Also for the Escape key, and a click beside the dialog. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons, the one that does something last. */
  readonly actions?: ComponentChildren;
}

/** A window above the page. The browser keeps the focus in it, and gives it back. */
export function Dialog({ heading, isOpen, onClose, children, actions }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {isOpen && (
        <div class="dialog-content">
          <header>
            <h2 id={id}>{heading}</h2>
            <IconButton icon="close" label={texts.ui.close} onClick={onClose} />
          </header>
          {children}
          {actions !== undefined && <footer>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
