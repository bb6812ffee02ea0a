export { MergeError } from './merge-error.js';
export { mergeReports, refuseOthers } from './merge-reports.js';
export { parseReport } from './parse-report.js';
export { atLevel } from './at-level.js';
