/** The texts of pictures that the service makes. */
export const pictures = {
  failed: 'No picture',
} as const;
