import { effect, signal } from '@preact/signals';

/** A stored template, as it was when it was opened or saved. */
export interface StoredTemplate {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

const STORED = 'videocraft.template';

/** The template that the video is from. Null: it is from none. What opens another video sets it. */
export const template = signal<StoredTemplate | null>(kept());

effect(() => {
  try {
    if (template.value === null) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, JSON.stringify(template.value));
  } catch {
    // The storage is full or blocked. The page still knows it.
  }
});

function kept(): StoredTemplate | null {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? 'null') as StoredTemplate | null;
  } catch {
    return null;
  }
}
