import { commonOptions } from '../../command-line/common-options.js';
import type { OptionTable } from '../../command-line/options.js';

export const graphOptionTable = {
  format: { value: 'FORMAT', help: 'text (default), json, svg, html, mermaid or dot' },
  output: { value: 'FILE', help: 'write it there' },
  kind: { value: 'KIND', help: 'only references from or to such objects' },
  namespace: { value: 'NAME', help: 'only those from or to it' },
  from: { value: 'OBJECT', help: 'what Deployment/web, or web, leads to' },
  to: { value: 'OBJECT', help: 'all that leads to it' },
  broken: { help: 'only what leads nowhere' },
  kustomize: { value: 'on|off', help: 'build kustomizations (default: on)' },
  'kubernetes-version': { value: 'VERSION', help: 'such as 1.33' },
  config: { value: 'FILE', help: 'use this config file' },
  ignore: { value: 'GLOB', help: 'leave out, as a line of .gitignore would' },
  filename: { value: 'PATH', help: 'the name of what comes from stdin' },
  ...commonOptions,
} as const satisfies OptionTable;
