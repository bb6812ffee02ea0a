import { toolVersion } from '@podlint/model';

/** Where people and programs get podlint from. */
export const project = {
  repository: 'https://github.com/podlint/podlint',
  /** As a workflow calls it. */
  action: `podlint/podlint@v${toolVersion}`,
  /** Of the release that this is. */
  tag: `v${toolVersion}`,
  configSchema: 'https://podlint.io/schemas/config.schema.json',
} as const;
