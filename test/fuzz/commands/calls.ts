/** A call of the command in the repository of files.ts. */
export interface Call {
  readonly args: readonly string[];
  /** Below the repository; default: its top. */
  readonly in?: string;
  /** The file that comes from standard input. */
  readonly input?: string;
  /** Files that are only read where they are changed themselves. */
  readonly reads: RegExp;
}

const formats = ['text', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit'];
const manifests = /\.yaml$/;
const policies = ['--policy', 'policies', '--crds', 'crds'];

export const calls: readonly Call[] = [
  ...formats.map((format) => ({
    args: ['check', '.', '--level', 'info', '--format', format, ...policies],
    reads: manifests,
  })),
  { args: ['check', '.', '--complete', '--pod-security', 'restricted', '--preset', 'strict'], reads: manifests },
  { args: ['check', '.', '--fix-dry-run', '--config', 'podlint.config.yaml'], reads: manifests },
  { args: ['check', '.', '--fix', '--fix-unsafe'], reads: manifests },
  { args: ['check', '.', '--baseline', 'baseline.json'], reads: /^(baseline|pod)\./ },
  { args: ['check', '.', '--write-baseline=baseline.json'], reads: /^(baseline|pod)\./ },
  { args: ['check', '--ndjson'], input: 'lines.ndjson', reads: /ndjson|config/ },
  { args: ['check', '-', '--filename', 'new/web.yaml'], input: 'new/web.yaml', reads: /new|config/ },
  ...['text', 'json'].map((format) => ({
    args: ['explain', '.', '--format', format, ...policies],
    reads: manifests,
  })),
  { args: ['explain', 'pod.yaml', 'new', '--life'], reads: /pod|new/ },
  { args: ['explain', 'pod.yaml', '--life=scenario.txt'], reads: /pod|scenario/ },
  { args: ['explain', '.', '--admission', ...policies], reads: manifests },
  ...['text', 'json', 'svg', 'mermaid', 'dot'].map((format) => ({
    args: ['graph', '.', '--format', format],
    reads: manifests,
  })),
  ...['text', 'json', 'markdown'].map((format) => ({
    args: ['diff', 'old/web.yaml', 'new/web.yaml', '--format', format, '--verbose', '--crds', 'crds'],
    reads: /old|new|crds/,
  })),
  ...['text', 'json'].map((format) => ({
    args: ['policy', 'test', 'policy-tests.yaml', 'shared.config.yaml', '--format', format],
    reads: /polic|shared/,
  })),
  { args: ['merge', 'report.json'], reads: /report\.json/ },
  { args: ['merge', 'report.json', 'report.json', '--format', 'junit'], reads: /report\.json/ },
  { args: ['merge', 'report.sarif', '--format', 'sarif'], reads: /sarif/ },
  { args: ['rules', '--config', 'podlint.config.yaml'], reads: /config/ },
  { args: ['init', '--import', '--yes', '--force'], in: 'import', reads: /import/ },
];
