/** The texts of the home screen. */
export const home = {
  heading: 'What do you want to make?',
  start: 'Start',
  newVideo: 'New video',
  newVideoAbout: 'Begin with a short example, and change it.',
  resume: 'Continue',
  resumeAbout: 'Your video is kept in this browser.',
  recent: 'Recent jobs',
  allJobs: 'All jobs',
  noJobs: 'No jobs yet',
  noJobsAbout: 'A video that you render appears here.',
  jobsNeedScope: 'Your key may not see jobs.',
  status: {
    pending: 'Waiting',
    processing: 'Rendering',
    completed: 'Finished',
    failed: 'Failed',
    cancelled: 'Canceled',
  },
  progress: (percent: number) => `${Math.round(percent)}%`,
} as const;
