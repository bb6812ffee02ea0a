import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, flowcontrol } from '@podlint/model';
import { type Context, requireField, validateChoice, validateNotNegative } from '@podlint/validation';
import { validatePercent } from './percent.js';

const says = defineMessages('limited-priority-level', {
  'no-shares': 'With {shares} shares of the seats no request of the level would be served. Use 1 or more.',
  'no-response':
    'limitResponse has no type. It says what happens to a request that finds no seat. Set it to Queue or Reject.',
  'needless-queuing': 'Requests are rejected, so they do not wait. Remove queuing, or use the type Queue.',
  'not-positive': '`{field}` is {value}. Use 1 or more.',
  'too-many-queues': '{queues} queues are too many. Use {limit} at most.',
  'hand-too-large': 'A flow cannot choose among {hand} queues, since there are {queues}. Lower handSize.',
  'too-many-hands':
    '{hand} out of {queues} queues can be dealt in more ways than {limit} bits tell apart. Lower handSize or queues.',
});

type LimitedLevel = Decoded<flowcontrol.LimitedPriorityLevelConfiguration>;

/** How small a share of the seats may be. */
export type SharesRule = 'zero or more' | 'more than zero';

/** Before, a type that is not set was one that is not supported. */
export const typeRequiredSince: Minor = 36;

const responses = ['Queue', 'Reject'];
const maxQueues = 10_000_000;
/** MaxHashBits, apiserver/pkg/util/shufflesharding. */
const maxHashBits = 60;

/** ValidateLimitedPriorityLevelConfiguration, pkg/apis/flowcontrol/validation. */
export function validateLimited(limited: LimitedLevel, rule: SharesRule, path: FieldPath, context: Context): void {
  const { nominalConcurrencyShares: shares = 0, lendablePercent, limitResponse = {} } = limited;
  if (shares < (rule === 'zero or more' ? 0 : 1))
    context.report.invalid(path.child('nominalConcurrencyShares'), says['no-shares']({ shares }));
  validateResponse(limitResponse, path.child('limitResponse'), context);
  validatePercent(lendablePercent, path.child('lendablePercent'), context);
  validateNotNegative(limited, ['borrowingLimitPercent'], path, context);
}

/** ValidateLimitResponse. */
function validateResponse(
  { type = '', queuing }: Decoded<flowcontrol.LimitResponse>,
  path: FieldPath,
  context: Context,
): void {
  const queuingPath = path.child('queuing');
  if (type === 'Reject') {
    if (queuing) context.report.forbidden(queuingPath, says['needless-queuing']());
  } else if (type === 'Queue') {
    requireField(queuing, queuingPath, context);
    if (queuing) validateQueuing(queuing, queuingPath, context);
  } else if (context.minor >= typeRequiredSince)
    validateChoice(type, responses, path, 'type', says['no-response'], context.report);
  else context.report.notSupported(path.child('type'), type, responses);
}

/** ValidatePriorityLevelQueuingConfiguration. */
function validateQueuing(
  { queueLengthLimit = 0, queues = 0, handSize: hand = 0 }: Decoded<flowcontrol.QueuingConfiguration>,
  path: FieldPath,
  { report }: Context,
): void {
  const positive = { queueLengthLimit, queues, handSize: hand };
  for (const [field, value] of Object.entries(positive))
    if (value <= 0) report.invalid(path.child(field), says['not-positive']({ field, value }));
  if (queues > maxQueues) report.invalid(path.child('queues'), says['too-many-queues']({ queues, limit: maxQueues }));
  if (hand <= 0) return;
  if (hand > queues) report.invalid(path.child('handSize'), says['hand-too-large']({ hand, queues }));
  else if (Math.ceil(Math.log2(queues) * hand) > maxHashBits)
    report.invalid(path.child('handSize'), says['too-many-hands']({ hand, queues, limit: maxHashBits }));
}
