/** The texts of the gallery. */
export const gallery = {
  heading: 'Start from an example',
  pause: 'Pause the pictures',
  play: 'Play the pictures',
  examples: {
    chart: { title: 'Chart', about: 'Bars that grow, with their numbers' },
    countdown: { title: 'Countdown', about: 'A scene for each number of a list' },
    course: { title: 'Course title', about: 'What a lesson is about' },
    lyrics: { title: 'Karaoke lyrics', about: 'Words that fill as they are sung' },
    news: { title: 'News headline', about: 'A headline with a lower third' },
    podcast: { title: 'Audiogram', about: 'A podcast with captions' },
    product: { title: 'Product teaser', about: 'A template with name and price' },
    quote: { title: 'Quote', about: 'A sentence that appears word by word' },
  },
} as const;
