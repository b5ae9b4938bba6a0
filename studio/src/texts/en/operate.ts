/** The texts of operating the service. */
export const operate = {
  title: 'Operate',
} as const;
