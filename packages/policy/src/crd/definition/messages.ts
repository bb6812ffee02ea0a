import { defineMessages } from '@podlint/messages';

/** What is said of CustomResourceDefinitions. */
export const says = defineMessages('definition', {
  required: '"{field}" is missing. Add it.',
  'needs-dot': 'The group must be a domain name with a dot in it, such as "example.com".',
  'bad-name':
    '"{name}" does not fit: it may hold only lower case letters, digits and "-", and must start with a letter.',
  'not-supported': '"{value}" is not supported here. Use one of {allowed}.',
  'not-a-domain': 'The group is no DNS name. Write one such as "example.com".',
  'one-storage-version':
    'Exactly one version must be the one that objects are stored as. Set "storage" to true for it, and to false for all others.',
  'version-twice': 'Two versions have the same name. Give each its own.',
  'same-kinds': '"kind" and "listKind" must differ. Name the list after the kind, with "List" behind it.',
  'stored-version-gone':
    'Objects may be stored as version {name}, so it must stay in the list. Set its "storage" and "served" to false instead.',
  'no-stored-version': 'status.storedVersions must have the version that objects are stored as.',
  'not-approved':
    'The group belongs to the Kubernetes community, whose definitions need an approval. Set the annotation api-approved.kubernetes.io to the URL of the approval, or to "unapproved, ..." with a reason.',
  preserve:
    '"preserveUnknownFields" must not be true in this version. Set x-kubernetes-preserve-unknown-fields in the schema instead.',
  'no-defaults': 'A schema can have defaults only where preserveUnknownFields is false.',
  'no-conversion': 'The strategy must be None while preserveUnknownFields is true.',
  'deprecation-warning':
    'The warning does not fit: only a deprecated version has one, of 1 to 256 printable characters.',
  'webhook-only': 'This field is for the strategy Webhook only. Remove it, or set the strategy to Webhook.',
  'one-client': 'The server must know one way to the webhook. Set exactly one of "url" and "service".',
  'bad-url': 'The URL does not fit. Write it as https://host/path, without user, query and fragment.',
  'bad-path': 'The path does not fit: it must start with a slash, and its parts must be DNS names.',
  'bad-port': 'A port is a number from 1 to 65535.',
  'same-version-twice': 'This version is in the list twice. Remove one of the two.',
  'no-known-version': 'The server sends reviews as v1 or v1beta1, and neither is in the list. Add one of them.',
  'bad-json-path': 'The path must start with a dot, such as ".spec.replicas".',
  'wrong-root': 'The path must be below {roots}.',
  'needs-schema': 'There are selectable fields, but no schema that has them. Add one.',
  'no-such-field': 'The schema has no such field. Add it there, or correct the path.',
  'not-selectable':
    'This field cannot be selected: only fields of type string, boolean and integer can, and none in metadata.',
  'selected-twice': 'This field is selected twice. Remove one of the two.',
  'too-many-selected': 'At most 8 fields can be selected.',
  'not-at-root':
    '"{field}" is not allowed at the root of the schema, as the version has a status of its own. Move it into the schema of a field.',
  'not-structural': 'The schema is not structural: {problem}.',
  'needs-type': '"type" is missing: the server must know the type of each field. Add it.',
  'wrong-type': 'The type must be {type} here.',
  forbidden: '"{field}" is not supported here. Remove it.',
  'no-default-here': 'A default is not allowed here. Remove it.',
  'both-properties': '"properties" and "additionalProperties" cannot both be set. Remove one of the two.',
  'must-be-true': 'This can only be true. Set it to true, or remove it.',
  'must-be-false': 'This cannot stand beside x-kubernetes-int-or-string. Remove one of the two.',
  'set-items': 'The items of a set are compared as a whole, so they must be atomic.',
  'map-needs': 'A list of type map needs "{field}". Add it.',
  'needs-list-type': 'x-kubernetes-list-map-keys is for lists of type map. Set x-kubernetes-list-type to map.',
  'unknown-key': 'The items of the list have no such field. Name one of theirs.',
  'key-twice': 'A key of the list is named twice. Remove one of the two.',
  'key-not-scalar': 'A key of a list must be a string, number or boolean.',
  'key-default': 'A key of a list must be in each item. Make it required, or give it a default.',
  'not-nullable': 'This tells the items of a list apart, so it cannot be nullable.',
  'nested-only-values':
    'Below allOf, anyOf, oneOf and not only values can be restricted. Move what says the structure out of it.',
  'metadata-here': 'The schema of metadata can restrict only name and generateName. Remove the rest.',
  'needs-structure': 'What restricts a value here needs the field in the structure of the schema, too. Add it there.',
  'bad-pattern': 'The pattern is not a valid regular expression. Correct it.',
  'unknown-in-default': 'The default has fields that the schema does not have. Remove them, or add them to the schema.',
  'bad-metadata': 'The default does not make valid metadata. Correct it.',
  'blank-rule': 'The rule is missing. Write one.',
  'blank-text': 'The text must not be blank. Write one, or remove the field.',
  'line-break': 'The text must not have line breaks. Write it in one line.',
  'message-needed': 'A rule with line breaks cannot be its own message. Add "message".',
  'bad-field-path': 'The schema has no such field. Correct the path.',
  'rule-compile': 'The rule does not compile: {problem}.',
  'rule-type': 'The rule must give a boolean.',
  'message-compile': 'The messageExpression does not compile: {problem}.',
  'message-type': 'The messageExpression must give a string.',
  'old-self': 'oldSelf cannot be used here: the value cannot be told from others in the object before the update.',
  'unused-old-self': 'optionalOldSelf is for rules that use oldSelf. Remove it.',
  'no-type': 'Rules cannot see values of this schema.',
  'rule-cost':
    'The rule may cost {factor} times what is allowed. Set maxItems, maxLength or maxProperties for what it looks at.',
  'total-cost':
    'All rules together may cost {factor} times what is allowed. Set maxItems, maxLength or maxProperties for what they look at.',
  'adds-to-cost': 'This rule has a large part in the cost of all rules, which is more than is allowed.',
});
