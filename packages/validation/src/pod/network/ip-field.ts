import type { Context } from '../../context.js';
import { ipProblem } from './ip-address.js';

/**
 * What to say about a field that should be an IP address and is none; strictly read since 1.36
 * (StrictIPCIDRValidation).
 */
export function ipFieldMessage(text: string, context: Context): string | undefined {
  const problem = ipProblem(text, context.enabled('StrictIPCIDRValidation') ? 'strict' : 'sloppy');
  return problem && `"${text}" is not taken as an IP address: ${problem}.`;
}
