/** How a new video looks. Everything in it can be changed afterward. */
export interface Look {
  readonly id: 'clear' | 'bold' | 'karaoke' | 'calm' | 'marker';
  /** Settings of the captions. Sizes follow the format. */
  readonly captions: Readonly<Record<string, string | number | boolean>>;
  /** The size of letters as a share of the shorter side of the frame. */
  readonly letters: number;
  /** Whether the captions are in the middle of the frame, also above pictures. */
  readonly isCentered: boolean;
  /** How long scenes cross-fade, in seconds; 0 for cuts. */
  readonly fade: number;
  /** How far pictures zoom, in tenths. */
  readonly zoom: number;
  /** Whether pictures get darker toward the captions, which have no box of their own. */
  readonly hasShade: boolean;
  /** The colors behind the words of scenes without a picture, in turn. */
  readonly backgrounds: readonly (readonly [string, string])[];
}

export const LOOKS: readonly Look[] = [
  {
    id: 'clear',
    captions: { style: 'boxed-line', 'font-family': 'Inter', 'word-color': '#7DD3FC' },
    letters: 0.068,
    isCentered: false,
    fade: 0.4,
    zoom: 0.8,
    hasShade: false,
    backgrounds: [
      ['#1E3A8A', '#0F172A'],
      ['#155E75', '#0F172A'],
      ['#3730A3', '#111827'],
    ],
  },
  {
    id: 'bold',
    captions: { style: 'pop', 'font-family': 'Anton', 'all-caps': true, 'max-words-per-line': 3 },
    letters: 0.105,
    isCentered: true,
    fade: 0,
    zoom: 1.5,
    hasShade: false,
    backgrounds: [
      ['#FF3D68', '#5B1A8B'],
      ['#FF7A18', '#AF002D'],
      ['#0EA5E9', '#1E1B7A'],
    ],
  },
  {
    id: 'karaoke',
    captions: { style: 'karaoke', 'font-family': 'Poppins', 'word-color': '#22D3EE' },
    letters: 0.075,
    isCentered: false,
    fade: 0.6,
    zoom: 1,
    hasShade: true,
    backgrounds: [
      ['#4C1D95', '#0B1220'],
      ['#9D174D', '#1E1038'],
      ['#0F766E', '#0B1220'],
    ],
  },
  {
    id: 'calm',
    captions: {
      style: 'classic-progressive',
      'font-family': 'Playfair Display',
      'line-color': '#FFF7E8',
      'outline-color': '#1A120BB3',
      'outline-width': 3,
      'shadow-offset': 3,
    },
    letters: 0.08,
    isCentered: false,
    fade: 1,
    zoom: 0.6,
    hasShade: true,
    backgrounds: [
      ['#7C5C3B', '#2B2118'],
      ['#4D6B57', '#1C2620'],
      ['#5A5470', '#211F2B'],
    ],
  },
  {
    id: 'marker',
    captions: { style: 'highlight', 'font-family': 'Montserrat' },
    letters: 0.072,
    isCentered: false,
    fade: 0.3,
    zoom: 1,
    hasShade: true,
    backgrounds: [
      ['#111827', '#374151'],
      ['#1F2937', '#4B5563'],
      ['#0F172A', '#334155'],
    ],
  },
];
