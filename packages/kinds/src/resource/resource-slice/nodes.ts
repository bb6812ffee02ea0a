import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, checkName, dnsSubdomainProblem, plainList, validateNodeSelector } from '@podlint/validation';

const says = defineMessages('device-nodes', {
  'empty-name': 'An empty name says nothing. Name a node, or remove the field.',
  'only-true': '`{field}` is true or not there. Set it to true, or remove it.',
  'not-one-term': 'The selector has {count} terms, and a slice has exactly one. Keep one.',
  'no-nodes': 'Nothing says which nodes can use this. Set one of {fields}.',
  'many-nodes': '{found} are set, and they exclude each other. Keep one of them.',
  'not-per-device': 'Nodes of single devices count only with perDeviceNodeSelection: true. Set it, or remove {found}.',
});

/** Who says which nodes reach it. */
type Holder = 'slice' | 'device';
type Choice = Pick<
  Decoded<resource.ResourceSliceSpec>,
  'nodeName' | 'nodeSelector' | 'allNodes' | 'perDeviceNodeSelection'
>;

const fieldsOf: Readonly<Record<Holder, readonly (keyof Choice)[]>> = {
  slice: ['nodeName', 'nodeSelector', 'allNodes', 'perDeviceNodeSelection'],
  device: ['nodeName', 'nodeSelector', 'allNodes'],
};

/** Exactly one field says which nodes there are (validateResourceSliceSpec, validateDevice). */
export function validateNodeChoice(holder: Holder, choice: Choice, path: FieldPath, context: Context): void {
  const { report } = context;
  const { nodeName, nodeSelector } = choice;
  const namePath = path.child('nodeName');
  if (nodeName === '') report.invalid(namePath, says['empty-name']());
  else checkName(nodeName, namePath, dnsSubdomainProblem, context);
  if (nodeSelector) {
    const selectorPath = path.child('nodeSelector');
    validateNodeSelector(nodeSelector, 'checked', selectorPath, context);
    const { nodeSelectorTerms: { length: count } = [] } = nodeSelector;
    if (holder === 'slice' && count !== 1)
      report.invalid(selectorPath.child('nodeSelectorTerms'), says['not-one-term']({ count }));
  }
  const fields = fieldsOf[holder];
  for (const field of fields)
    if (choice[field] === false) report.invalid(path.child(field), says['only-true']({ field }));
  const found = fields.filter((field) => Boolean(choice[field]));
  if (found.length === 0) report.required(path, says['no-nodes']({ fields: plainList(fields) }));
  else if (found.length > 1) report.invalid(path, says['many-nodes']({ found: plainList(found) }));
}

/** The nodes of one device, which count only where the slice leaves them to its devices. */
export function validateDeviceNodes(device: Choice, eachHasNodes: boolean, path: FieldPath, context: Context): void {
  if (eachHasNodes) {
    validateNodeChoice('device', device, path, context);
    return;
  }
  const found = fieldsOf.device.filter((field) => device[field] !== undefined);
  if (found.length > 0) context.report.invalid(path, says['not-per-device']({ found: plainList(found) }));
}
