export type { Baseline, BaselineFiles, SetAside, StaleFinding } from './baseline.js';
export { makeBaseline } from './make.js';
export { setAside } from './set-aside.js';
export { BaselineError, baselineText, parseBaseline } from './text.js';
