import type { Console, Output } from './console.js';

/**
 * The option first, then NO_COLOR (no-color.org), then FORCE_COLOR, then whether a terminal that knows colours is
 * looking.
 */
export function wantsColors(
  option: 'always' | 'never' | undefined,
  environment: Console['environment'],
  output: Output,
): 'always' | 'never' {
  if (option) return option;
  if (environment.NO_COLOR) return 'never';
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 'never' : 'always';
  return output.isTerminal && environment.TERM !== 'dumb' ? 'always' : 'never';
}
