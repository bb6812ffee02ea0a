export { podStatus } from './pod-status/index.js';
export { podActions } from './pod-actions/index.js';
export { syncJob } from './job/index.js';
export { simulateLife } from './life/index.js';
