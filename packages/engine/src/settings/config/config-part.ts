import type { Preset } from '../settings.js';
import type { Config } from './config.js';

/**
 * What a config file comes to: presets and files, later ones over earlier ones. Folders are absolute, with forward
 * slashes.
 */
export type ConfigPart = { readonly preset: Preset } | { readonly config: Config; readonly folder: string };
