import { own } from '@podlint/plain';
import type { Decoded, Kind, Minor, core, meta } from '@podlint/model';
import type { PlacedTemplate } from '@podlint/kinds';
import { definitionOf } from '@podlint/schema';
import type { JsonValue } from '@podlint/syntax';
import { isMapping, type JsonObject } from '../documents/formats/format.js';
import { repositoryIn } from '../documents/skaffold.js';
import { directivesOf } from './directives.js';
import { each, type ListItem } from './each.js';
import { fieldBelow, pathOf, rootField, rootWithTemplate, typedFieldAt, type Field } from './field.js';
import type { LintSubject } from './lint-subject.js';
import { isStaticPod } from './static-pod.js';
import type { ContainerRole, ContainerView, ObjectView, PodView, ResourceView, UnknownField } from './views.js';

type Template = Decoded<core.PodTemplateSpec>;

/** The object itself, as a field to navigate from. */
export function rootOf(kind: Kind | undefined): ResourceView['at'] {
  const isKnown = !kind?.podTemplate || definitionOf(kind.definition) !== undefined;
  const root = isKnown ? rootField(kind?.definition) : rootWithTemplate(kind.definition, kind.podTemplate);
  return root as ResourceView['at'];
}

/** What is no text is no name: an object that is not decoded may have anything there. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** As its type has it, of an object that is not decoded: without what is no text among its labels and annotations. */
function metadataOf(written: JsonValue | undefined): Decoded<meta.ObjectMeta> {
  if (!isMapping(written)) return {};
  return { ...written, ...textsIn(written, 'labels'), ...textsIn(written, 'annotations') };
}

function textsIn(metadata: JsonObject, field: string): JsonObject {
  const written = own(metadata, field);
  if (written === undefined) return {};
  const entries = isMapping(written) ? Object.entries(written) : [];
  return { [field]: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) };
}

export function resourceView(subject: LintSubject): ResourceView {
  return new Resource(subject);
}

/** One shape for every object: dozens of rules read each of its fields. */
class Resource implements ResourceView {
  readonly file: string;
  readonly minor: Minor;
  readonly apiVersion: string;
  readonly kindName: string;
  readonly name: string;
  readonly namespace: string;
  readonly metadata: Decoded<meta.ObjectMeta>;
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: ResourceView['at'];
  readonly kind: Kind | undefined;
  readonly pod: PodView | undefined;
  readonly judged: ObjectView | undefined;
  readonly template: PlacedTemplate | undefined;
  private isStatic: boolean | undefined;

  constructor(private readonly subject: LintSubject) {
    const { file, minor, apiVersion, kindName, kind, value } = subject;
    this.file = file;
    this.minor = minor;
    this.apiVersion = apiVersion;
    this.kindName = kindName;
    this.value = value;
    this.metadata = kind ? (value.metadata ?? {}) : metadataOf(value['metadata'] as JsonValue | undefined);
    const { name, generateName, namespace } = this.metadata;
    this.name = textOf(name) ?? textOf(generateName) ?? '';
    this.namespace = textOf(namespace) ?? 'default';
    this.at = rootOf(subject.template ? undefined : kind);
    this.kind = kind;
    this.judged = kind && (this as ObjectView);
    this.template = subject.template;
    this.pod = podOf(this as ObjectView, subject);
    this.isStatic = undefined;
  }

  get isStaticPod(): boolean {
    return (this.isStatic ??= isStaticPod(this.subject));
  }

  get unknownFields(): readonly UnknownField[] {
    return this.subject.unknownFields();
  }

  isWritten(field: Field): boolean {
    return this.subject.nodes.nodeOf(pathOf(field)) !== undefined;
  }

  writtenValue(field: Field): ReturnType<ResourceView['writtenValue']> {
    const { nodes } = this.subject;
    const node = nodes.nodeOf(pathOf(field));
    return node === undefined ? undefined : nodes.document.value(node);
  }

  writtenText(field: Field): string | undefined {
    const { nodes } = this.subject;
    const node = nodes.nodeOf(pathOf(field));
    if (node === undefined || nodes.document.kind(node) !== 'scalar') return undefined;
    const { start, end } = nodes.document.rangeOf(node);
    return nodes.document.text.slice(start, end);
  }
}

function podOf(object: ObjectView, subject: LintSubject): PodView | undefined {
  const { kind, template } = subject;
  if (template) return podView(object, subject, { value: template.value, ...fieldsOf(object, template) });
  const way = kind?.podTemplate;
  if (!way) return undefined;
  const value = way.reduce<Record<string, unknown>>(
    (inner, name) => (own(inner, name) ?? {}) as Record<string, unknown>,
    subject.value,
  ) as Template;
  const at = fieldBelow<core.PodTemplateSpec>(object.at, way);
  return podView(object, subject, { value, metadataAt: at.metadata, at: at.spec });
}

/** Where there is a spec alone, the object's metadata is all there is. */
export function fieldsOf(
  object: Pick<ObjectView, 'at'>,
  { path, part }: Pick<PlacedTemplate, 'path' | 'part'>,
): Pick<PodView, 'metadataAt' | 'at'> {
  if (part === 'spec')
    return { metadataAt: object.at.metadata, at: typedFieldAt<core.PodSpec>(path, 'core.v1.PodSpec') };
  const at = typedFieldAt<core.PodTemplateSpec>(path, 'core.v1.PodTemplateSpec');
  return { metadataAt: at.metadata, at: at.spec };
}

interface PlacedPod extends Pick<PodView, 'metadataAt' | 'at'> {
  readonly value: Template;
}

function podView(object: ObjectView, subject: LintSubject, { value, ...fields }: PlacedPod): PodView {
  const { metadata = {}, spec = {} } = value;
  const containers: ContainerView[] = [];
  const pod: PodView = { object, metadata, spec, ...fields, containers };
  const { at } = pod;
  const add = (list: ContainerList, roleOf: (container: Decoded<core.Container>) => ContainerRole): void => {
    for (const item of each<core.Container | core.EphemeralContainer>(spec[list], at[list]))
      containers.push(new Container(pod, roleOf(item.value), item, subject));
  };
  add('initContainers', roleOfInit);
  add('containers', () => 'regular');
  add('ephemeralContainers', () => 'ephemeral');
  return pod;
}

type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/**
 * The kubelet starts the next container without waiting for one that restarts always (pkg/kubelet/kuberuntime, sidecar
 * containers since 1.28).
 */
function roleOfInit(container: Decoded<core.Container>): ContainerRole {
  return container.restartPolicy === 'Always' ? 'sidecar' : 'init';
}

class Container implements ContainerView {
  readonly name: string;
  readonly value: Decoded<core.Container>;
  readonly at: Field<core.Container>;

  constructor(
    readonly pod: PodView,
    readonly role: ContainerRole,
    { value, at }: ListItem<core.Container | core.EphemeralContainer>,
    private readonly subject: LintSubject,
  ) {
    this.name = value.name ?? '';
    this.value = value;
    this.at = at;
  }

  get isImageBuilt(): boolean {
    const { builtImages } = this.subject;
    const repository = builtImages.size === 0 ? undefined : repositoryIn(this.value.image ?? '');
    return repository !== undefined && builtImages.has(repository);
  }

  get directives(): Readonly<Record<string, string>> {
    return directivesOf(this.subject, pathOf(this.at));
  }
}
