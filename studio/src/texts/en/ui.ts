/** The texts of shared parts. */
export const ui = {
  close: 'Close',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
  progress: 'Progress',
} as const;
