import type { WordsByField } from './field-words.js';

/** Of the kustomization itself. */
export const kustomizationWords: WordsByField = {
  'Kustomization.apiVersion':
    '`kustomize.config.k8s.io/v1beta1`, or `v1alpha1` for a component. It can be left out: then the newest is meant.',
  'Kustomization.kind': '`Kustomization`, which is meant where nothing is written, or `Component`.',
  'Kustomization.metadata': 'A name and notes for people. Nothing of it gets into the objects.',
  'Kustomization.resources': 'What is built on: files with objects, and folders with a kustomization of their own.',
  'Kustomization.components':
    'Folders with a kustomization of the kind Component. Each changes what was taken in before it, in the order of the list.',
  'Kustomization.namespace':
    'The namespace that every object gets, in place of the one that it has. Kinds that are in no namespace stay as they are.',
  'Kustomization.namePrefix': 'Stands before the name of every object, and in all references to it.',
  'Kustomization.nameSuffix': 'Stands behind the name of every object, and in all references to it.',
  'Kustomization.labels':
    'Labels for all objects; each entry says whether selectors and the templates of Pods get them too.',
  'Kustomization.commonAnnotations': 'Annotations for all objects and the templates of their Pods.',
  'Kustomization.patches':
    'Changes to objects, one after the other: parts of objects that are merged in, or lists of operations (JSON 6902).',
  'Kustomization.images': 'Other names, tags or digests for images, wherever a container uses them.',
  'Kustomization.replicas': 'The number of replicas of workloads, by their names.',
  'Kustomization.configMapGenerator':
    'ConfigMaps that are made of files and texts. A hash of the content goes into the name, so that Pods are replaced when it changes.',
  'Kustomization.secretGenerator':
    'Secrets that are made of files and texts. A hash of the content goes into the name, so that Pods are replaced when it changes.',
  'Kustomization.generatorOptions': 'What holds for all that is generated here.',
  'Kustomization.replacements': 'Copies the value of a field into fields of other objects.',
  'Kustomization.sortOptions': 'The order in which the objects come out.',
  'Kustomization.buildMetadata': 'Which notes about the build the objects get.',
  'Kustomization.crds':
    'Definitions of custom resources, or their OpenAPI, in which annotations say which fields are names of other objects.',
  'Kustomization.configurations':
    'Files that say which fields of which kinds prefixes, labels, images and the like go to, beside those that are built in.',
  'Kustomization.openapi':
    'A schema (`path` to a file, or a built-in `version`) that says by which keys lists of custom resources are merged.',
  'Kustomization.generators':
    'Files or folders with the options of generators. Built-in ones run here; plugins do not.',
  'Kustomization.transformers':
    'Files or folders with the options of transformers. Built-in ones run here; plugins do not.',
  'Kustomization.validators': 'Files or folders with the options of validators, which look at what comes out.',
  'Kustomization.helmCharts':
    'Charts that kustomize renders with the command helm, if it is built with `--enable-helm`. podlint does not render them.',
  'Kustomization.helmGlobals': 'Where the charts of `helmCharts` are, and where helm keeps its settings.',
  'Kustomization.bases': { words: 'Folders with a kustomization that this one builds on.', instead: 'resources' },
  'Kustomization.commonLabels': {
    words:
      'Labels for all objects, the templates of their Pods and their selectors. Selectors of what is in a cluster cannot change any more.',
    instead: 'labels',
  },
  'Kustomization.patchesStrategicMerge': {
    words: 'Parts of objects that are merged into the object of the same kind and name.',
    instead: 'patches',
  },
  'Kustomization.patchesJson6902': { words: 'Lists of operations on single objects.', instead: 'patches' },
  'Kustomization.imageTags': { words: 'Other tags for images.', instead: 'images' },
  'Kustomization.vars': {
    words: 'Values of fields that stand as `$(NAME)` in other objects.',
    instead: 'replacements',
  },
  'Kustomization.helmChartInflationGenerator': {
    words: 'Charts that kustomize renders with the command helm.',
    instead: 'helmCharts',
  },
};
