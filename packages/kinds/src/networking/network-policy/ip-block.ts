import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, networking } from '@podlint/model';
import { type Context, cidrFieldMessage, isSmallerRange, parseCidr } from '@podlint/validation';

const says = defineMessages('ip-block', {
  'no-cidr': 'The block names no addresses. Set cidr, such as "10.0.0.0/8".',
  outside: '"{except}" is not a smaller part of "{cidr}", so it excepts nothing. Use a range within it.',
  cidr: 'the range it is to be a part of',
});

/** In 1.29 the first exception that cannot be read is the last one that is looked at. */
const everyExceptionSince: Minor = 30;

/** ValidateIPBlock, pkg/apis/networking/validation. */
export function validateIpBlock(
  { cidr = '', except = [] }: Decoded<networking.IPBlock>,
  oldRanges: ReadonlySet<string>,
  path: FieldPath,
  context: Context,
): void {
  const cidrPath = path.child('cidr');
  if (cidr === '') {
    context.report.required(cidrPath, says['no-cidr']());
    return;
  }
  validateRange(cidr, oldRanges, cidrPath, context);
  const range = parseCidr(cidr);
  if (!range) return;
  for (const [i, text] of except.entries()) {
    const exceptPath = path.child('except').index(i);
    validateRange(text, oldRanges, exceptPath, context);
    const exception = parseCidr(text);
    if (!exception && context.minor < everyExceptionSince) return;
    if (exception && !isSmallerRange(range, exception))
      context.report.invalid(exceptPath, says.outside({ except: text, cidr }), {
        related: [{ field: cidrPath, message: says.cidr() }],
      });
  }
}

function validateRange(text: string, oldRanges: ReadonlySet<string>, path: FieldPath, context: Context): void {
  if (oldRanges.has(text) && context.minor >= oldRangesStaySince) return;
  const message = cidrFieldMessage(text, context);
  if (message) context.report.invalid(path, message);
}

/** What was stored may stay (AllowCIDRsEvenIfInvalid). */
const oldRangesStaySince: Minor = 33;
