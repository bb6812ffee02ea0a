import { FieldPath } from '@podlint/field-path';
import { defineMessages, followedBy, type Message } from '@podlint/messages';
import { addTo } from '@podlint/plain';
import { nearestNames } from '@podlint/plain/spelling';
import { duplicateKeys, quoteFix, renameFix, schemaCodes, type ProblemFix, type SchemaCode } from '@podlint/schema';
import type { Minor } from '@podlint/model';
import type { Range } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import { placeholdersOf } from '../documents/placeholders/pattern.js';
import { apiCodes } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate, locateKey, nodeAt } from '../findings/locate.js';
import { schemaFinding } from '../findings/schema.js';
import { certainAnswer, notChecked } from './certain-answer.js';
import { foldedNotice, toldOnce, withFollowing } from './custom-folds.js';
import type { CustomResources, TemplatePlace } from './custom-resources.js';
import { missingFindings, newerFindings, unknownField, withoutStop } from './doubtful-findings.js';
import type { Operation } from './inspected.js';
import type { Judgement } from './judge.js';
import { wrongTypesAbove } from './wrong-types.js';

const says = defineMessages('custom-resource', {
  unknown: 'The definition of {kind} has no field "{name}" there, and the server refuses the object. Remove it.',
  'unknown-near':
    'The definition of {kind} has no field "{name}" there, and the server refuses the object. Did you mean "{near}"?',
  required: '"{name}" is missing, and the definition of {kind} requires it. Add it.',
  nameless: 'The object has no name, so the server cannot store it. Set metadata.name.',
  refused: '{fault}.',
  undecodable: 'The server cannot decode this value, and refuses the object. Its type is wrong.',
  carried: 'That is the definition of {source}, which podlint carries; name yours with --crds if it is another.',
  unserved:
    'The definition of {kind} does not serve "{apiVersion}", and the server refuses the object. It serves {served}.',
});

interface CustomJudgement extends Judgement {
  /** The object as the server would hold it. */
  readonly effective: Answer['effective'];
  readonly templates: readonly TemplatePlace[];
}

/** What the server says of an object by its definition; undefined where none is at hand. */
export function judgeCustom(
  object: SourceObject,
  resources: CustomResources | undefined,
  minor: Minor,
  operation: Operation | undefined,
): CustomJudgement | undefined {
  const { status, apiVersion, kind } = object.description;
  if (!resources || status !== 'other' || apiVersion === undefined || kind === undefined) return undefined;
  const request = { apiVersion, kind, object: object.json(), minor };
  const old = storedOf(object, operation);
  const given = resources.judge(old === undefined ? request : { ...request, old });
  if (!given) return undefined;
  const { answer, missing, newer } = certainAnswer(apiVersion, given);
  const duplicates = duplicatesIn(object, minor);
  const verdict = duplicates.length > 0 && answer.verdict === 'accept' ? 'reject' : answer.verdict;
  const ofDefinition = [
    ...findingsOf(object, answer),
    ...missingFindings(object, missing),
    ...newerFindings(object, newer),
  ];
  const findings = [...duplicates, ...ofDefinition.map((one) => withSource(one, answer))];
  return { verdict, findings, effective: answer.effective, templates: answer.templates ?? [] };
}

/** Another release may say something else. */
function withSource(found: Finding, { source }: Answer): Finding {
  if (source === undefined) return found;
  return { ...found, message: followedBy(found.message, 'source', says.carried({ source })) };
}

/** An object of another kind cannot be stored where this one is to go. */
function storedOf({ description }: SourceObject, operation: Operation | undefined): unknown {
  if (operation?.operation !== 'update') return undefined;
  const { stored } = operation;
  return stored.description.kind === description.kind ? stored.json() : undefined;
}

/** A definition without a name has no structure, so that keys are printed as the strict decoder does. */
function duplicatesIn(object: SourceObject, minor: Minor): Finding[] {
  const { document, node: start, description } = object;
  if (document.duplicateKeys.length === 0) return [];
  const kind = { kind: description.kind ?? '', definition: '' };
  return duplicateKeys({ document, start, json: object.json(), kind, minor }).map(schemaFinding);
}

type Answer = NonNullable<ReturnType<CustomResources['judge']>>;
type FieldErrorOf = NonNullable<Answer['errors']>[number];
type UnknownFieldOf = NonNullable<Answer['unknown']>[number];

function findingsOf(object: SourceObject, answer: Answer): Finding[] {
  const { document, node } = object;
  const { apiVersion = '', kind = '' } = object.description;
  if (answer.verdict === 'unserved') {
    const served = (answer.served ?? []).map((version) => `"${version}"`).join(', ');
    return [schemaError(object, 'schema/wrong-api-version', versionPath, says.unserved({ kind, apiVersion, served }))];
  }
  if (answer.fault) return [schemaError(object, 'schema/wrong-type', answer.fault, says.undecodable())];
  const unknownFinding = ({ path, siblings }: UnknownFieldOf): Finding => {
    const name = String(path.segment);
    const [near] = nearestNames(name, siblings);
    const message = near === undefined ? says.unknown({ kind, name }) : says['unknown-near']({ kind, name, near });
    const range = locateKey(document, node, path);
    const fixes = near === undefined ? undefined : () => renamed(object, path, near);
    return finding(unknownField, { message, path, range, fixes });
  };
  const errorFinding = (error: FieldErrorOf): Finding => {
    const { type, field, at } = error;
    const range = ruledPlaceholder(object, error) ?? locate(document, node, at);
    const fixes = takesText(error) ? () => quoted(object, at, answer.source) : undefined;
    return finding(apiCodes[type], { message: wordsOf(kind, error), path: at, api: { type, field }, range, fixes });
  };
  const { unknown = [], errors = [] } = answer;
  const wrongTypeAbove = wrongTypesAbove(errors);
  const within = new Map<FieldErrorOf | undefined, UnknownFieldOf[]>();
  for (const field of unknown) addTo(within, wrongTypeAbove(field.path), field);
  const told = toldOnce(object, errors).map(({ error, following }) =>
    withFollowing(errorFinding(error), [
      ...following.map(errorFinding),
      ...(within.get(error) ?? []).map(unknownFinding),
    ]),
  );
  return foldedNotice([...(within.get(undefined) ?? []).map(unknownFinding), ...told]);
}

/** A definition's own words have no subject. */
function wordsOf(kind: string, { type, at, message }: FieldErrorOf): Message {
  if (message.id === notChecked) return message;
  if (type === 'FieldValueRequired' && at.equals(namePath)) return says.nameless();
  if (type === 'FieldValueRequired') return says.required({ kind, name: String(at.segment) });
  return says.refused({ fault: withoutStop(message) });
}

/** A rule about a whole may fail for a placeholder in it. */
function ruledPlaceholder({ document, node: start }: SourceObject, { at, message }: FieldErrorOf): Range | undefined {
  const node = message.id === 'custom-object/failed-rule' ? nodeAt(document, start, at) : undefined;
  const placeholders = placeholdersOf(undefined);
  if (node === undefined || !placeholders.mayBeInDocument(document)) return undefined;
  return placeholders.within(document.text, document.rangeOf(node))[0];
}

function takesText({ message: { id, data } }: FieldErrorOf): boolean {
  const { expected } = data;
  return id === 'custom-object/type' && typeof expected === 'string' && expected.split(' or ').includes('string');
}

/** A number or a boolean as a text; which type another release takes nobody knows. */
function quoted({ document, node: start }: SourceObject, path: FieldPath, source: string | undefined): ProblemFix[] {
  const node = nodeAt(document, start, path);
  const value = node === undefined || document.kind(node) !== 'scalar' ? undefined : document.value(node);
  if (node === undefined || (typeof value !== 'number' && typeof value !== 'boolean')) return [];
  const safety = source === undefined ? 'safe' : 'unsafe';
  return quoteFix({ document, start }, node).map((fix) => ({ ...fix, safety }));
}

/** Whether the value fits the other field nobody has looked at. Nothing where that field is set already. */
function renamed({ document, node: start }: SourceObject, path: FieldPath, name: string): readonly ProblemFix[] {
  const holder = nodeAt(document, start, path.holder);
  const isSet = holder !== undefined && document.child(holder, name) !== undefined;
  return isSet ? [] : renameFix({ document, start }, path, name, 'unsafe');
}

const versionPath = FieldPath.root.child('apiVersion');
const namePath = FieldPath.root.child('metadata', 'name');

function schemaError({ document, node }: SourceObject, code: SchemaCode, path: FieldPath, message: Message): Finding {
  return finding(
    { id: code, stage: 'schema', ...schemaCodes[code] },
    { message, path, range: locate(document, node, path) },
  );
}
