/** Paths in a square of 24 units, drawn with lines. */
const PATHS = {
  'skip-end': 'M6 5l9 7-9 7zM18 5v14',
  'skip-start': 'M18 5l-9 7 9 7zM6 5v14',
  'step-back': 'M14 6l-7 6 7 6M18 6v12',
  'step-forward': 'M10 6l7 6-7 6M6 6v12',
  'zoom-in': 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20M10.5 7.5v6M7.5 10.5h6',
  'zoom-out': 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20M7.5 10.5h6',
  add: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  captions: 'M4 6h16v12H4zM7.5 14h4m3 0h2M7.5 11h1m3 0h5',
  check: 'M5 12.5l4.5 4.5L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  code: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  down: 'M6 9l6 6 6-6',
  download: 'M12 4v11m-5-5l5 5 5-5M5 20h14',
  error: 'M12 8v5m0 3v.5M12 3l9.5 17h-19z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  fit: 'M4 12h16M4 12l3-3M4 12l3 3M20 12l-3-3M20 12l-3 3M2 5v14M22 5v14',
  font: 'M5 19l6-14h2l6 14M7.5 13.5h9',
  forward: 'M9 5l7 7-7 7',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M18 10h.01M8 14h8',
  merge: 'M4 12h6m4 0h6M7 9l3 3-3 3M17 9l-3 3 3 3',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  music:
    'M9 18V6l10-2v12M9 18a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0zM19 16a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0z',
  muted: 'M4 9h4l5-4v14l-5-4H4zM17 9l5 6M22 9l-5 6',
  pause: 'M8 5v14M16 5v14',
  play: 'M8 5l11 7-11 7z',
  redo: 'M20 9H9a5 5 0 000 10h5M16 5l4 4-4 4',
  refresh: 'M20 11a8 8 0 10-2.5 6M20 5v6h-6',
  search: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20',
  settings: 'M4 7h9M17 7h3M13 5v4M4 17h3M11 17h9M9 15v4',
  shape: 'M4 9h9v9H4zM9 9V5h11v10h-7',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  sound:
    'M9 17V6l10-2v11M9 17a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0zM19 15a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0z',
  split: 'M12 4v16M8 9l-3 3 3 3M16 9l3 3-3 3',
  star: 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.6L12 17l-5.1 2.6 1-5.6-4.1-4 5.7-.8z',
  stop: 'M7 7h10v10H7z',
  table: 'M4 5h16v14H4zM4 10h16M10 5v14',
  text: 'M5 6h14M12 6v13M9 19h6',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  undo: 'M4 9h11a5 5 0 010 10h-5M8 5L4 9l4 4',
  up: 'M6 15l6-6 6 6',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
  video: 'M4 6h11v12H4zM15 10l5-3v10l-5-3',
  volume: 'M4 9h4l5-4v14l-5-4H4zM16.5 8.5a5 5 0 010 7M19 6a9 9 0 010 12',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, or in a button that has a label. Screen readers skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
