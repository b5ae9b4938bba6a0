/** How ffmpeg may be confined: as far as the machine can, with bubblewrap only, or by limits only. */
export const CONFINEMENT_MODES = ['auto', 'required', 'off'] as const;
export type ConfinementMode = (typeof CONFINEMENT_MODES)[number];
