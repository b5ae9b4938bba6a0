import { effect, signal } from '@preact/signals';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'videocraft.theme';

/** The colors of the page. */
export const theme = signal<Theme>(storedTheme());

/** Shows the page in the colors of `theme`, and keeps the choice in this browser. */
export function applyTheme(): void {
  effect(() => {
    const { dataset } = document.documentElement;
    if (theme.value === 'system') delete dataset['theme'];
    else dataset['theme'] = theme.value;
    try {
      localStorage.setItem(STORED, theme.value);
    } catch {
      // The storage is blocked. The choice lasts as long as the page.
    }
  });
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED);
    return THEMES.find((name) => name === stored) ?? 'system';
  } catch {
    return 'system';
  }
}
