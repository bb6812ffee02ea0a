import { project } from '@podlint/model';
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { visibleJson } from '../sanitize.js';

/** What a run of podlint has to tell. */
export interface RunParts {
  readonly tool: { readonly name: string; readonly version: string };
  readonly rules: readonly ReportingDescriptor[];
  readonly notifications: readonly Notification[];
  readonly results: readonly Result[];
  readonly kubernetesVersions: readonly string[];
}

/** A whole SARIF file with one run. */
export function sarifText({
  tool: { name, version },
  rules,
  notifications,
  results,
  kubernetesVersions,
}: RunParts): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name, version, semanticVersion: version, informationUri: project.repository, rules: [...rules] },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [...notifications] }],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: [...results],
        properties: { kubernetesVersions },
      },
    ],
  };
  return visibleJson(`${JSON.stringify(log, undefined, 2)}\n`);
}
