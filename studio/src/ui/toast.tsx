import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { texts } from '../texts/index.js';
import { IconButton } from './button.js';
import './toast.css';

interface Toast {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly message: string;
  readonly action: ComponentChildren;
}

/** An error stays until it is closed, because it may be read late. */
const SHOWN_MS = 6_000;

const toasts = signal<readonly Toast[]>([]);
let last = 0;

export interface ToastOptions {
  readonly kind?: Toast['kind'];
  readonly action?: ComponentChildren;
  /** Whether it stays until it is closed. */
  readonly stays?: boolean;
}

/** Shows a short message at the edge of the page. Screen readers say it. */
export function showToast(
  message: string,
  { kind = 'info', action = null, stays = kind === 'error' }: ToastOptions = {},
): void {
  const id = ++last;
  toasts.value = [
    ...toasts.value.filter((toast) => toast.message !== message),
    { id, kind, message, action },
  ];
  if (!stays) setTimeout(() => dismiss(id), SHOWN_MS);
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

/** Where messages appear. The page has one. */
export function Toasts() {
  return (
    <div class="toasts" role="log" aria-live="polite" aria-label={texts.ui.notifications}>
      {toasts.value.map(({ id, kind, message, action }) => (
        <div key={id} class={`toast ${kind}`}>
          <p>{message}</p>
          {action}
          <IconButton icon="close" label={texts.ui.dismiss} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
