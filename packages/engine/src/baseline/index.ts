export type { Baseline, BaselineFiles, StaleFinding } from './baseline.js';
export { makeBaseline } from './make.js';
export { setAside } from './set-aside.js';
export { BaselineError, baselineText, parseBaseline } from './text.js';
