/** What a field of a kustomization does, in a sentence. */
export interface FieldWords {
  readonly words: string;
  /** Of a deprecated field: the one that took its place. */
  readonly instead?: string;
}

/**
 * By the type in kustomize's api/types and the field, in the order in which they are proposed: deprecated ones come
 * last all the same.
 */
const table: Readonly<Record<string, string | FieldWords>> = {
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
  'Patch.path': 'The file with the patch, relative to this folder.',
  'Patch.patch': 'The patch itself, as a text of several lines (`|-`).',
  'Patch.target':
    'Which objects are changed; all that is named here has to fit. Without it the patch names its object itself.',
  'Patch.options': 'What the patch may change that patches do not change otherwise.',
  'PatchOptions.allowNameChange': '`true`: the patch may give the object another name.',
  'PatchOptions.allowKindChange': '`true`: the patch may give the object another kind.',
  'Selector.group': 'The API group, such as `apps`: a regular expression for the whole of it. Empty: any.',
  'Selector.version': 'The version in its group, such as `v1`: a regular expression for the whole of it. Empty: any.',
  'Selector.kind': 'The kind: a regular expression for the whole of it. Empty: any.',
  'Selector.name':
    'The name, as it was written first or as it is by now: a regular expression for the whole of it. Empty: any.',
  'Selector.namespace': 'The namespace: a regular expression for the whole of it. Empty: any.',
  'Selector.labelSelector': 'Labels that the objects have, as kubectl takes them: `app=web,tier in (a, b)`.',
  'Selector.annotationSelector': 'Annotations that the objects have, written as label selectors are.',
  'Image.name': 'The image as the objects name it, without tag and digest: a regular expression for the whole of it.',
  'Image.newName': 'The name that the image gets, with its registry.',
  'Image.newTag': 'The tag that the image gets. Quote what looks like a number.',
  'Image.digest': 'The digest that the image gets, `sha256:…`. Without `newTag` it takes the place of a tag.',
  'Image.tagSuffix': 'Stands behind the tag that the image has.',
  'Replica.name': 'The name of the workload, without prefix and suffix.',
  'Replica.count': 'How many replicas it gets.',
  'Label.pairs': 'The labels.',
  'Label.includeSelectors':
    '`true`: selectors and the templates of Pods get them too. Selectors of what is in a cluster cannot change any more.',
  'Label.includeTemplates': '`true`: the templates of Pods get them too, and selectors do not.',
  'Label.includeVolumeClaimTemplates': '`true`: the volume claim templates of StatefulSets get them too.',
  'Label.fields': 'More fields that get them.',
  'FieldSpec.path': 'The way to the field, such as `spec/template/metadata/labels`. `[]` behind a name: all items.',
  'FieldSpec.kind': 'Only in objects of this kind.',
  'FieldSpec.group': 'Only in objects of this API group.',
  'FieldSpec.version': 'Only in objects of this version.',
  'FieldSpec.create': '`true`: the field is made where it is not there.',
  'GeneratorArgs.name': 'The name before the hash. Objects refer to it by this name.',
  'GeneratorArgs.namespace': 'The namespace of what is made.',
  'GeneratorArgs.behavior':
    '`create`, which is meant where nothing is written: the name is new. `merge`, `replace`: one of that name was taken in, and gets more content or another.',
  'GeneratorArgs.files':
    'Files whose content becomes a value each: `path`, or `key=path` for a key that is not the file name.',
  'GeneratorArgs.literals': 'Entries as they are: `key=value`.',
  'GeneratorArgs.envs': 'Files of lines `key=value`, each of which becomes an entry.',
  'GeneratorArgs.type': 'The type of the Secret. Nothing: `Opaque`.',
  'GeneratorArgs.options': 'What holds for this one, beside the `generatorOptions`.',
  'GeneratorArgs.env': { words: 'A file of lines `key=value`.', instead: 'envs' },
  'GeneratorOptions.labels': 'Labels for what is generated.',
  'GeneratorOptions.annotations': 'Annotations for what is generated.',
  'GeneratorOptions.disableNameSuffixHash':
    '`true`: no hash in the name. Pods then keep running with the old content when it changes.',
  'GeneratorOptions.immutable': '`true`: the content cannot be changed in the cluster.',
  'ReplacementField.source': 'Where the value comes from.',
  'ReplacementField.sourceValue': 'The value itself, in place of a source.',
  'ReplacementField.targets': 'Where the value goes to.',
  'ReplacementField.path': 'A file with replacements, in place of `source` and `targets`.',
  'SourceSelector.group': 'The API group of the object that has the value.',
  'SourceSelector.version': 'The version of the object that has the value.',
  'SourceSelector.kind': 'The kind of the object that has the value.',
  'SourceSelector.name': 'The name of the object that has the value.',
  'SourceSelector.namespace': 'The namespace of the object that has the value.',
  'SourceSelector.fieldPath': 'The field with the value, such as `spec.ports.0.port`. Nothing: `metadata.name`.',
  'SourceSelector.options': 'Which part of the value is taken.',
  'TargetSelector.select': 'Which objects get the value; all that is named here has to fit.',
  'TargetSelector.reject': 'Which of these do not get it.',
  'TargetSelector.fieldPaths':
    'The fields that get the value, such as `spec.template.spec.containers.[name=web].image`. Nothing: `metadata.name`.',
  'TargetSelector.options': 'Which part of the field is written over.',
  'FieldOptions.delimiter': 'Cuts the value into parts, of which `index` chooses one.',
  'FieldOptions.index': 'Which part, counted from 0. In a target -1 puts the value before the first part.',
  'FieldOptions.create': '`true`: the field is made where it is not there. Only in targets.',
  'FieldOptions.encoding': '`base64`: the value is written so. Only in targets.',
  'SortOptions.order':
    '`legacy`: by kinds, so that what others need comes first. `fifo`: as the objects were taken in.',
  'SortOptions.legacySortOptions': 'The order of kinds, for `legacy`.',
  'LegacySortOptions.orderFirst': 'Kinds that come first, in their order.',
  'LegacySortOptions.orderLast': 'Kinds that come last, in their order.',
  'ObjectMeta.name': 'A name for people.',
  'ObjectMeta.namespace': 'Means nothing to kustomize.',
  'ObjectMeta.labels': 'Labels of the kustomization itself.',
  'ObjectMeta.annotations': 'Annotations of the kustomization itself.',
  'Var.name': 'The name: `$(NAME)` stands for the value.',
  'Var.objref': 'The object that has the value.',
  'Var.fieldref': 'The field with the value. Nothing: `metadata.name`.',
  'Target.apiVersion': 'The apiVersion of the object, in place of group and version.',
  'Target.group': 'The API group of the object.',
  'Target.version': 'The version of the object.',
  'Target.kind': 'The kind of the object.',
  'Target.name': 'The name of the object, without prefix and suffix.',
  'Target.namespace': 'The namespace of the object.',
  'FieldSelector.fieldPath': 'The field, such as `metadata.name`.',
  'HelmGlobals.chartHome': 'The folder with charts, which are not fetched then. Nothing: `charts`.',
  'HelmGlobals.configHome': 'Where helm keeps its settings.',
  'HelmChart.name': 'The name of the chart.',
  'HelmChart.repo': 'The address of the repository that has the chart.',
  'HelmChart.version': 'The version of the chart.',
  'HelmChart.releaseName': 'The name of the release.',
  'HelmChart.namespace': 'The namespace that the chart is rendered for.',
  'HelmChart.valuesFile': "A file with values, in place of the chart's own.",
  'HelmChart.additionalValuesFiles': 'More files with values; the later one wins.',
  'HelmChart.valuesInline': 'Values as they are.',
  'HelmChart.valuesMerge':
    'How `valuesInline` and the file go together: `override`, which is meant where nothing is written, `replace` or `merge`.',
  'HelmChart.includeCRDs': '`true`: definitions of custom resources are rendered too.',
  'HelmChart.skipHooks': '`true`: without hooks.',
  'HelmChart.skipTests': '`true`: without tests.',
  'HelmChart.apiVersions': 'What the cluster serves, for charts that ask.',
  'HelmChart.kubeVersion': 'The version of the cluster, for charts that ask.',
  'HelmChart.nameTemplate': 'A template for the name of the release.',
  'HelmChart.debug': '`true`: helm says more.',
  'HelmChart.devel': '`true`: versions before a release count too.',
  'HelmChartArgs.chartName': 'The name of the chart.',
  'HelmChartArgs.chartVersion': 'The version of the chart.',
  'HelmChartArgs.chartRepoUrl': 'The address of the repository that has the chart.',
  'HelmChartArgs.chartRepoName': 'The name of the repository.',
  'HelmChartArgs.chartHome': 'The folder with charts.',
  'HelmChartArgs.helmBin': 'The command helm.',
  'HelmChartArgs.helmHome': 'Where helm keeps its settings.',
  'HelmChartArgs.values': 'A file with values.',
  'HelmChartArgs.valuesLocal': 'Values as they are.',
  'HelmChartArgs.valuesMerge': 'How `valuesLocal` and the file go together: `override`, `replace` or `merge`.',
  'HelmChartArgs.releaseName': 'The name of the release.',
  'HelmChartArgs.releaseNamespace': 'The namespace that the chart is rendered for.',
  'HelmChartArgs.extraArgs': 'More arguments for helm.',
};

const fields = new Map(
  Object.entries(table).map(([name, words], place) => [
    name,
    { ...(typeof words === 'string' ? { words } : words), place },
  ]),
);

/** `field`: such as `Patch.path`. `place`: among all. */
export function fieldWords(field: string): (FieldWords & { readonly place: number }) | undefined {
  return fields.get(field);
}

/** The values that a field can have, or often has. */
const values: ReadonlyMap<string, readonly string[]> = new Map([
  ['Kustomization.kind', ['Kustomization', 'Component']],
  ['Kustomization.apiVersion', ['kustomize.config.k8s.io/v1beta1', 'kustomize.config.k8s.io/v1alpha1']],
  // api/types/kustomization.go, BuildMetadataOptions.
  ['Kustomization.buildMetadata', ['managedByLabel', 'originAnnotations', 'transformerAnnotations']],
  // api/types/generationbehavior.go.
  ['GeneratorArgs.behavior', ['create', 'merge', 'replace']],
  // api/types/sortoptions.go.
  ['SortOptions.order', ['legacy', 'fifo']],
  ['FieldOptions.encoding', ['base64']],
  // api/internal/builtins/HelmChartInflationGenerator.go, validateArgs.
  ['HelmChart.valuesMerge', ['override', 'replace', 'merge']],
  ['HelmChartArgs.valuesMerge', ['override', 'replace', 'merge']],
]);

export function kustomizationValues(field: string): readonly string[] {
  return values.get(field) ?? [];
}

/** What an item of a list begins with, or what a struct cannot do without. */
const leads: ReadonlyMap<string, readonly string[]> = new Map([
  ['Patch', ['path']],
  ['Image', ['name']],
  ['Replica', ['name', 'count']],
  ['Label', ['pairs']],
  ['GeneratorArgs', ['name']],
  ['ReplacementField', ['source', 'targets']],
  ['SourceSelector', ['kind', 'name']],
  ['TargetSelector', ['select', 'fieldPaths']],
  ['Var', ['name', 'objref']],
  ['Target', ['kind', 'name']],
  ['FieldSpec', ['path']],
  ['SortOptions', ['order']],
  ['HelmChart', ['name']],
]);

/** `type`: such as `Patch`. */
export function leadingFields(type: string): readonly string[] {
  return leads.get(type) ?? [];
}
