import { type Message, defineMessages } from '@podlint/messages';
import type { Context } from '../../context.js';

const says = defineMessages('env-name', {
  'not-printable': 'it may hold only printable ASCII characters other than "="',
  'invalid-characters': 'it may hold only letters, digits, "-", "_" and ".", and must not start with a digit',
  dots: 'it must not be "." or start with ".."',
});

const strictPattern = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
/** Printable ASCII without "=". */
const relaxedPattern = /^[ -<>-~]+$/;

/**
 * Why the text cannot name an environment variable, by the rule of the version (IsEnvVarName and IsRelaxedEnvVarName,
 * apimachinery/pkg/util/validation).
 */
export function envNameProblem(name: string, { options }: Context): Message | undefined {
  return options.allowRelaxedEnvironmentVariableValidation ? relaxedEnvNameProblem(name) : strictEnvNameProblem(name);
}

export function relaxedEnvNameProblem(name: string): Message | undefined {
  return relaxedPattern.test(name) ? undefined : says['not-printable']();
}

export function strictEnvNameProblem(name: string): Message | undefined {
  if (!strictPattern.test(name)) return says['invalid-characters']();
  return name === '.' || name.startsWith('..') ? says.dots() : undefined;
}
