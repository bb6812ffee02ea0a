// The settings of the extension, as package.json contributes them. Those that are named as in config files are made
// from the schema of these.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hintAmounts } from '@podlint/language-server/features';
import { defaultVersion, versions } from '@podlint/model';

const root = path.resolve(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(path.join(root, 'schemas/config.schema.json'), 'utf8'));

/**
 * What each setting says where it differs from the config file's words; it goes over config files, as an option of the
 * command does.
 */
export const orConfig = 'Goes over what config files say; `null` leaves it to them.';
/** What a drop-down shows for `null`. */
const asConfigured = 'as the config file says';

/** A setting with the name that it has in config files. */
function mirrored(
  name,
  { type = schema.properties[name].type, description = schema.properties[name].description, ...rest } = {},
) {
  return {
    ...inlined(schema.properties[name]),
    ...rest,
    type: [...[type].flat(), 'null'],
    default: null,
    description: undefined,
    markdownDescription: `${description}. ${orConfig}`,
  };
}

/** Settings have no definitions to refer to. */
function inlined(value) {
  if (Array.isArray(value)) return value.map(inlined);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...own } = value;
  const referred = $ref ? inlined(schema.definitions[$ref.split('/').at(-1)]) : {};
  return { ...referred, ...Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, inlined(inner)])) };
}

const unordered = {
  kubernetesVersion: {
    type: ['string', 'null'],
    enum: [null, ...versions.map(({ name }) => name).reverse()],
    enumItemLabels: [asConfigured],
    markdownEnumDescriptions: [`As the config file says; \`${defaultVersion.name}\` where it says nothing`],
    default: null,
    markdownDescription: `The Kubernetes version to check against. ${orConfig} Several at once can be named in a config file.`,
  },
  preset: {
    type: ['string', 'null'],
    enum: [null, 'none', 'recommended', 'strict'],
    enumItemLabels: [asConfigured],
    default: null,
    markdownEnumDescriptions: [
      'As the config file says; `recommended` where it says nothing',
      'What the server says, and no rule',
      'Every rule at its usual level',
      'Also every rule that is off by default, unless it needs options',
    ],
    markdownDescription: `What the rules start from, in place of what config files extend. ${orConfig}`,
  },
  rules: mirrored('rules', {
    type: 'object',
    description:
      'Levels of rules by their ids (`error`, `warn`, `info`, `off`), or lists of a level and the options of the rule',
  }),
  config: {
    type: ['string', 'null'],
    default: null,
    markdownDescription: 'A config file in place of the nearest one of each file; relative to the workspace folder.',
  },
  startupTime: mirrored('startupTime'),
  staticPods: mirrored('staticPods', {
    description: 'Files that a kubelet reads itself, as globs relative to the workspace folder',
  }),
  complete: mirrored('complete', {
    enum: [null, true, false],
    enumItemLabels: [asConfigured],
    description: 'The workspace holds every object of the cluster, so that a name that is not in it does not exist',
  }),
  podSecurity: {
    type: ['string', 'null'],
    enum: [null, 'privileged', 'baseline', 'restricted'],
    enumItemLabels: [asConfigured],
    default: null,
    markdownDescription: `The level of the Pod Security Standards for namespaces that have none in the workspace. ${orConfig} The configuration of the cluster's plugin can be named in a config file.`,
  },
  enableAdmissionPlugins: mirrored('enableAdmissionPlugins'),
  level: mirrored('level', {
    enum: [null, 'error', 'warning', 'info'],
    enumItemLabels: [asConfigured],
    description: 'The least severity that is shown; default: everything',
  }),
  ignoreAnnotations: mirrored('ignoreAnnotations'),
  yamlSyntaxErrors: {
    type: 'string',
    enum: ['auto', 'on', 'off'],
    default: 'auto',
    enumDescriptions: ['Unless the YAML extension is there to report them', 'Always', 'Never'],
    markdownDescription:
      "Whether mistakes that every YAML reader reports are reported by podlint too. `auto`: unless the YAML extension (redhat.vscode-yaml) is there to report them. The verdict counts them in any case, and mistakes that only the API server's reader sees are always reported.",
  },
  workspaceDiagnostics: {
    type: 'string',
    enum: ['auto', 'all', 'changed', 'open'],
    default: 'auto',
    enumDescriptions: [
      'All of them up to 1,000 manifests; of more those that have changed since the window was opened',
      'All of them, however many',
      'Those that have changed since the window was opened',
      'None: only what is open',
    ],
    markdownDescription:
      'Of which manifests of the workspace the errors and warnings are listed, besides those of open files.',
  },
  inlayHints: {
    type: 'string',
    enum: Object.keys(hintAmounts),
    default: 'all',
    enumDescriptions: [
      'Also when probes kill or let in, and numbers that nobody wrote (of probes, replicas, backoffLimit)',
      'The pull policy of containers that name none, and the QoS class of Pods',
      'Nothing',
    ],
    markdownDescription:
      'How much is shown in the text beside what is written, in one hint a line at most. What a lens says is not said again by a hint.',
  },
};

export const settings = Object.fromEntries(
  Object.entries(unordered).map(([name, setting]) => [`podlint.${name}`, { scope: 'resource', ...setting }]),
);
