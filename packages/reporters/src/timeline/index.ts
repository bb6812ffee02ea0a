export { between } from './numbers.js';
export { timelineHtml } from './html.js';
export { timelineSvg } from './svg.js';
export { timelineText } from './text.js';
export { statementsOf, verdictOf } from './words.js';
