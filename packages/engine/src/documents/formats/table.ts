import type { JsonValue } from '@podlint/syntax';
import { has, hasAny, isMapping, listOf, tableOf, type Format, type JsonObject } from './format.js';

/** YAML 1.1 reads the key `on` of a workflow as a boolean. */
const hasTriggers = (root: JsonObject): boolean => hasAny(root, 'on', 'true');
const isText = (value: JsonValue | undefined, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value);
const hasScript = (job: JsonValue): boolean => isMapping(job) && hasAny(job, 'script', 'trigger');
const isStep = (step: JsonObject): boolean =>
  hasAny(step, 'task', 'script', 'bash', 'pwsh', 'powershell', 'checkout', 'template');

/** The first one that fits counts, all by content before any by name. */
export const formats: readonly Format[] = [
  {
    name: 'kustomization',
    ofMapping: ({ apiVersion }) => typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/'),
    path: /(?:^|\/)kustomization(?:\.ya?ml)?$/i,
  },
  { name: 'JSON patch', ofList: (items) => items.every((item) => has(item, 'op', 'path')) },
  {
    name: 'Helm chart',
    ofMapping: (root) =>
      has(root, 'apiVersion', 'name', 'version') && !has(root, 'kind') && isText(root.apiVersion, /^v[12]$/),
    path: /(?:^|\/)Chart\.ya?ml$/,
  },
  {
    name: 'Helmfile',
    ofMapping: ({ releases }) => listOf(releases, (release) => has(release, 'chart')),
    path: /(?:^|\/)helmfile(?:\.d\/[^/]+)?\.ya?ml$/,
  },
  {
    name: 'Compose file',
    ofMapping: ({ services }) => tableOf(services, (service) => hasAny(service, 'image', 'build', 'extends')),
    path: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/,
  },
  {
    name: 'GitHub workflow',
    ofMapping: (root) => hasTriggers(root) && tableOf(root.jobs, (job) => hasAny(job, 'runs-on', 'uses', 'steps')),
    path: /(?:^|\/)\.github\/workflows\/[^/]+$/,
  },
  {
    name: 'GitHub action',
    ofMapping: ({ runs }) => isMapping(runs) && has(runs, 'using'),
    path: /(?:^|\/)\.github\/actions\/.+\/action\.ya?ml$/,
  },
  { name: 'GitHub settings', path: /(?:^|\/)\.github\/[^/]+\.ya?ml$/ },
  {
    name: 'GitLab CI file',
    ofMapping: (root) => Array.isArray(root.stages) && Object.values(root).some(hasScript),
    path: /\.gitlab-ci\.ya?ml$/,
  },
  {
    name: 'Azure pipeline',
    ofMapping: (root) => hasAny(root, 'trigger', 'pr', 'pool', 'stages', 'jobs') && listOf(root.steps, isStep),
    path: /(?:^|\/)azure-pipelines?[\w.-]*\.ya?ml$/,
  },
  { name: 'CircleCI file', path: /(?:^|\/)\.circleci\/[^/]+$/ },
  {
    name: 'Ansible playbook',
    ofList: (items) =>
      items.every((play) => hasAny(play, 'hosts', 'import_playbook', 'ansible.builtin.import_playbook')),
  },
  {
    name: 'Ansible tasks',
    ofList: (items) =>
      items.every(
        (task) =>
          has(task, 'name') &&
          Object.keys(task).some((key) => /^(?:ansible|community|kubernetes)\.\w+\.\w+$/.test(key)),
      ),
    path: /(?:^|\/)roles\/[^/]+\/(?:tasks|handlers|defaults|vars|meta)\/[^/]+$/,
  },
  { name: 'OpenAPI description', ofMapping: (root) => hasAny(root, 'openapi', 'swagger') && has(root, 'info') },
  { name: 'AsyncAPI description', ofMapping: (root) => has(root, 'asyncapi', 'info') },
  { name: 'Prometheus rules', ofMapping: ({ groups }) => listOf(groups, (group) => has(group, 'name', 'rules')) },
  { name: 'Prometheus settings', ofMapping: (root) => has(root, 'scrape_configs') },
  { name: 'Alertmanager settings', ofMapping: (root) => has(root, 'route', 'receivers') },
  { name: 'Grafana dashboard', ofMapping: (root) => has(root, 'panels', 'schemaVersion') },
  {
    name: 'CloudFormation template',
    ofMapping: (root) =>
      has(root, 'AWSTemplateFormatVersion') || tableOf(root.Resources, ({ Type }) => isText(Type, /^[A-Z]\w+::/)),
  },
  {
    name: 'Docker Bake file',
    ofMapping: ({ target }) => tableOf(target, (one) => hasAny(one, 'context', 'dockerfile', 'tags', 'inherits')),
    path: /(?:^|\/)docker-bake[\w.-]*\.json$/,
  },
  {
    name: 'pre-commit settings',
    ofMapping: ({ repos }) => listOf(repos, (repository) => has(repository, 'repo', 'hooks')),
    path: /(?:^|\/)\.pre-commit-(?:config|hooks)\.yaml$/,
  },
  { name: 'lockfile', ofMapping: (root) => has(root, 'lockfileVersion') },
  {
    name: 'npm package',
    ofMapping: (root) =>
      has(root, 'name') && hasAny(root, 'dependencies', 'devDependencies', 'scripts') && !has(root, 'apiVersion'),
    path: /(?:^|\/)package\.json$/,
  },
  {
    name: 'TypeScript settings',
    ofMapping: (root) => has(root, 'compilerOptions'),
    path: /(?:^|\/)[tj]sconfig[\w.-]*\.json$/,
  },
  {
    name: 'JSON Schema',
    ofMapping: ({ $schema, ...root }) =>
      typeof $schema === 'string' &&
      $schema.includes('json-schema.org') &&
      hasAny(root, 'properties', '$defs', 'definitions', 'type', '$ref', 'oneOf', 'anyOf', 'allOf'),
  },
  {
    name: 'MkDocs settings',
    ofMapping: (root) => has(root, 'site_name') && hasAny(root, 'nav', 'theme', 'plugins'),
    path: /(?:^|\/)mkdocs\.ya?ml$/,
  },
  { name: 'Renovate settings', path: /(?:^|\/)\.?renovate(?:rc)?\.json5?$/ },
  { name: 'Taskfile', path: /(?:^|\/)[Tt]askfile\.ya?ml$/ },
  { name: 'editor settings', path: /(?:^|\/)\.(?:vscode|devcontainer|idea)\/[^/]+$/ },
  { name: 'Helm values', path: /(?:^|\/)(?:[\w.-]+[-_.])?values(?:[-_.][\w.-]+)?\.ya?ml$/ },
];
