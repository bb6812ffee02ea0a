import { toolVersion } from './tool-version.js';

const repository = 'https://github.com/podlint/podlint';
/** The tag of the release that this is. */
const tag = `v${toolVersion}`;

/**
 * Every address that podlint tells anybody, made here alone. Those of files lead to what the tag of the release holds
 * (scripts/release.mjs), so that they stay true when the project goes on. package.json says the same to registries; a
 * test compares them.
 */
export const project = {
  repository,
  homepage: `${repository}#readme`,
  /** As a workflow calls it. */
  action: `podlint/podlint@${tag}`,
  tag,
  /** The page of a file. */
  page: (file: string): string => `${repository}/blob/${tag}/${file}`,
  /** A file itself. */
  file: (file: string): string => `${repository}/raw/${tag}/${file}`,
} as const;
