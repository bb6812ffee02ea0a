export { between } from './numbers.js';
export { timelineSvg, type TimelineSvgOptions } from './svg.js';
export { timelineText, type TimelineTextOptions } from './text.js';
export { statementsOf, verdictOf, type Statement } from './words.js';
