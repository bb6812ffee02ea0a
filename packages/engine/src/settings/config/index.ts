/** Config files: what their text says, and what it means for a file. Finding and reading them is the workspace's. */
export type { Config, ConfigProblem } from './config.js';
export { builtIn, listOf } from './config.js';
export { readConfig, type ConfigReading } from './read.js';
export { ignoresIn, partsOf, settingsFrom, type ConfigPart } from './resolve.js';
export { pathFrom } from '../globs.js';
