import type { ReportLevel } from '../../report/shown.js';
import { listOf, type AdmissionPlugin } from './config.js';
import type { ConfigPart } from './config-part.js';

/** What a config says of a whole run, and not of a file. Undefined: nothing. */
export interface RunSettings {
  readonly failOn?: ReportLevel | undefined;
  readonly kustomize?: 'on' | 'off' | undefined;
  /** As `--format` takes them. */
  readonly formats?: readonly string[] | undefined;
  /** Files and folders with definitions of custom resources. Absolute, with forward slashes. */
  readonly crds?: readonly string[] | undefined;
  /** Files and folders with admission policies. Absolute, with forward slashes. */
  readonly policies?: readonly string[] | undefined;
  readonly enableAdmissionPlugins?: readonly AdmissionPlugin[] | undefined;
  /** Absolute, with forward slashes. */
  readonly baseline?: string | undefined;
}

/** @returns what the parts say of a run; the last word on each counts */
export function runSettingsFrom(parts: readonly ConfigPart[]): RunSettings {
  return parts.reduce<RunSettings>((settings, part) => {
    if (!('config' in part)) return settings;
    const { failOn = settings.failOn, kustomize = settings.kustomize, format, baseline, crds, policies } = part.config;
    const { enableAdmissionPlugins: plugins } = part.config;
    return {
      failOn,
      kustomize,
      formats: format === undefined ? settings.formats : listOf(format).map((one) => besides(one, part.folder)),
      crds: crds === undefined ? settings.crds : listOf(crds).map((one) => `${part.folder}/${one}`),
      policies: policies === undefined ? settings.policies : listOf(policies).map((one) => `${part.folder}/${one}`),
      enableAdmissionPlugins: plugins === undefined ? settings.enableAdmissionPlugins : listOf(plugins),
      baseline: baseline === undefined ? settings.baseline : `${part.folder}/${baseline}`,
    };
  }, {});
}

/** `sarif=a.sarif`, with the file as it is seen from anywhere. */
function besides(format: string, folder: string): string {
  const sign = format.indexOf('=');
  return sign < 0 ? format : `${format.slice(0, sign)}=${folder}/${format.slice(sign + 1)}`;
}
