/** Config files: what their text says, and what it means for a file. Finding and reading them is the workspace's. */
export type { AdmissionPlugin, Config, ConfigProblem } from './config.js';
export { admissionPlugins, baseMistakes, builtIn, listOf } from './config.js';
export { expressionProblems, unknownRules } from './rule-problems.js';
export type { CustomRule, CustomRuleTest } from '../custom-rules/custom-rule.js';
export { idOfCustomRule, isCustomId } from '../custom-rules/ids.js';
export { readConfig, type ConfigReading } from './read.js';
export type { ConfigPart } from './config-part.js';
export { ignoresIn, partsOf, settingsFrom } from './resolve.js';
export { runSettingsFrom, type RunSettings } from './run-settings.js';
export { pathFrom } from '../globs.js';
export { peerChecks, rulesLike, type Peer } from '../../suppressions/peers/peers.js';
