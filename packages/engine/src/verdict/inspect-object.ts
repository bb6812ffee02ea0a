import { FieldPath } from '@podlint/field-path';
import { holdsKnownTemplate } from '@podlint/kinds';
import { podTemplateOf, type KubernetesVersion } from '@podlint/model';
import type { ObjectStatus } from '@podlint/schema';
import type { SyntaxProblem } from '@podlint/syntax';
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
import { mayHavePlaceholders, placeholdersIn } from '../documents/placeholders/pattern.js';
import { locate } from '../findings/locate.js';
import type { SkipReason } from '../documents/skip.js';
import type { Finding } from '../findings/finding.js';
import { holdsContainers } from '../documents/holds-containers.js';
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
  const { document, index, versions, operationOn, customResources } = source;
  const operation = operationOn?.(object);
  const ofText = warnings.map(syntaxFinding);
  const judgements = versions.map((version): VersionJudgement => {
    const judgement = judge(object, version.minor, operation);
    if (!judgement) return { version, ...ofOtherKinds(object, { version, operation, customResources }) };
    const { verdict, findings, decoded, unread } = judgement;
    const isNew = verdict === 'accept' && operation?.operation !== 'update';
    const { findings: ofAdmission, ...after } = isNew
      ? admitted(object, decoded, customResources?.admission, version.minor)
      : { findings: [] };
    const noted = isNew && decoded ? noteFindings(object, decoded, version.minor) : [];
    const all = [...ofText, ...findings, ...noted, ...ofAdmission];
    return { version, verdict, findings: all, decoded, unread, admitted: after };
  });
  const { skipped, format } = whySkipped(source, object, judgements);
  return { document, index, object, judgements, skipped, format };
}

interface Asked {
  readonly version: KubernetesVersion;
  readonly operation: Operation | undefined;
  readonly customResources: CustomResources | undefined;
}

/** By its definition, if one is at hand; what keeps its controller from making Pods is no verdict of the server's. */
function ofOtherKinds(
  object: SourceObject,
  { version, operation, customResources }: Asked,
): Omit<VersionJudgement, 'version'> {
  const known = judgeCustom(object, customResources, version.minor, operation);
  const asked = { version, operation, customResources };
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
  const findings = [...structureFindings(object, minor), ...identityPlaceholders(object)];
  return template ? { ...template, findings: [...findings, ...template.findings] } : { findings };
}

interface AdmittedTemplates extends TemplateJudgement {
  readonly admitted?: NonNullable<VersionJudgement['admitted']>;
}

/** Whole templates are those of Pods that are made as they are written, and what decides on Pods decides on these. */
function withAdmittedPods(
  object: SourceObject,
  judged: TemplateJudgement,
  { version: { minor }, operation, customResources }: Asked,
): AdmittedTemplates {
  if (operation?.operation === 'update' || judged.findings.some(({ severity }) => severity === 'error')) return judged;
  const { decoded, templates = [] } = judged;
  const value = decoded && podTemplateOf(decoded.kind, decoded.value);
  const path = FieldPath.root.below(decoded?.kind.podTemplate ?? []);
  const own = value ? [{ path, value, part: 'template' as const }] : [];
  const pods = [...own, ...templates.filter((template) => template.pods === 'whole')];
  const { findings, injected } = admittedPods(object, pods, customResources?.admission, minor);
  return { ...judged, findings: [...judged.findings, ...findings], ...(injected && { admitted: { injected } }) };
}

/** A policy may be about an object that gets no verdict. */
function withAdmission(
  object: SourceObject,
  judged: AdmittedTemplates,
  { version, operation, customResources }: Asked,
): AdmittedTemplates {
  const { status } = object.description;
  if (status !== 'other' || operation?.operation === 'update') return judged;
  const { findings: found } = admitted(object, undefined, customResources?.admission, version.minor);
  return found.length === 0 ? judged : { ...judged, findings: [...judged.findings, ...found] };
}

const skipReasons: { readonly [Status in ObjectStatus]?: SkipReason } = {
  fragment: 'fragment without apiVersion and kind',
  'not-kubernetes': 'not a Kubernetes object',
};

function whySkipped(
  { document, path }: SourceDocument,
  object: SourceObject,
  judgements: readonly VersionJudgement[],
): Skipped {
  if (hasPlaceholdersInTheWay(document.text, judgements)) return { skipped: 'placeholder ${...}' };
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
function hasPlaceholdersInTheWay(text: string, judgements: readonly VersionJudgement[]): boolean {
  const isInTheWay = (finding: Finding): boolean =>
    finding.code === 'schema/placeholder' || (finding.severity === 'error' && isCausedByPlaceholder(text, finding));
  return mayHavePlaceholders(text) && judgements.some(({ findings }) => findings.some(isInTheWay));
}

/** Placeholders that hide which kind an object is of. */
function identityPlaceholders({ document, node, description }: SourceObject): Finding[] {
  if (!mayHavePlaceholders(`${description.apiVersion}${description.kind}`)) return [];
  return ['apiVersion', 'kind'].flatMap((name) => {
    const path = FieldPath.root.child(name);
    const places = placeholdersIn(document.text, locate(document, node, path));
    return places.length === 0 ? [] : [placeholderFinding(document.text, path, places)];
  });
}
