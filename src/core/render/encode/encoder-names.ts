/** Encoders in hardware, as the configuration names them. */
export const HARDWARE_ENCODER_NAMES = ['nvenc', 'vaapi', 'videotoolbox', 'qsv'] as const;

export type HardwareEncoderName = (typeof HARDWARE_ENCODER_NAMES)[number];

/** Encoders of what moves; what stands still is always x264's, as still fill needs its settings. */
export const ENCODER_NAMES = ['libx264', ...HARDWARE_ENCODER_NAMES] as const;

export type EncoderName = (typeof ENCODER_NAMES)[number];
