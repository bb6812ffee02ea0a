import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import { type Context, byteLength, validateAmount } from '@podlint/validation';

const says = defineMessages('node-status', {
  'no-swap': 'The capacity of swap is {capacity}. Leave it out where there is none.',
  'feature-too-long': 'The name of a feature has {limit} characters at most. Shorten it.',
  'invalid-feature': '"{feature}" cannot be the name of a feature. Write it as "MyFeature" or "MyFeature/part".',
  'feature-twice': '"{feature}" is listed twice. Remove one.',
  unsorted: '"{feature}" comes too late: the features have to be in alphabetical order.',
});

type Node = Decoded<core.Node>;

const statusPath = FieldPath.root.child('status');
const swapCheckedSince: Minor = 33;
const featuresCheckedSince: Minor = 35;

/** A node is the one kind whose status counts on create (ValidateNode, pkg/apis/core/validation/validation.go). */
export function validateNodeStatus({ status = {} }: Node, context: Context): void {
  validateNodeAmounts(status, context);
  const capacity = status.nodeInfo?.swap?.capacity;
  // The server speaks of metadata.
  if (context.minor >= swapCheckedSince && capacity !== undefined && capacity <= 0)
    context.report.invalid(
      FieldPath.root.child('metadata', 'nodeSwapStatus', 'capacity'),
      says['no-swap']({ capacity }),
      { at: statusPath.child('nodeInfo', 'swap', 'capacity') },
    );
  if (context.minor >= featuresCheckedSince) validateFeatures(status.declaredFeatures ?? [], context);
}

/** ValidateNodeResources: the server writes the name of a resource like that of a field. */
function validateNodeAmounts(status: NonNullable<Node['status']>, context: Context): void {
  for (const field of ['capacity', 'allocatable'] as const) {
    for (const [name, amount = '0'] of Object.entries(status[field] ?? {}))
      validateAmount(name, amount, statusPath.child(field, name), context);
  }
}

const maxFeatureLength = 253;
const featureName = /^[A-Z][a-zA-Z0-9]*(\/[a-zA-Z][a-zA-Z0-9]*)*$/;

/** validateNodeDeclaredFeatures. */
function validateFeatures(features: readonly string[], { report }: Context): void {
  const path = statusPath.child('declaredFeatures');
  features.forEach((feature, i) => {
    if (byteLength(feature) > maxFeatureLength)
      report.invalid(path.index(i), says['feature-too-long']({ limit: maxFeatureLength }));
    else if (!featureName.test(feature)) report.invalid(path.index(i), says['invalid-feature']({ feature }));
    const before = features[i - 1];
    if (before === undefined) return;
    if (before === feature) report.duplicate(path.index(i), says['feature-twice']({ feature }));
    else if (before > feature) report.invalid(path.index(i), says.unsorted({ feature }));
  });
}
