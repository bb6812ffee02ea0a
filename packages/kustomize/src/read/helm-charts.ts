import { anything, flag, list, record, struct, text } from './decode.js';

const texts = list(text);

export const helmGlobals = struct({ chartHome: text, configHome: text }, 'HelmGlobals');
export const helmChart = struct(
  {
    name: text,
    version: text,
    repo: text,
    releaseName: text,
    namespace: text,
    additionalValuesFiles: texts,
    valuesFile: text,
    valuesInline: record(anything),
    valuesMerge: text,
    includeCRDs: flag,
    skipHooks: flag,
    apiVersions: texts,
    kubeVersion: text,
    nameTemplate: text,
    skipTests: flag,
    debug: flag,
    devel: flag,
  },
  'HelmChart',
);
/** Of `helmChartInflationGenerator`, which kustomize has deprecated. */
export const oldHelmChart = struct(
  {
    chartName: text,
    chartVersion: text,
    chartRepoUrl: text,
    chartHome: text,
    chartRepoName: text,
    helmBin: text,
    helmHome: text,
    values: text,
    valuesLocal: record(anything),
    valuesMerge: text,
    releaseName: text,
    releaseNamespace: text,
    extraArgs: texts,
  },
  'HelmChartArgs',
);
