import { FieldPath } from '@podlint/field-path';
import { holdsKnownTemplate } from '@podlint/kinds';
import { podTemplateOf, type KubernetesVersion } from '@podlint/model';
import type { ObjectStatus } from '@podlint/schema';
import type { SyntaxProblem, YamlDocument } from '@podlint/syntax';
import { recognise } from '../documents/formats/recognise.js';
import { isNoGroup, programOf } from '../documents/formats/settings-of-programs.js';
import type { InspectedObject, Operation, SourceDocument, VersionJudgement } from './inspected.js';
import { admitted, admittedPods } from './admission.js';
import type { CustomResources } from './custom-resources.js';
import { judgeCustom } from './judge-custom.js';
import { judge, structureFindings } from './judge.js';
import { judgeTemplate, judgeTemplatesAt, type TemplateJudgement } from './judge-template.js';
import { noteFindings } from './notes.js';
import type { SourceObject } from '../documents/objects.js';
import { isDirective } from '../findings/patches.js';
import { isCausedByPlaceholder } from '../findings/placeholders/caused.js';
import { placeholderFinding } from '../findings/placeholders/gather.js';
import { placeholdersOf, type Placeholders } from '../documents/placeholders/pattern.js';
import { locate } from '../findings/locate.js';
import type { SkipReason } from '../documents/skip.js';
import type { Finding } from '../findings/finding.js';
import { holdsContainers } from '../documents/holds-containers.js';
import { skippedObject } from './skipped-object.js';
import { syntaxFinding } from '../findings/syntax.js';

/**
 * A part of an object of any kind that is put over another one: its structure can be checked where it is of Kubernetes' own,
 * while checks of the whole, or by a definition, would ask for what is not there.
 */
export function inspectPatch({ document, index, versions }: SourceDocument, object: SourceObject): InspectedObject {
  const judgements = versions.map((version) => ({
    version,
    findings: structureFindings(object, version.minor).filter((finding) => !isDirective(finding)),
  }));
  return { document, index, object, judgements, skipped: 'kustomize patch' };
}

/** `warnings`: what is to be said about the text of the document. */
export function inspectObject(
  source: SourceDocument,
  object: SourceObject,
  warnings: readonly SyntaxProblem[],
): InspectedObject {
  const { document, index, role, versions, operationOn, customResources } = source;
  const placeholders = placeholdersOf(role);
  const admission = placeholders.mayBeInDocument(document) ? undefined : customResources?.admission;
  const operation = operationOn?.(object);
  const ofText = warnings.map(syntaxFinding);
  const judgements = versions.map((version): VersionJudgement => {
    const judgement = judge(object, version.minor, operation);
    if (!judgement)
      return { version, ...ofOtherKinds(object, { version, operation, customResources, admission, placeholders }) };
    const { verdict, findings, decoded, unread } = judgement;
    const isNew = verdict === 'accept' && operation?.operation !== 'update';
    const { findings: ofAdmission, ...after } = isNew
      ? admitted(object, decoded, admission, version.minor)
      : { findings: [] };
    const noted = isNew && decoded ? noteFindings(object, decoded, version.minor) : [];
    const all = [...ofText, ...findings, ...noted, ...ofAdmission];
    return { version, verdict, findings: all, decoded, unread, admitted: after };
  });
  if (judgements.some(({ findings }) => findings.some(isOfAssertion)))
    return skippedObject(source, object, 'assertion of a test');
  const { skipped, format } = whySkipped(source, object, judgements);
  return { document, index, role, object, judgements, skipped, format };
}

/**
 * Keys that are expressions, `(length(@))` and `~.`, are compared with the cluster by Chainsaw and Kyverno
 * (kyverno-json, pkg/core/assertion): no field and no label is called so.
 */
function isOfAssertion({ severity, path: { segment, kind } }: Finding): boolean {
  return severity === 'error' && kind !== 'index' && /^\(.+\)$|^~\w*\./.test(String(segment));
}

interface Asked {
  readonly version: KubernetesVersion;
  readonly operation: Operation | undefined;
  readonly customResources: CustomResources | undefined;
  /** Undefined where nobody knows yet what the object will say. */
  readonly admission: CustomResources['admission'];
  readonly placeholders: Placeholders;
}

/** By its definition, if one is at hand; what keeps its controller from making Pods is no verdict of the server's. */
function ofOtherKinds(object: SourceObject, asked: Asked): Omit<VersionJudgement, 'version'> {
  const { version, operation, customResources } = asked;
  // A definition of it in the run is there for editors: no server gets it.
  const isForServer = programOf(object.json()) === undefined;
  const known = isForServer ? judgeCustom(object, customResources, version.minor, operation) : undefined;
  const rest = withAdmission(object, unjudged(object, known, asked), asked);
  if (!known) return rest;
  const isNew = ({ code, path }: Finding): boolean =>
    !known.findings.some((other) => other.code === code && other.path.equals(path));
  const { verdict, effective, findings } = known;
  return { ...rest, verdict, effective, findings: [...findings, ...rest.findings.filter(isNew)] };
}

/** What can be said of an object besides what its definition says, if one is at hand. */
function unjudged(object: SourceObject, defined: ReturnType<typeof judgeCustom>, asked: Asked): AdmittedTemplates {
  const { minor } = asked.version;
  const places = (defined?.templates ?? []).map(({ way, part }) => ({ places: [way], part, pods: 'unknown' as const }));
  const known = judgeTemplate(object, minor);
  const template = known ? withAdmittedPods(object, known, asked) : judgeTemplatesAt(object, places, minor);
  const findings = [...structureFindings(object, minor), ...identityPlaceholders(object, asked.placeholders)];
  return template ? { ...template, findings: [...findings, ...template.findings] } : { findings };
}

interface AdmittedTemplates extends TemplateJudgement {
  readonly admitted?: NonNullable<VersionJudgement['admitted']>;
}

/** Whole templates are those of Pods that are made as they are written, and what decides on Pods decides on these. */
function withAdmittedPods(
  object: SourceObject,
  judged: TemplateJudgement,
  { version: { minor }, operation, admission }: Asked,
): AdmittedTemplates {
  if (operation?.operation === 'update' || judged.findings.some(({ severity }) => severity === 'error')) return judged;
  const { decoded, templates = [] } = judged;
  const value = decoded && podTemplateOf(decoded.kind, decoded.value);
  const path = FieldPath.root.below(decoded?.kind.podTemplate ?? []);
  const own = value ? [{ path, value, part: 'template' as const }] : [];
  const pods = [...own, ...templates.filter((template) => template.pods === 'whole')];
  const { findings, injected } = admittedPods(object, pods, admission, minor);
  return { ...judged, findings: [...judged.findings, ...findings], ...(injected && { admitted: { injected } }) };
}

/** A policy may be about an object that gets no verdict. */
function withAdmission(
  object: SourceObject,
  judged: AdmittedTemplates,
  { version, operation, admission }: Asked,
): AdmittedTemplates {
  const { status } = object.description;
  if (status !== 'other' || operation?.operation === 'update') return judged;
  const { findings: found } = admitted(object, undefined, admission, version.minor);
  return found.length === 0 ? judged : { ...judged, findings: [...judged.findings, ...found] };
}

const skipReasons: { readonly [Status in ObjectStatus]?: SkipReason } = {
  fragment: 'fragment without apiVersion and kind',
  'not-kubernetes': 'not a Kubernetes object',
};

function whySkipped(
  { document, path, role }: SourceDocument,
  object: SourceObject,
  judgements: readonly VersionJudgement[],
): Skipped {
  if (hasPlaceholdersInTheWay(document, judgements, placeholdersOf(role))) return { skipped: 'placeholder ${...}' };
  const { status } = object.description;
  if (status === 'other' && judgements.some(({ verdict }) => verdict !== undefined)) return {};
  if (status === 'other') return ofOtherKind(object, judgements);
  const skipped = skipReasons[status];
  if (skipped === undefined) return {};
  return skipped === 'not a Kubernetes object' ? notAnObject(recognise(object.json(), path)) : { skipped };
}

type Skipped = Pick<InspectedObject, 'skipped' | 'format'>;

function notAnObject(format: string | undefined): Skipped {
  return { skipped: 'not a Kubernetes object', ...(format !== undefined && { format }) };
}

function ofOtherKind(object: SourceObject, judgements: readonly VersionJudgement[]): Skipped {
  const { apiVersion = '', kind = '' } = object.description;
  const json = object.json();
  if (holdsKnownTemplate(apiVersion, kind, json)) return { skipped: 'only its pod template is judged' };
  const program = programOf(json);
  if (program !== undefined) return notAnObject(program);
  if (holdsContainers(json)) return { skipped: 'kind whose pod template is not judged' };
  const isSaid = judgements.some(({ findings }) => findings.length > 0);
  return isNoGroup(apiVersion) && !isSaid ? notAnObject(undefined) : { skipped: 'kind without a definition' };
}

/**
 * Whether the server would refuse the object for what a placeholder will be replaced by: then nobody knows its verdict
 * yet.
 */
function hasPlaceholdersInTheWay(
  document: YamlDocument,
  judgements: readonly VersionJudgement[],
  placeholders: Placeholders,
): boolean {
  const isInTheWay = (finding: Finding): boolean =>
    finding.code === 'schema/placeholder' ||
    (finding.severity === 'error' && isCausedByPlaceholder(document.text, finding, placeholders));
  return placeholders.mayBeInDocument(document) && judgements.some(({ findings }) => findings.some(isInTheWay));
}

/** Placeholders that hide which kind an object is of. */
function identityPlaceholders({ document, node, description }: SourceObject, placeholders: Placeholders): Finding[] {
  if (!placeholders.mayBeIn(`${description.apiVersion}${description.kind}`)) return [];
  return ['apiVersion', 'kind'].flatMap((name) => {
    const path = FieldPath.root.child(name);
    const places = placeholders.within(document.text, locate(document, node, path));
    return places.length === 0 ? [] : [placeholderFinding(document.text, path, places)];
  });
}
