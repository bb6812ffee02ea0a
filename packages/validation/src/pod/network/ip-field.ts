import { type Message, defineMessages } from '@podlint/messages';
import type { Context } from '../../context.js';
import { ipProblem } from './ip-address.js';

const says = defineMessages('ip-field', {
  invalid: '"{text}" is not taken as an IP address: {problem}.',
});

/**
 * What to say about a field that should be an IP address and is none; strictly read since 1.36
 * (StrictIPCIDRValidation).
 */
export function ipFieldMessage(text: string, context: Context): Message | undefined {
  const problem = ipProblem(text, context.enabled('StrictIPCIDRValidation') ? 'strict' : 'sloppy');
  return problem && says.invalid({ text, problem });
}
