import { largest } from '@podlint/plain';
import type { Imported } from './peers/imported.js';
import type { Survey } from './survey.js';
import { gitlabText } from './texts.js';

/** What a person may want to do next, each with what to type. */
export function notes({ isRepository, runsOn, charts, kustomizations }: Survey, others: readonly Imported[]): string {
  const [chart] = charts;
  const kustomization = kustomizations.find((folder) => /overlay|prod/.test(folder)) ?? kustomizations[0];
  const rows = [
    ['podlint', 'check what is there'],
    ...(others.length === 0
      ? []
      : [['podlint init --import --force', `take over ${others.map(({ file }) => file).join(' and ')}`]]),
    ...(isRepository ? [['pre-commit install', 'make the hook run']] : []),
    ...(chart === undefined ? [] : [[`helm template ${chart} | podlint -`, 'a chart is checked as it is rendered']]),
    ...(kustomization === undefined
      ? []
      : [[`kustomize build ${kustomization} | podlint -`, 'and this as it is built']]),
  ];
  const width = largest(rows.map(([command]) => command!.length));
  const lines = rows.map(([command, why]) => `  ${command!.padEnd(width)}  # ${why}\n`);
  const gitlab = isRepository && runsOn === 'gitlab' ? `\nFor GitLab, put into .gitlab-ci.yml:\n${gitlabText}` : '';
  return `\nNext:\n${lines.join('')}${gitlab}`;
}
