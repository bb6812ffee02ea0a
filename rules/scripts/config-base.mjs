// The schema of a config file without the rules; rules/scripts/config-schema.mjs puts these in.
import { project } from '@podlint/model';

const list = (item) => ({ type: ['string', 'array'], items: item });
const glob = { type: 'string' };

const severity = { title: 'a severity', type: 'string', enum: ['error', 'warning', 'info'] };

/** `title` ends the sentence "... is not" when a value does not fit, `examples` follow it. */
const definitions = {
  level: {
    title: 'a level',
    enum: ['error', 'warn', 'info', 'off'],
    description: 'error: it will fail; warn; info: worth knowing; off: not looked for',
  },
  duration: {
    title: 'a duration',
    type: ['string', 'number'],
    pattern: '^(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h))+)$',
    minimum: 0,
    examples: ['90s', '1m30s'],
    description: 'A number alone counts seconds',
  },
  format: {
    title: 'a format',
    type: 'string',
    pattern: '^(text|compact|json|sarif|github|gitlab|junit)(=.+)?$',
    examples: ['text', 'compact', 'sarif=podlint.sarif'],
  },
  podSecurityLevel: {
    title: 'a level of the Pod Security Standards',
    type: 'string',
    pattern: '^(privileged|baseline|restricted)(:(latest|v1\\.\\d+))?$',
    examples: ['baseline', 'restricted:v1.36'],
  },
  podSecurityConfiguration: {
    title: 'a configuration of the PodSecurity plugin',
    type: 'object',
    additionalProperties: false,
    properties: {
      defaults: {
        description: 'The levels of namespaces whose labels name none',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ['enforce', 'audit', 'warn'].flatMap((mode) => [
            [mode, { title: 'a level', enum: ['privileged', 'baseline', 'restricted'] }],
            [
              `${mode}-version`,
              { title: 'a version of the standards', type: 'string', pattern: '^(latest|v1\\.\\d+)$' },
            ],
          ]),
        ),
      },
      exemptions: {
        description: 'Whom the plugin leaves alone',
        type: 'object',
        additionalProperties: false,
        properties: {
          namespaces: { type: 'array', items: { type: 'string' } },
          runtimeClasses: { type: 'array', items: { type: 'string' } },
          usernames: { type: 'array', items: { type: 'string' }, description: 'No user is known, so none is exempt' },
        },
      },
    },
  },
  customRule: {
    title: 'a rule',
    type: 'object',
    additionalProperties: false,
    required: ['name', 'expression'],
    properties: {
      name: {
        title: 'a name of small letters, digits and dashes',
        type: 'string',
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        examples: ['team-label'],
        description: 'The rule is known as custom/<name>',
      },
      level: { $ref: '#/definitions/level' },
      description: { type: 'string', description: 'One line for lists of rules; default: the message' },
      message: { type: 'string', description: 'What is wrong, why, and what to do' },
      messageExpression: {
        type: 'string',
        description: 'The message as an expression; where it gives no text, "message" counts',
      },
      expression: {
        type: 'string',
        description:
          'In CEL, true for an object that is fine: object, and podTemplate and podSpec of every kind that makes Pods',
        examples: ["podSpec.containers.all(c, c.image.startsWith('registry.example/'))"],
      },
      variables: {
        description: 'variables.<name> in the expressions; each can use those before it',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'expression'],
          properties: {
            name: { title: 'a name', type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
            expression: { type: 'string' },
          },
        },
      },
      match: {
        description: 'Which objects the rule is for; all that is said has to fit. Default: all',
        type: 'object',
        additionalProperties: false,
        properties: {
          kinds: { ...list(glob), description: 'Kinds, such as Deployment; * stands for any characters' },
          groups: { ...list(glob), description: 'API groups, such as apps; the core group is an empty text' },
          namespaces: { ...list(glob), description: 'Namespaces; an object that names none is in "default"' },
          names: { ...list(glob), description: 'Names of objects' },
          labels: {
            type: 'object',
            additionalProperties: { type: 'string' },
            description: 'Labels that the object has; the value may hold *',
          },
        },
      },
      path: {
        type: 'string',
        description: 'The field at fault; default: what the expression reads',
        examples: ['spec.replicas', 'podSpec.hostNetwork'],
      },
      tests: {
        description: 'Objects, and what the rule says of them; podlint policy test runs them',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['object'],
          properties: {
            name: { type: 'string' },
            object: { type: 'object', description: 'A manifest' },
            allowed: { type: 'boolean', description: 'Whether the rule takes the object; default: true' },
            message: { type: 'string', description: 'What the rule says' },
          },
        },
      },
    },
  },
  version: { title: 'a Kubernetes version', type: ['string', 'number'], examples: ['1.36'] },
};

export const base = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: project.file('schemas/config.schema.json'),
  title: 'The config file of podlint',
  description: 'podlint.config.yaml, podlint.config.yml, podlint.config.json, or "podlint" in package.json',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'Where editors find this schema' },
    extends: {
      ...list({ type: 'string' }),
      description:
        'Settings to start from, later ones over earlier ones: podlint:none, podlint:recommended (where nothing is said), podlint:strict, or the path of another config file, relative to this one',
      examples: ['podlint:strict', ['podlint:recommended', '../podlint.config.yaml']],
    },
    kubernetesVersion: {
      type: ['string', 'number', 'array'],
      items: { $ref: '#/definitions/version' },
      description: 'The versions to check against, such as 1.33; default: the newest verified one',
      examples: ['1.36', ['1.33', '1.36']],
    },
    rules: { $ref: '#/definitions/rules' },
    overrides: {
      description:
        'Other settings of rules for some files or objects; later ones over earlier ones. All that an entry says of an object has to fit',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rules'],
        properties: {
          files: {
            ...list(glob),
            description:
              'Globs, relative to this file. One without a slash fits a name in any folder; "!" takes out again',
          },
          kinds: { ...list(glob), description: 'Kinds of objects, such as Job; * stands for any characters' },
          namespaces: { ...list(glob), description: 'Namespaces; an object that names none is in "default"' },
          names: { ...list(glob), description: 'Names of objects, such as db-*' },
          labels: {
            type: 'object',
            additionalProperties: { type: 'string' },
            description: 'Labels that the object has; the value may hold *',
            examples: [{ 'app.kubernetes.io/component': 'agent' }],
          },
          rules: { $ref: '#/definitions/rules' },
        },
      },
    },
    customRules: {
      description: 'Rules of your own, in CEL',
      type: 'array',
      items: { $ref: '#/definitions/customRule' },
    },
    ignore: { ...list(glob), description: 'What not to check, as lines of a .gitignore file beside this one' },
    startupTime: {
      type: 'object',
      additionalProperties: { $ref: '#/definitions/duration' },
      description:
        'How long containers take to start, by patterns of their images (* stands for any characters); the first one that fits counts',
      examples: [{ 'registry.example/java/*': '90s' }],
    },
    staticPods: {
      ...list(glob),
      description: 'Files that a kubelet reads itself, as globs; default: **/etc/kubernetes/manifests/**',
    },
    level: {
      ...severity,
      description: 'The least severity that is reported; default: warning. In editors: everything',
    },
    failOn: {
      ...severity,
      description: 'The least severity that fails a run (exit code 1); default: error',
    },
    format: {
      if: { type: 'array' },
      then: { items: { $ref: '#/definitions/format' } },
      else: { $ref: '#/definitions/format' },
      description: 'What a run prints, as --format takes it: a format, or a format and a file; default: text',
      examples: ['compact', ['text', 'sarif=podlint.sarif']],
    },
    crds: {
      ...list({ type: 'string' }),
      description: 'Files and folders with CustomResourceDefinitions, relative to this file',
      examples: ['crds', ['crds', 'vendor/crds.yaml']],
    },
    policies: {
      ...list({ type: 'string' }),
      description:
        'Files and folders with admission policies, their params, LimitRanges and quotas to judge by, relative to this file',
      examples: ['policies', ['policies', 'cluster/limits.yaml']],
    },
    enableAdmissionPlugins: {
      ...list({ title: 'an admission plugin that podlint can enable', enum: ['AlwaysPullImages'] }),
      description:
        "Plugins that the cluster's API server runs besides those that every cluster runs, as its flag --enable-admission-plugins names them",
      examples: ['AlwaysPullImages'],
    },
    kustomize: {
      enum: ['on', 'off'],
      description:
        'Whether kustomizations are built, and what comes out is judged in the place of bases and patches; default: on',
    },
    baseline: {
      type: 'string',
      description: 'A file of known findings that a run sets aside, relative to this file',
    },
    ignoreAnnotations: {
      type: 'array',
      uniqueItems: true,
      items: {
        title: 'a tool whose annotations podlint can read',
        type: 'string',
        enum: ['kube-linter', 'kube-score', 'polaris', 'checkov'],
      },
      description: 'Other tools whose ignore annotations suppress what podlint says of the same',
    },
    podSecurity: {
      if: { type: 'object' },
      then: { $ref: '#/definitions/podSecurityConfiguration' },
      else: { $ref: '#/definitions/podSecurityLevel' },
      description:
        "The level of the Pod Security Standards for namespaces that have none in the run, or the configuration of the cluster's plugin",
      examples: ['restricted', { defaults: { enforce: 'baseline' }, exemptions: { namespaces: ['kube-system'] } }],
    },
    complete: {
      type: 'boolean',
      description: 'A run holds every object of the cluster, so that a name that is not in it does not exist',
    },
  },
  definitions,
};
