import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, flowcontrol } from '@podlint/model';
import {
  type Context,
  checkName,
  dnsLabelProblem,
  dnsSubdomainProblem,
  requireField,
  requireName,
} from '@podlint/validation';

const says = defineMessages('flow-schema-subject', {
  'no-subject': 'A subject of the kind {kind} is named in `{field}`, and that is not set. Set it.',
  'other-subject': 'The kind of the subject is {kind}, so `{field}` says nothing. Remove it.',
});

type Subject = Decoded<flowcontrol.Subject>;

const fieldsByKind = { ServiceAccount: 'serviceAccount', User: 'user', Group: 'group' } as const;
type SubjectKind = keyof typeof fieldsByKind;
const kinds = Object.keys(fieldsByKind) as SubjectKind[];

/** ValidateFlowSchemaSubject, pkg/apis/flowcontrol/validation. */
export function validateSubject(subject: Subject, path: FieldPath, context: Context): void {
  const kind = kinds.find((known) => known === subject.kind);
  if (!kind) {
    context.report.notSupported(path.child('kind'), subject.kind ?? '', kinds);
    return;
  }
  const own = fieldsByKind[kind];
  if (subject[own]) validateNamed(subject, kind, path.child(own), context);
  else context.report.required(path.child(own), says['no-subject']({ kind, field: own }));
  for (const field of Object.values(fieldsByKind))
    if (field !== own && subject[field])
      context.report.forbidden(path.child(field), says['other-subject']({ kind, field }));
}

function validateNamed(subject: Subject, kind: SubjectKind, path: FieldPath, context: Context): void {
  const name = subject[fieldsByKind[kind]]?.name;
  const namePath = path.child('name');
  requireField(name ?? '', namePath, context);
  if (kind !== 'ServiceAccount') return;
  if (name && name !== '*') checkName(name, namePath, dnsSubdomainProblem, context);
  requireName(subject.serviceAccount?.namespace, path.child('namespace'), dnsLabelProblem, context);
}
