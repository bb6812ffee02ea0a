/** What variables stand for. */
export const variableWords: Readonly<Record<string, string>> = {
  object: 'The object of the request, with the defaults of the server. Null for DELETE.',
  oldObject: 'The object as it was before. Null for CREATE.',
  request: 'The request: operation, name, namespace, userInfo, kind and so on.',
  params: 'The object that paramRef of the binding names. Null where there is none.',
  namespaceObject: 'The Namespace of the object. Null for objects outside of namespaces.',
  variables: 'What spec.variables of the policy names. Each is worked out when it is first used.',
  authorizer: 'Asks whether somebody may do something.',
  'authorizer.requestResource': 'Asks whether the user of the request may do something with its resource.',
  self: 'The value that the schema with the rule is about.',
  oldSelf: 'The value as it was before the update.',
  device: 'The device that may be chosen.',
  podTemplate: 'The metadata and spec of the Pods that the object makes. Of a Pod its own.',
  podSpec: 'The spec of the Pods that the object makes. Of a Pod its own.',
};
