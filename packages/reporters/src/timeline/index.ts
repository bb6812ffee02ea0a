export { timelineSvg, type TimelineSvgOptions } from './svg.js';
export { timelineText, type TimelineTextOptions } from './text.js';
export { verdictOf } from './words.js';
