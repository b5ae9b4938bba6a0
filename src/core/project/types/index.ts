/** The types of a checked video config: what the reader returns, and the rest of the service works with. */
export * from './captions.js';
export * from './delivery.js';
export * from './elements.js';
export * from './looks.js';
export * from './movement.js';
export * from './outputs.js';
export * from './project.js';
export * from './scene.js';
export * from './text.js';
export * from './values.js';
export * from './waveform.js';
