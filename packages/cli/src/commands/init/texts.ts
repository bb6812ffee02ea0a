import { project } from '@podlint/model';
import { importedLines } from './peers/config-lines.js';
import type { Imported } from './peers/imported.js';
import type { Survey } from './survey.js';

/** The config file of a repository. */
export function configText({ hints }: Survey, imported: readonly Imported[]): string {
  const named = hints.map(({ version, file }) => `${version.name} (${file})`).join(', ');
  const names = hints.map(({ version }) => version.name);
  const kubernetesVersion =
    hints.length === 0
      ? [
          '# The versions of your clusters; default: the newest that podlint has verified.',
          '# kubernetesVersion: [1.33, 1.36]',
        ]
      : [
          `# Named in this repository: ${named}.`,
          `kubernetesVersion: ${names.length === 1 ? names[0]! : `[${names.join(', ')}]`}`,
        ];
  return [
    `# yaml-language-server: $schema=${project.file('schemas/config.schema.json')}`,
    ...(imported.length === 0 ? ['extends: podlint:recommended'] : importedLines(imported)),
    ...kubernetesVersion,
    '',
  ].join('\n');
}

/** The entry of `repos` in .pre-commit-config.yaml. */
export const hookEntry = { repo: project.repository, rev: project.tag, hooks: [{ id: 'podlint' }] };

export const hookText = `repos:
  - repo: ${hookEntry.repo}
    rev: ${hookEntry.rev}
    hooks:
      - id: podlint
`;

export const workflowText = `name: podlint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  podlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ${project.action}
`;

/** What a person has to put into .gitlab-ci.yml, where other jobs are. */
export const gitlabText = `include:
  - remote: ${project.file('ci/gitlab/podlint.yml')}
`;
