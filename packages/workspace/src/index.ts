export type { ArgumentProblem } from './discover.js';
export { loadFiles, type LoadOptions, type LoadedFile, type LoadedFiles } from './load.js';
export { writeProblem } from './reasons.js';
export { replaceText, type WriteResult } from './write.js';
export { ConfigError } from './config/config-error.js';
export { Configs, type ConfigOptions } from './config/configs.js';
export { changesSince, type Changes } from './git/changed.js';
export { GitError } from './git/git.js';
