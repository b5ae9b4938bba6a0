/** Hardware encoders, by the names that the configuration uses. */
export const HARDWARE_ENCODER_NAMES = ['nvenc', 'vaapi', 'videotoolbox', 'qsv'] as const;

export type HardwareEncoderName = (typeof HARDWARE_ENCODER_NAMES)[number];

/** Encoders for moving segments. Still segments always use x264, because still fill depends on its settings. */
export const ENCODER_NAMES = ['libx264', ...HARDWARE_ENCODER_NAMES] as const;

export type EncoderName = (typeof ENCODER_NAMES)[number];
