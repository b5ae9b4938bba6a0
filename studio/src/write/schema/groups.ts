/** The groups of a form, in their order. */
export const GROUPS = [
  'content',
  'frame',
  'time',
  'place',
  'look',
  'motion',
  'sound',
  'output',
  'more',
] as const;

export type GroupId = (typeof GROUPS)[number];

/** What belongs to a group, in the order of its importance. What is in none is in the last one. */
const MEMBERS: Readonly<Record<Exclude<GroupId, 'more' | 'frame'>, readonly string[]>> = {
  content: ['src', 'text', 'html', 'css', 'shape', 'fill', 'captions', 'language'],
  time: ['start', 'duration', 'track', 'fade-in', 'fade-out', 'seek', 'speed', 'loop'],
  place: ['position', 'x', 'y', 'width', 'height', 'resize', 'padding', 'rotate', 'z-index'],
  look: [
    'settings',
    'background-color',
    'opacity',
    'corner-radius',
    'stroke-color',
    'stroke-width',
    'crop',
    'flip',
    'correction',
    'chroma-key',
    'border-width',
    'border-color',
    'shadow-x',
    'shadow-y',
    'shadow-blur',
    'shadow-color',
    'blend',
    'mask',
    'matte',
    'caption-settings',
    ...['mode', 'style', 'color', 'off-color', 'bars', 'gap', 'roundness', 'amplitude', 'span'],
  ],
  motion: ['transition', 'animate-in', 'animate-out', 'zoom', 'pan', 'pan-distance'],
  sound: ['volume', 'ducking', 'audio-track', 'speech', 'loudness'],
  output: [
    'quality',
    'keyframe-interval',
    'draft',
    'filename',
    'outputs',
    'stills',
    'destinations',
    'webhook',
    'priority',
  ],
};
const FRAME = ['resolution', 'width', 'height', 'fps'];
/** Sizes of the video are not those of a box in it. */
const OF_VIDEO = 'resolution';

/** The properties of an object by their groups. Groups without members are left out. */
export function groupsOf(names: readonly string[]): { id: GroupId; names: string[] }[] {
  const left = new Set(names);
  const members = { ...MEMBERS, frame: left.has(OF_VIDEO) ? FRAME : [] };
  const order: GroupId[] = ['frame', ...GROUPS.filter((id) => id !== 'frame')];
  const found = new Map<GroupId, string[]>();
  for (const id of order) {
    const wanted = id === 'more' ? [...left] : members[id];
    found.set(
      id,
      wanted.filter((name) => left.delete(name)),
    );
  }
  return GROUPS.flatMap((id) => {
    const own = found.get(id)!;
    return own.length === 0 ? [] : [{ id, names: own }];
  });
}

/** How soon a property is suggested: common ones first. */
export function rankOf(name: string): number {
  const order = [...FRAME, ...GROUPS.flatMap((id) => MEMBERS[id as keyof typeof MEMBERS] ?? [])];
  const at = order.indexOf(name);
  return at === -1 ? order.length : at;
}
